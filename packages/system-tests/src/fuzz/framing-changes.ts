import type { Change } from './change.ts';
import { withHeader } from './message.ts';

/** What is wrong with the form of the message itself: its method, and where it ends. */
export const FRAMING_CHANGES = {
  chunks: (message) => ({ ...message, framing: 'chunked' }),
  'a length too short': (message) => ({ ...message, framing: 'less', broken: true }),
  'a length too long': (message) => ({ ...message, framing: 'more', broken: true }),
  'a length that is none': (message, choices) => ({
    ...withHeader(
      message,
      'Content-Length',
      choices.one(['-1', 'x', '1e3', '0x10', '', '99999999999999999999', '5, 5', '+5']),
    ),
    broken: true,
  }),
  'length and chunks': (message) => ({ ...withHeader(message, 'Transfer-Encoding', 'chunked'), broken: true }),
  'a coding of transfer': (message, choices) => ({
    ...withHeader(message, 'Transfer-Encoding', choices.one(['gzip, chunked', 'identity', 'x', 'chunked, chunked'])),
    broken: true,
  }),
  'cut off': (message, choices) => ({ ...message, cutAt: 1 + choices.below(2_000), broken: true }),
  method: (message, choices) => ({
    ...message,
    method: choices.one([
      'GET',
      'HEAD',
      'POST',
      'PUT',
      'PATCH',
      'DELETE',
      'OPTIONS',
      'TRACE',
      'PROPFIND',
      'SEARCH',
      'QUERY',
    ]),
  }),
  'a method that is none': (message, choices) => ({
    ...message,
    method: choices.one(['FOO', 'get', 'POST\t', 'П', 'CONNECT']),
    broken: true,
  }),
} as const satisfies Record<string, Change>;
