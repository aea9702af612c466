import { gzipSync } from 'node:zlib';
import { type Change, header, LINES } from './change.ts';
import type { Choices } from './choices.ts';
import { brokenValue, nested } from './from-schema.ts';
import { bodyOf, headerOf, type Message, withHeader } from './message.ts';
import { NUMERALS } from './values.ts';

const text = (message: Message): string => (bodyOf(message) ?? Buffer.from('{}')).toString('utf8');
const withText =
  (change: (json: string, choices: Choices) => string | Buffer): Change =>
  (message, choices) => {
    const { json: _json, ...rest } = withHeader(
      message,
      'Content-Type',
      headerOf(message, 'Content-Type') ?? 'application/json',
    );
    return { ...rest, body: Buffer.from(change(text(message), choices) as string) };
  };

/** The first field twice, with another value. */
const doubled = (json: string, choices: Choices): string => {
  const [, name = '"note"'] = /^\{("[^"]+")/.exec(json) ?? [];
  const again = `${name}:${JSON.stringify(choices.one(LINES))}`;
  return json.startsWith('{') && json.length > 2 ? `{${again},${json.slice(1)}` : `{${again},${again}}`;
};

const numeral = (json: string, choices: Choices): string => {
  const given = choices.one(NUMERALS);
  return /:-?\d/.test(json) ? json.replace(/:-?\d+(\.\d+)?/, () => `:${given}`) : json.replace(/\}$/, `,"n":${given}}`);
};

/** What is wrong with bodies, and with what is said of them. */
export const BODY_CHANGES = {
  'body: one place': (message, choices) =>
    message.json === undefined ? message : { ...message, json: brokenValue(message.json, choices) },
  'body: no JSON': withText((json, choices) =>
    choices.one([
      json.slice(0, -1),
      `${json}}`,
      'x',
      '{',
      '[',
      '"',
      '',
      ' ',
      'null',
      'true',
      '7',
      '"text"',
      '[]',
      '{}',
      '{"a":}',
      "{'a':1}",
      `\ufeff${json}`,
      `${json}\u0000`,
      '{"a":1,}',
      '/**/{}',
    ]),
  ),
  'body: numeral': withText(numeral),
  'body: a key twice': withText(doubled),
  'body: escapes': withText((json) => json.replace(/"([a-z_]+)":"/g, '"$1":"\\ud800\\u0000')),
  'body: not UTF-8': withText((json, choices) =>
    Buffer.concat([
      Buffer.from(json.slice(0, -2)),
      Buffer.from(choices.one(['ff', 'c0af', 'e282', 'eda080', 'f4908080']), 'hex'),
      Buffer.from(json.slice(-2)),
    ]),
  ),
  'body: UTF-16': withText((json) => Buffer.from(json, 'utf16le')),
  'body: deep': withText((json, choices) =>
    json.replace(/\}$/, `${json === '{}' ? '' : ','}"deep":${nested(choices.one([10, 1_000, 200_000]))}}`),
  ),
  'body: long': withText((json, choices) =>
    json.replace(/\}$/, `${json === '{}' ? '' : ','}"note":"${'x'.repeat(choices.one([3_000, 500_000, 1_100_000]))}"}`),
  ),
  'body: many keys': withText(() => `{${Array.from({ length: 20_000 }, (_, index) => `"k${index}":0`).join(',')}}`),
  'body: none': ({ json: _json, body: _body, ...rest }) => rest,
  'body: compressed': (message, choices) => {
    const { json: _json, ...rest } = message;
    const whole = gzipSync(bodyOf(message) ?? '{}');
    const sent = { ...rest, body: choices.chance(0.7) ? whole : whole.subarray(0, -4) };
    return withHeader(
      withHeader(sent, 'Content-Type', 'application/json'),
      'Content-Encoding',
      choices.one(['gzip', 'gzip', 'x-gzip', 'deflate', 'br', 'zstd', 'identity', 'gzip, gzip', '']),
    );
  },
  'body: a bomb': (message) => {
    const { json: _json, ...rest } = message;
    const sent = { ...rest, body: gzipSync(Buffer.alloc(20_000_000, 32)) };
    return withHeader(withHeader(sent, 'Content-Type', 'application/json'), 'Content-Encoding', 'gzip');
  },
  'content-type': header('Content-Type', [
    'application/json; charset=utf8',
    'application/json; charset=UTF-8',
    'application/json;charset="utf-8"',
    'application/json; charset=windows-1251',
    'application/json; charset=',
    'application/json; charset=x',
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'APPLICATION/JSON',
    'application/vnd.api+json',
    'application/json, text/plain',
    ';',
    '/',
    '',
    'application/offset+octet-stream',
  ]),
  'content-encoding': header('Content-Encoding', ['gzip', 'identity', 'br', 'compress', 'x', '']),
} as const satisfies Record<string, Change>;
