import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { keepingLog } from '@order-ledger/testing/lines';
import { createApp } from '../src/http/app.ts';
import { jsonBody, jsonReceiver } from '../src/http/json-body.ts';
import { type HttpServer, listen } from '../src/http/server.ts';

const LIMIT = 1_048_576;
const MOST_VALUES = 100_002;
let server: HttpServer;

beforeAll(async () => {
  const { log } = keepingLog();
  const app = createApp({
    log,
    bodyLimitBytes: LIMIT,
    routes: [
      {
        method: 'POST',
        path: '/echo',
        access: 'public',
        handlers: [(request, response) => void response.json({ body: jsonBody(request, MOST_VALUES) ?? 'none' })],
      },
      { method: 'GET', path: '/asked', access: 'public', handlers: [(_request, response) => void response.json({})] },
    ],
  });
  server = await listen(app, { port: 0 });
});
afterAll(() => server.close(1_000));

type Problem = { code: string; detail: string; errors?: { pointer: string; detail: string }[] };

const send = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${server.url}/echo`, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
  const problem = answer.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  const text = await answer.text();
  return { status: answer.status, problem, text, json: JSON.parse(text) as Problem & { body: unknown } };
};
const bytes = (...parts: (string | number)[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : [part])));

it.each([
  ['a byte that begins nothing', [0xff]],
  ['a text in Windows-1251', [0xcf, 0xf0, 0xe8]],
  ['a sequence that breaks off', [0xd0]],
  ['an overlong form', [0xc0, 0xaf]],
  ['an overlong NUL', [0xc0, 0x80]],
  ['half a surrogate pair as bytes', [0xed, 0xa0, 0x80]],
  ['a code point beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
])('refuses %s: it is not UTF-8', async (_what, wrong) => {
  const { status, problem, json } = await send(bytes('{"note": "', ...wrong, '"}'));
  expect([status, problem, json.code]).toEqual([400, true, 'malformed-text']);
});

it('takes a byte order mark for what it is, once', async () => {
  expect((await send(bytes(0xef, 0xbb, 0xbf, '{"a": "ю"}'))).json).toEqual({ body: { a: 'ю' } });
  expect((await send(bytes(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, '{}'))).json.code).toBe('malformed-json');
});

it.each([
  ['a key', '{"a": 1, "a": 1}', '/a'],
  ['a key in an object within', '{"x": {"y": [0, {"b": 1, "c": 2, "b": 3}]}}', '/x/y/1/b'],
  ['a key that is spelled with an escape', '{"amount": 1, "\\u0061mount": 2}', '/amount'],
  ['a key with signs that a pointer escapes', '{"a/b~": 1, "a/b~": 2}', '/a~1b~0'],
  ['the key __proto__', '{"__proto__": 1, "__proto__": 2}', '/__proto__'],
  ['the key constructor', '{"constructor": 1, "x": {}, "constructor": 2}', '/constructor'],
  ['the empty key', '{"": 1, "": 2}', '/'],
  ['a key with a line separator', '{"\u2028": 1, "\u2028": 2}', '/\u2028'],
])('refuses %s that stands twice, and says where', async (_what, body, pointer) => {
  const { status, problem, json } = await send(body);
  expect([status, problem, json.code]).toEqual([400, true, 'malformed-json']);
  expect(json.errors).toEqual([{ pointer, detail: 'stands more than once in its object' }]);
});

it('takes equal keys of different objects', async () => {
  const body = { a: { a: 1 }, b: [{ a: 2 }, { a: 3 }], constructor: 1 };
  expect((await send(JSON.stringify(body))).json).toEqual({ body });
});

it.each([
  ['a value', '{"note": ["x", "a\\ud800b"]}', '/note/1'],
  ['a value with the second half alone', '{"note": "\\udc00"}', '/note'],
  ['a key', '{"\\ud800": 1}', '/\ud800'],
])('refuses half a surrogate pair in %s', async (_what, body, pointer) => {
  const { status, json } = await send(body);
  expect([status, json.code, json.errors?.[0]?.pointer]).toEqual([400, 'malformed-json', pointer]);
});

it('takes whole surrogate pairs, also as escapes', async () => {
  expect((await send('{"a": "\\ud83d\\ude00"}')).json).toEqual({ body: { a: '😀' } });
});

it.each([
  ['lists', '['.repeat(33) + ']'.repeat(33)],
  ['half a million lists', '['.repeat(500_000) + ']'.repeat(500_000)],
  ['objects', `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`],
  ['both in turn', `${'[{"a":'.repeat(20)}1${'}]'.repeat(20)}`],
])('refuses %s within each other', async (_what, body) => {
  const { status, json } = await send(body);
  expect([status, json.code]).toEqual([400, 'malformed-json']);
});

it('takes lists and objects that lie beside each other, as many as there are', async () => {
  const many = JSON.stringify(Array.from({ length: 50_000 }, (_, n) => ({ n })));
  expect((await send(many)).status).toBe(200);
});

it.each([
  ['empty objects in a list', `{"a": [${Array.from({ length: 300_000 }, () => '{}').join()}]}`],
  ['lists in a list', `[${Array.from({ length: 300_000 }, () => '[]').join()}]`],
  ['numbers', `[${Array.from({ length: 400_000 }, () => '1').join()}]`],
  ['texts', `[${Array.from({ length: 300_000 }, () => '""').join()}]`],
  ['keys', `{${Array.from({ length: 100_002 }, (_, n) => `"${n}":1`).join()}}`],
  ['what is no JSON behind', `[${Array.from({ length: 300_000 }, () => '{}').join()}`],
])('reads no further than so many values: %s', async (_what, body) => {
  const { status, json, text } = await send(body);
  expect([status, json.code]).toEqual([400, 'invalid-request']);
  expect(json.errors).toEqual([{ pointer: '', detail: `must hold ${MOST_VALUES} values at most` }]);
  expect(text.length).toBeLessThan(1_000);
});

it('tells the first of what can be read in more than one way, and of each as much as helps', async () => {
  const twice = Array.from({ length: 40_000 }, (_, n) => `"${n}":1,"${n}":1`).join();
  const many = await send(`{${twice}}`);
  expect([many.status, many.json.code, many.json.errors?.length]).toEqual([400, 'malformed-json', 20]);
  const long = 'k'.repeat(400_000);
  const large = await send(`{"${long}": 1, "${long}": 2}`);
  expect([large.status, large.json.errors?.length]).toEqual([400, 1]);
  for (const { text } of [many, large]) expect(text.length).toBeLessThan(16_384);
});

it.each([
  ['commas', `[${','.repeat(1_000_000)}]`],
  ['openings of texts', '"\n'.repeat(300_000)],
  ['comments', '/**/'.repeat(200_000)],
  ['signs', '-'.repeat(1_000_000)],
])('reads no further than to the first fault of a text that is no JSON: %s', async (_what, body) => {
  const { status, json } = await send(body);
  expect([status, json.code]).toEqual([400, 'malformed-json']);
});

it.each([
  ['a number of a million digits', `[${'9'.repeat(1_000_000)}]`],
  ['a fraction of a million digits', `[0.${'1'.repeat(1_000_000)}]`],
  ['a million blanks', `[${' '.repeat(1_000_000)}]`],
  ['a text of escapes', `["${'\\u0041'.repeat(170_000)}"]`],
])('reads %s', async (_what, body) => {
  expect((await send(body)).status).toBe(200);
});

it.each([
  ['"text"', 'text'],
  ['5', 5],
  ['null', null],
])('leaves %s to the route: what it may hold is its schema’s business', async (text, body) => {
  expect(await send(text)).toMatchObject({ status: 200, json: { body: body ?? 'none' } });
});

it.each(['', ' ', '{', '{"a": 1e}', "{'a': 1}", '{"a": NaN}', '{"a": 1,}', '/* x */ {}', '{"a": "\t"}'])(
  'refuses %j, or takes it for no body where it is empty',
  async (text) => {
    const { status, json } = await send(text);
    expect([status, json.code ?? json.body]).toEqual(text === '' ? [200, 'none'] : [400, 'malformed-json']);
  },
);

it.each([
  'application/json; charset=utf-8',
  'application/json;charset=utf8',
  'application/json; charset=UTF-8',
  'application/json; charset="UTF-8"',
  'application/json ; Charset = "utf8"',
  'Application/JSON',
  'application/json;',
  'application/json; charset=',
  'application/json; odata.metadata=minimal',
  'application/vnd.shop+json; charset=Utf8',
])('takes a body that comes as %s', async (type) => {
  expect(await send('{"a": 1}', { 'Content-Type': type })).toMatchObject({ status: 200, json: { body: { a: 1 } } });
});

it.each([
  ['application/json; charset=utf-16', 'unsupported-charset'],
  ['application/json; charset=utf-16le', 'unsupported-charset'],
  ['application/json; charset=windows-1251', 'unsupported-charset'],
  ['application/json; charset=klingon', 'unsupported-charset'],
  ['text/plain', 'unsupported-media-type'],
  ['json', 'unsupported-media-type'],
  ['application/jsonp', 'unsupported-media-type'],
  ['text/x+json', 'unsupported-media-type'],
  ['multipart/form-data; boundary=x', 'unsupported-media-type'],
])('refuses a body that comes as %s with 415', async (type, code) => {
  const { status, problem, json } = await send('{}', { 'Content-Type': type });
  expect([status, problem, json.code]).toEqual([415, true, code]);
});

it('unpacks what is packed, within the limit, and refuses what it cannot unpack', async () => {
  const packed = (text: string) => new Uint8Array(gzipSync(text));
  const asGzip = { 'Content-Encoding': 'gzip' };
  expect((await send(packed('{"a": 1}'), asGzip)).json).toEqual({ body: { a: 1 } });
  const codes = [];
  for (const [body, encoding] of [
    [packed(`"${'x'.repeat(LIMIT)}"`), 'gzip'],
    [packed('{"a": 1}').slice(0, 15), 'gzip'],
    [bytes('{}'), 'gzip'],
    [bytes('{}'), 'zip'],
    [packed('{}'), 'gzip, gzip'],
  ] as const) {
    const { status, problem, json } = await send(body, { 'Content-Encoding': encoding });
    codes.push([status, problem, json.code]);
  }
  expect(codes).toEqual([
    [413, true, 'body-too-large'],
    [400, true, 'malformed-request'],
    [400, true, 'malformed-request'],
    [415, true, 'unsupported-encoding'],
    [415, true, 'unsupported-encoding'],
  ]);
});

it.each([
  ['a text', 'text/plain', 'x'],
  ['JSON that is none', 'application/json', '{'],
  ['more than the limit', 'application/octet-stream', 'x'.repeat(LIMIT + 1)],
])('seeks no meaning in what comes with a question: %s', async (_what, type, body) => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) };
    // Not by fetch, which sends no body with a GET.
    const asked = request(`${server.url}/asked`, { headers }, (answer) => resolve(answer.resume().statusCode));
    asked.on('error', reject).end(body);
  });
  expect(status).toBe(200);
});

it('takes a body in chunks, and an empty one whatever its kind', async () => {
  const chunks = (...texts: string[]) =>
    fetch(`${server.url}/echo`, {
      method: 'POST',
      body: new ReadableStream({
        start: (controller) => {
          for (const text of texts) controller.enqueue(Buffer.from(text));
          controller.close();
        },
      }),
      // A body that comes as a stream has no kind unless it is said.
      headers: texts.length === 0 ? {} : { 'Content-Type': 'application/json' },
      duplex: 'half',
    } as RequestInit);
  expect(await (await chunks('{"a":', ' "ю"}')).json()).toEqual({ body: { a: 'ю' } });
  expect(await (await chunks()).json()).toEqual({ body: 'none' });
});

it.each([
  ['in the middle of its body', 'Content-Length: 7', '{"a"'],
  ['after its body', 'Content-Length: 7', '{"a":1}'],
  ['before the end of its chunks', 'Transfer-Encoding: chunked', '4\r\n{"a"'],
])(
  'refuses a request whose caller hung up %s before it was read: without it, it is another one',
  async (_when, framing, sent) => {
    const receive = jsonReceiver(LIMIT);
    const plain = createServer().listen(0);
    // What comes before the body takes as long as the caller stays.
    const received = once(plain, 'request').then(async ([asked, response]) => {
      await new Promise((resolve) => asked.socket.once('close', resolve));
      await receive(asked, response, undefined);
    });
    await once(plain, 'listening');
    const socket = connect((plain.address() as AddressInfo).port, '127.0.0.1');
    const head = `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${framing}\r\n\r\n`;
    socket.write(head + sent, () => socket.end());
    await expect(received).rejects.toMatchObject({ status: 400, code: 'malformed-body' });
    socket.destroy();
    plain.close();
  },
);

it.each([
  ['whole, in pieces', ['{"a"', ':1', '}'], { body: '{"a":1}' }],
  ['not to its end', ['{"a"', ':1'], { status: 400, code: 'malformed-body' }],
])('receives a body of a known length that comes %s', async (_how, pieces, expected) => {
  const receive = jsonReceiver(LIMIT);
  const plain = createServer().listen(0);
  const received = once(plain, 'request').then(async ([asked, response]) => {
    await receive(asked, response, undefined);
    return { body: String(asked.body) };
  });
  await once(plain, 'listening');
  const socket = connect((plain.address() as AddressInfo).port, '127.0.0.1').setNoDelay();
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n');
  for (const piece of pieces) {
    // Each is a packet of its own.
    await new Promise((resolve) => socket.write(piece, resolve));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  socket.end();
  expect(await received.catch((error: unknown) => error)).toMatchObject(expected);
  socket.destroy();
  plain.close();
});
