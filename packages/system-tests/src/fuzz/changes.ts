import { gzipSync } from 'node:zlib';
import { brokenValue, nested } from './from-schema.ts';
import { bodyOf, headerOf, type Message, withHeader } from './message.ts';
import type { Choices } from './random.ts';
import { NUMBERS, NUMERALS, TEXTS } from './values.ts';

/** A change of a request; the choices are its own, so that it does the same when others beside it are left out. */
export type Change = (message: Message, choices: Choices, credentials: readonly string[]) => Message;

/** What HTTP lets stand in a header: no control characters. */
const LINES = TEXTS.filter((text) => !/[\p{Cc}]/u.test(text) && text.length < 5_000);

const header =
  (name: string, values: readonly string[]): Change =>
  (message, choices) =>
    withHeader(message, name, choices.one(values));

const without =
  (name: string): Change =>
  (message) =>
    withHeader(message, name);

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

const pathChanged =
  (change: (path: string, choices: Choices) => string): Change =>
  (message, choices) => {
    const [path = '', query] = message.target.split(/(?=\?)/s);
    const { foreign: _foreign, ...rest } = message;
    return { ...rest, target: `${change(path, choices)}${query ?? ''}` };
  };

/** What is wrong with requests, by name. Each is a sort of fault that was seen somewhere. */
export const CHANGES = {
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
  'path: case': pathChanged((path, choices) =>
    choices.chance(0.5) ? path.toUpperCase() : path.replace(/[a-f]/g, (each) => each.toUpperCase()),
  ),
  'path: slashes': pathChanged((path, choices) =>
    choices.one([
      `${path}/`,
      `/${path}`,
      path.replaceAll('/', '//'),
      path.replace(/\/([^/]*)$/, '%2F$1'),
      path.replaceAll('/', '\\'),
    ]),
  ),
  'path: dots': pathChanged((path, choices) =>
    choices.one([
      `/.${path}`,
      `/x/..${path}`,
      path.replace('/v1', '/v1/.'),
      `${path}/..`,
      `/%2e%2e${path}`,
      `${path}.`,
      `${path};a=b`,
      `${path}/.json`,
    ]),
  ),
  'path: percent': pathChanged((path, choices) =>
    choices.one([
      `${path}%`,
      `${path}%zz`,
      `${path}%00`,
      path.replace(/[a-z]/, (each) => `%${each.charCodeAt(0).toString(16)}`),
      `${path}%c0%af`,
      `${path}%ff`,
      `${path}%ED%A0%80`,
    ]),
  ),
  'path: a segment': pathChanged((path, choices) =>
    path.replace(/\/[^/]*(?=\/|$)/g, (each) =>
      choices.chance(0.3) ? `/${encodeURIComponent(choices.one(LINES).toWellFormed()).slice(0, 3_000)}` : each,
    ),
  ),
  'path: raw': (message, choices) => ({
    ...pathChanged((path) => `${path}${choices.one([' x', 'я', '\t', '"', '{}', '|', '\u0001'])}`)(
      message,
      choices,
      [],
    ),
    broken: true,
  }),
  'an address as the target': (message) => ({ ...message, target: `http://evil.example${message.target}` }),
  'target: star': (message) => ({ ...pathChanged(() => '*')(message, {} as Choices, []), broken: true }),
  'query: twice': (message) => ({
    ...message,
    target: message.target.includes('?')
      ? `${message.target}&${message.target.split('?')[1]}`
      : `${message.target}?limit=1&limit=2&as_of=x&as_of=y`,
  }),
  'query: strange': (message, choices) => ({
    ...message,
    target: `${message.target}${message.target.includes('?') ? '&' : '?'}${choices.one(['a[b]=c', 'a[]=1', '=', '&&', '%', 'limit=%ff', 'limit=1%00', 'q=%F0%9F%92%A5', '__proto__[x]=1', 'limit=1;x=2', `q=${'x'.repeat(6_000)}`, 'as_of=2026-12-01T09:30:00+03:00', 'status=%C3%28'])}`,
  }),
  fragment: (message) => ({ ...message, target: `${message.target}#here` }),
} as const satisfies Record<string, Change>;

export type ChangeName = keyof typeof CHANGES;
export const CHANGE_NAMES = Object.keys(CHANGES) as ChangeName[];

/** How often each is made; 1 where nothing stands. What reaches deep is made often, what nearly always fails alike seldom. */
const WEIGHTS: Partial<Record<ChangeName, number>> = {
  'body: one place': 14,
  'body: numeral': 2,
  'body: long': 0.3,
  'body: a bomb': 0.1,
  'body: many keys': 0.2,
  'body: deep': 0.4,
  credential: 6,
  'a length too long': 0.3,
  'a length that is none': 0.3,
  'length and chunks': 0.3,
  'a coding of transfer': 0.3,
  'cut off': 0.6,
  'a method that is none': 0.3,
  'no host': 0.2,
  host: 0.5,
  'a control character in a header': 0.2,
  'path: raw': 0.4,
  'target: star': 0.2,
  method: 2,
  'long headers': 0.3,
  'if-match': 2,
  'query: strange': 2,
};

export const chooseChange = (choices: Choices): ChangeName =>
  choices.weighed(
    Object.fromEntries(CHANGE_NAMES.map((name) => [name, WEIGHTS[name] ?? 1])) as Record<ChangeName, number>,
  );
