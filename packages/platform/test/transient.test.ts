import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isOutage, transientFault } from '../src/transient.ts';
import { TRANSIENT_FAULTS, type TransientFault } from '../src/transient-table.ts';

const error = (message: string, fields: object = {}): Error => Object.assign(new Error(message), fields);

/** What clients say where they give no code, word for word. */
const SAID: readonly (readonly [said: string, dependency: TransientFault['dependency']])[] = [
  ['Connection terminated unexpectedly', 'postgres'],
  ['Connection terminated due to connection timeout', 'postgres'],
  ['Client has encountered a connection error and is not queryable', 'postgres'],
  ['Client was closed and is not queryable', 'postgres'],
  ['timeout expired', 'postgres'],
  ['timeout exceeded when trying to connect', 'postgres'],
  ['Query read timeout', 'postgres'],
  ['Received unexpected commandComplete message from backend.', 'postgres'],
  ['received invalid response: 48', 'postgres'],
  ['The server does not support SSL connections', 'postgres'],
  ['There was an error establishing an SSL connection', 'postgres'],
  ['ERR max number of clients reached', 'redis'],
  ['Connection is closed.', 'redis'],
  ["Stream isn't writeable and enableOfflineQueue options is false", 'redis'],
  ['Command timed out', 'redis'],
  ["Socket timeout. Expecting data, but didn't receive any in 1000ms.", 'redis'],
  ['Unknown RESP type 72 "H"', 'redis'],
  ['Protocol error, got "H" as reply type byte', 'redis'],
  ['Channel closed', 'rabbitmq'],
  ['channel closed', 'rabbitmq'],
  ['Channel closing', 'rabbitmq'],
  ['Connection closed: 320 (CONNECTION-FORCED) with message "x"', 'rabbitmq'],
  ['Connection closing', 'rabbitmq'],
  ['Channel ended, no reply will be forthcoming', 'rabbitmq'],
  ['Heartbeat timeout', 'rabbitmq'],
  ['Unexpected close', 'rabbitmq'],
  ['Socket closed abruptly during opening handshake', 'rabbitmq'],
  ['Handshake terminated by server: 530 (NOT_ALLOWED)', 'rabbitmq'],
  ['Frame on channel != 0 during handshake: x', 'rabbitmq'],
  ['Frame on unknown channel: x', 'rabbitmq'],
  ['Unexpected frame on channel 0: x', 'rabbitmq'],
  ['Expected ConnectionStart; got x', 'rabbitmq'],
  ['fetch failed', 'http'],
  ['terminated', 'http'],
  ['socket hang up', 'http'],
];

/** The fault as its client tells it. */
const told = ({ sign, code, only }: TransientFault): Error => {
  const word = code.replace('*', 'ANY');
  switch (sign) {
    case 'code':
      return error('it failed', { code: word, ...only });
    case 'amqp':
    case 'grpc':
      return error('it failed', { code: Number(code) });
    case 'status':
      return error('it failed', { status: Number(code) });
    case 'type':
    case 'name':
      return error('it failed', { [sign]: code });
    case 'reply':
      return error(`${code} it failed`, { name: 'ReplyError' });
    case 'mark':
      return error('it failed', { [code]: true });
    case 'text':
      return error(SAID.find(([said]) => new RegExp(code, 'i').test(said))?.[0] ?? `nobody says ${code}`);
  }
};

const key = (fault: TransientFault | undefined) => fault && `${fault.dependency} ${fault.sign} ${fault.code}`;

describe('the table of what passes by itself', () => {
  it.each(TRANSIENT_FAULTS.map((row) => [key(row), row] as const))('knows %s', (_key, row) => {
    expect(key(transientFault(told(row)))).toBe(key(row));
    expect(isOutage(told(row))).toBe(row.then === 'refused' || row.then === 'lost');
  });

  it('has one row for each sign of a fault', () => {
    const signs = TRANSIENT_FAULTS.map(({ sign, code }) => `${sign} ${code}`);
    expect(signs.filter((sign, index) => signs.indexOf(sign) !== index)).toEqual([]);
  });

  it.each(SAID)('knows what has no code: %s', (said, dependency) => {
    expect(transientFault(error(said))?.dependency).toBe(dependency);
  });

  it('looks through causes and through what was put together, however deep, and never for ever', () => {
    const rows = fc.constantFrom(...TRANSIENT_FAULTS);
    const wraps = fc.array(fc.constantFrom('cause', 'aggregate', 'beside'), { maxLength: 5 });
    fc.assert(
      fc.property(rows, wraps, (row, ways) => {
        let wrapped: Error = told(row);
        for (const way of ways) {
          if (way === 'cause') wrapped = new Error('outer', { cause: wrapped });
          else wrapped = new AggregateError(way === 'beside' ? [new Error('other'), wrapped] : [wrapped], 'several');
        }
        expect(key(transientFault(wrapped))).toBe(key(row));
      }),
    );
    const ring = error('a');
    ring.cause = error('b', { cause: ring });
    expect(transientFault(ring)).toBeUndefined();
  });

  it('does not guess at what it does not know', () => {
    const statements = ['22001', '22P02', '23505', '42P01', '42703', '54001', 'XX000', 'XX001'];
    const codes = fc.oneof(
      fc.constantFrom(...statements, 'ENOENT', 'EACCES', 'ERR_INVALID_ARG_TYPE', 'outcome-open'),
      fc.constantFrom(3, 5, 7, 9, 12, 312, 402, 406, 1_000),
    );
    fc.assert(
      fc.property(codes, (code) => expect(transientFault(error('Connection closed', { code }))).toBeUndefined()),
    );
    const others = [error('undefined is not a function'), new TypeError('x'), 'ECONNRESET', null, undefined, 14, {}];
    expect(others.map(transientFault)).toEqual(others.map(() => undefined));
    // A DOMException's number is none of gRPC's.
    expect(transientFault(new DOMException('not found', 'NotFoundError'))).toBeUndefined();
    expect(transientFault(error('x', { code: '54000', routine: 'index_form_tuple' }))).toBeUndefined();
  });
});

const failure = (work: () => Promise<unknown>): Promise<unknown> =>
  work().then(
    () => Promise.reject(new Error('it did not fail')),
    (thrown: unknown) => thrown,
  );

describe('a server that fails in earnest', () => {
  const serving = async (answer: (socket: Socket) => void, ask: (port: number) => Promise<unknown>) => {
    const server = createServer(answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const thrown = await failure(() => ask((server.address() as AddressInfo).port));
    server.close();
    return thrown;
  };
  const get = (port: number) => fetch(`http://127.0.0.1:${port}`).then((response) => response.text());

  it.each<[string, () => Promise<unknown>]>([
    ['resets', () => serving((socket) => socket.once('data', () => socket.resetAndDestroy()), get)],
    ['closes without a word', () => serving((socket) => socket.once('data', () => socket.end()), get)],
    ['answers garbage', () => serving((socket) => socket.once('data', () => socket.end('garbage\r\n\r\n')), get)],
    [
      'sends half of its answer',
      () =>
        serving(
          (socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx')),
          get,
        ),
    ],
    [
      'speaks no TLS',
      () =>
        serving(
          (socket) => socket.end('no\r\n'),
          (port) => fetch(`https://127.0.0.1:${port}`),
        ),
    ],
    [
      'says nothing',
      () =>
        serving(
          () => undefined,
          (port) => fetch(`http://127.0.0.1:${port}`, { signal: AbortSignal.timeout(50) }),
        ),
    ],
    ['has no name', () => failure(() => fetch('http://nowhere.invalid'))],
    ['is not up', () => failure(() => once(connect(join(tmpdir(), 'no-such-socket')), 'connect'))],
  ])('is known for one that passes: %s', async (_what, fail) => {
    expect(isOutage(await fail())).toBe(true);
  });
});
