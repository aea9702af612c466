import { type Change, header, LINES, without } from './change.ts';
import { headerOf, withHeader } from './message.ts';
import { NUMBERS } from './values.ts';

/** What is wrong with headers: ours, those of HTTP, and those that proxies add. */
export const HEADER_CHANGES = {
  'method override': header('X-HTTP-Method-Override', [
    'PATCH',
    'DELETE',
    'HEAD',
    'GET',
    'POST',
    'TRACE',
    'patch',
    '',
    'x',
  ]),
  credential: (message, choices, credentials) => {
    const { foreign: _foreign, ...rest } = message;
    return { ...rest, as: choices.one(credentials) };
  },
  'two credentials': (message) => ({
    ...message,
    headers: [...message.headers, ['Authorization', 'Bearer a'], ['Authorization', 'Bearer b']],
    broken: true,
  }),
  'idempotency key': (message, choices) =>
    withHeader(
      message,
      'Idempotency-Key',
      choices.one([
        `${headerOf(message, 'Idempotency-Key') ?? ''}${choices.one(['!', 'я', ' ', 'x'.repeat(200), '%00', '"'])}`,
        '',
      ]),
    ),
  'no idempotency key': without('Idempotency-Key'),
  'two idempotency keys': (message) => ({ ...message, headers: [...message.headers, ['Idempotency-Key', 'another']] }),
  'correlation id': (message, choices) =>
    withHeader(
      message,
      'X-Correlation-Id',
      `${choices.one(LINES).slice(0, 150)}${choices.chance(0.5) ? `-${headerOf(message, 'X-Correlation-Id')}` : ''}`,
    ),
  'no correlation id': without('X-Correlation-Id'),
  'if-match': header('If-Match', [
    '"v1"',
    'W/"v1"',
    '*',
    '"v1", "v2", "v3", "v4", "v5"',
    'v1',
    '"v0"',
    '"v-1"',
    '"v99999999999999999999"',
    '"v2147483648"',
    '',
    '"',
    '"v1',
    ',',
    '"v1",',
    'W/"v4",W/"v5"',
    `${'"v1",'.repeat(500)}"v2"`,
  ]),
  'no precondition': (message) => withHeader(withHeader(message, 'If-Match'), 'X-Expected-Status-Version'),
  'expected version': header('X-Expected-Status-Version', [
    '1',
    '0',
    '-1',
    '99',
    '2147483648',
    '9007199254740993',
    '1.0',
    '1e3',
    'x',
    '',
    '1, 2',
    ' 3',
  ]),
  'both preconditions': (message) =>
    withHeader(withHeader(message, 'If-Match', '"v1"'), 'X-Expected-Status-Version', '1'),
  traceparent: header('traceparent', [
    '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    '00-00000000000000000000000000000000-0000000000000000-00',
    'ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    '00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01',
    '01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x',
    'x',
    '',
    '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, 00-x',
  ]),
  'trace state': header('tracestate', ['a=1', `${'a=1,'.repeat(300)}b=2`, '=', 'я=1']),
  baggage: header('baggage', ['a=1', 'a', '=', '%', `${'k=v,'.repeat(200)}x`]),
  range: header('Range', ['bytes=0-0', 'bytes=5-1', 'bytes=-', 'x=1', 'bytes=0-99999999999999999999']),
  accept: header('Accept', [
    '*/*',
    'text/csv',
    'application/xml',
    'text/html',
    '',
    ';q',
    'application/json;q=0',
    '*',
    'application/problem+json',
  ]),
  'accept others': (message, choices) =>
    withHeader(
      withHeader(message, 'Accept-Encoding', choices.one(['gzip', 'br;q=1, *;q=0', 'x', ''])),
      'Accept-Language',
      choices.one(['ru', '*', 'x'.repeat(1_000), '']),
    ),
  expect: header('Expect', ['100-continue', '100-CONTINUE', 'x', '']),
  forwarded: (message, choices) =>
    withHeader(
      withHeader(
        withHeader(message, 'X-Forwarded-Proto', choices.one(['https,http', 'https', 'x', ''])),
        'X-Forwarded-Host',
        choices.one(['a, b', 'evil.example', '[::1', 'a:99999', '']),
      ),
      'X-Forwarded-For',
      choices.one(['1.1.1.1, 2.2.2.2', 'unknown', '::1', 'x', '']),
    ),
  'forwarded, as the standard says': header('Forwarded', ['for=1.1.1.1;proto=https', 'for="[::1]:80";host=a', '=', '']),
  host: header('Host', ['evil.example', 'a:b', '[::1]:80', 'x'.repeat(300), '', 'a b', 'localhost:99999']),
  'no host': (message) => ({ ...message, headers: [...message.headers, ['Host', 'a'], ['Host', 'b']], broken: true }),
  connection: header('Connection', ['keep-alive', 'upgrade', 'close, te', 'x-correlation-id', '']),
  upgrade: (message) => withHeader(withHeader(message, 'Connection', 'Upgrade'), 'Upgrade', 'websocket'),
  'conditional headers': (message, choices) =>
    withHeader(
      message,
      choices.one(['If-None-Match', 'If-Modified-Since', 'If-Unmodified-Since', 'If-Range']),
      choices.one(['*', '"v1"', 'Mon, 01 Jan 2024 00:00:00 GMT', 'x', '']),
    ),
  origin: header('Origin', ['https://evil.example', 'null', 'x', '']),
  cookie: header('Cookie', ['a=b', '=', 'a=b; '.repeat(200)]),
  'a strange header': (message, choices) =>
    withHeader(
      message,
      choices.one([
        'X-Original-URL',
        'X-Rewrite-URL',
        'X-HTTP-Method',
        '__proto__',
        'constructor',
        'TE',
        'Trailer',
        'Max-Forwards',
        'Api-Version',
        'Prefer',
      ]),
      choices.one(LINES).slice(0, 500),
    ),
  'a control character in a header': (message) => ({ ...withHeader(message, 'X-Fuzz', 'a\u0001b'), broken: true }),
  'long headers': (message, choices) => ({
    ...message,
    headers: [...message.headers, ['X-Long', 'x'.repeat(choices.one([4_000, 17_000, 100_000]))]],
    broken: true,
  }),
  'many headers': (message) => ({
    ...message,
    headers: [...message.headers, ...Array.from({ length: 300 }, (_, index) => [`X-${index}`, '1'] as const)],
  }),
  tus: header('Tus-Resumable', ['0.2.2', '1.0.1', '1.0.0, 1.0.0', '', 'x']),
  'upload header': (message, choices) =>
    withHeader(
      message,
      choices.one([
        'Upload-Offset',
        'Upload-Length',
        'Upload-Metadata',
        'Upload-Concat',
        'Upload-Defer-Length',
        'Upload-Checksum',
        'Upload-Expires',
      ]),
      choices.one([...LINES.filter((line) => line.length < 200), ...NUMBERS.map(String)]),
    ),
} as const satisfies Record<string, Change>;
