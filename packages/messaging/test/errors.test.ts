import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, it } from '@jest/globals';
import { codeOf, judge, PermanentError, SchemaError, TransientError } from '@order-ledger/messaging/errors';
import { createPool } from '@order-ledger/platform/postgres';
import { createOutbound } from '@order-ledger/platform/resilience';
import { keepingLog } from '@order-ledger/testing/lines';

const failure = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
};
const classOf = (error: unknown) => judge(error).errorClass;
const named = (name: string, options?: ErrorOptions): Error => Object.assign(new Error('failed', options), { name });

/** A port that nobody listens on or can come to listen on: it is the near end of a connection. */
const takeDeadPort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  return {
    port: socket.localPort ?? 0,
    giveBack: () => {
      socket.destroy();
      server.close();
    },
  };
};

it('takes for transient what passes by itself: servers that are away, locks, timeouts, open breakers', async () => {
  const { port, giveBack } = await takeDeadPort();
  const { log } = keepingLog();
  const address = { connectionString: `postgres://nobody:nothing@127.0.0.1:${port}/none`, applicationName: 'test' };
  const pool = createPool({ ...address, name: 'errors-test', log });
  const postgres = await failure(() => pool.query('select 1'));
  await pool.end();
  const http = await failure(() => fetch(`http://127.0.0.1:${port}`));
  giveBack();
  const outbound = createOutbound({ name: 'test', timeoutMs: 20, attempts: 1, breakAfter: 1 });
  const timedOut = await failure(() => outbound(() => new Promise(() => undefined)));
  const broken = await failure(() => outbound(async () => 1));
  const cancelled = Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' });
  const all = [postgres, http, timedOut, broken, cancelled, new TransientError('later')];
  const ofOthers = ['LedgerUnavailableError', 'OutcomeUnknownError', 'NewerWriterError'].map((name) => named(name));
  expect([...all, ...ofOthers].map(classOf)).toEqual(Array(9).fill('transient'));
});

it('looks through what an error was caused by', () => {
  expect(classOf(named('Wrapped', { cause: named('LedgerUnavailableError') }))).toBe('transient');
  expect(classOf(new PermanentError('no order', 'no-order', { cause: named('LedgerUnavailableError') }))).toBe(
    'permanent',
  );
  expect(classOf(named('Wrapped', { cause: new SchemaError('no', 'invalid') }))).toBe('schema');
});

it('does not guess about anything else, and tells a code without the message', () => {
  expect([new Error('boom'), new TypeError('x'), 'text', null].map(classOf)).toEqual(Array(4).fill('unknown'));
  expect(codeOf(new Error('for jane@example.com'))).toBe('Error');
  expect(codeOf(Object.assign(new Error('x'), { code: 'jane@example.com' }))).toBe('Error');
  expect(codeOf(new PermanentError('there is none', 'no-order'))).toBe('no-order');
});
