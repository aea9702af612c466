import { expect, it } from '@jest/globals';
import type { OrderRow } from '@order-ledger/read-model/rows';
import type pg from 'pg';
import { createKnownRows } from '../src/known-rows.ts';

const rowOf = (order_id: string, event_version: number) => ({ order_id, event_version }) as OrderRow;
const PARKED = { event_version: 3, reason: 'unreadable', detail: '' } as const;
const NO_POOL = {} as pg.Pool;

/** What the table holds, and which orders it was asked for. */
const table = (...rows: OrderRow[]) => {
  const asked: string[][] = [];
  const load = async (_pool: pg.Pool, orderIds: readonly string[]): Promise<Map<string, OrderRow>> => {
    asked.push([...orderIds]);
    return new Map(rows.filter(({ order_id }) => orderIds.includes(order_id)).map((row) => [row.order_id, row]));
  };
  return { asked, known: createKnownRows(NO_POOL, { load }) };
};
const versions = (rows: Map<string, OrderRow>) =>
  [...rows.values()].map(({ order_id, event_version }) => [order_id, event_version]);

it('reads a row only where it was not written by a batch before, and none of an order that has none', async () => {
  const { asked, known } = table(rowOf('old', 7));
  known.writing([rowOf('new', 2)], [])();
  expect(versions(await known.load(['new', 'none', 'old']))).toEqual([
    ['old', 7],
    ['new', 2],
  ]);
  expect(versions(await known.load(['new']))).toEqual([['new', 2]]);
  expect(asked).toEqual([['none', 'old']]);
});

it('knows nothing of what was not committed, what was parked beside it, and what was changed by other means', async () => {
  const { asked, known } = table();
  known.writing([rowOf('one', 2), rowOf('two', 2), rowOf('three', 2)], [])();
  known.writing([rowOf('one', 3)], []);
  known.writing([rowOf('two', 3)], [{ order_id: 'two', ...PARKED }])();
  await known.load(['one', 'two', 'three']);
  known.clear();
  await known.load(['three']);
  expect(asked).toEqual([['one', 'two'], ['three']]);
});

it('keeps as many rows as there is room for, however many orders come', async () => {
  const { known } = table();
  for (let n = 0; n < 10_000; n += 1) known.writing([rowOf(`order-${n}`, 1)], [])();
  expect(known.size()).toBe(2_000);
});
