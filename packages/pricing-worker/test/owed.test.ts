import { expect, it } from '@jest/globals';
import { keepingLog } from '@order-ledger/testing/lines';
import { until } from '@order-ledger/testing/waiting';
import { createOwed } from '../src/orders/owed.ts';

it('brings the others on though what is owed to one order is never to be done', async () => {
  const stopping = new AbortController();
  const done: string[] = [];
  const owed = createOwed({
    advance: async (orderId) => {
      if (orderId === 'ill') throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
      done.push(orderId);
      return { awaits: null };
    },
    ask: async () => undefined,
    log: keepingLog().log,
    signal: stopping.signal,
    onDone: () => undefined,
  });
  for (const order of ['ill', 'well', 'sound']) owed.add(order);
  await until('the others', () => done.length === 2, 30_000);
  stopping.abort();
  await owed.idle();
  expect(done).toEqual(['well', 'sound']);
}, 60_000);
