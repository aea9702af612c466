import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { migrate } from '@order-ledger/platform/migrate';
import type { Reader } from '@order-ledger/read-model/reading/reader';
import {
  BEGINNING,
  isAfter,
  type Place,
  placeOf,
  readEnd,
  readPlaceAt,
  readToldAfter,
} from '@order-ledger/read-model/reading/told-events';
import { migrateReadModel } from '@order-ledger/read-model/schema';
import { createWriter } from '@order-ledger/read-model/writing/writer';
import { keepingLog } from '@order-ledger/testing/lines';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import pg from 'pg';
import { historyTables } from '../src/migrations/history-tables.ts';
import { intervalTables } from '../src/migrations/interval-tables.ts';
import { orderRowTable } from '../src/migrations/order-row-table.ts';
import { upkeepTables } from '../src/migrations/upkeep-tables.ts';

const { log } = keepingLog();
const schema = 'read_model_1';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let reader: Reader;
beforeEach(async () => {
  database = await createTestDatabase();
  reader = { pool: new pg.Pool({ connectionString: database.url }), schema };
});
afterEach(async () => {
  await reader.pool.end();
  await database.drop();
});

/** The tables as they were before events had cursors. */
const migrateAsBefore = () =>
  migrate({
    connectionString: database.url,
    log,
    schema,
    migrations: [orderRowTable, historyTables, intervalTables, upkeepTables],
  });
const migrateNow = () =>
  migrateReadModel({
    connectionString: database.url,
    log,
    checkpointTable: 'create table checkpoint (name text primary key)',
  });

const orderId = (order: number): string => `00000000-0000-4000-8000-${String(order).padStart(12, '0')}`;

/** Writes an order's events at one position each, as the build before this one does: it knows no cursors. */
const write = async (order: number, versions: readonly number[], position: (version: number) => number) => {
  await reader.pool.query(
    `insert into ${schema}.order_row (order_id, sort_key, status, stage, owner, status_entered_at, stage_entered_at,
       frozen_ms, held_ms, errored_ms, is_active, customer_ref, channel, currency, paid, priority,
       manufacturing_attempt, price_attempt, event_version, status_version, last_event_type, last_event_id,
       last_occurred_at, last_recorded_at, correlation_id, lifecycle, visiting, position_commit, position_prepare)
     values ($1, 1, 'INITIATED', 'INITIATED', 'CRM', now(), now(), 0, 0, 0, true, 'c', 'API', 'RUB', 0, 1, 0, 0, 1, 1,
       'NoteAdded', gen_random_uuid(), now(), now(), 'x', '{}', '{}', 1, 1) on conflict do nothing`,
    [orderId(order)],
  );
  await reader.pool.query(
    `insert into ${schema}.order_timeline (order_id, event_version, event_id, type, status_version, actor, system, data,
       changed, occurred_at, recorded_at, correlation_id, causation_id, position_commit, position_prepare, status, stage,
       stage_entered_at, frozen_ms, priority, due_at)
     select $1, v, gen_random_uuid(), 'NoteAdded', 1, '{}', 'CRM', '{}', '{}', now(), now(), 'x', 'x', p, p, 'INITIATED',
       'INITIATED', now(), 0, 1, 'infinity' from unnest($2::integer[], $3::bigint[]) as u (v, p)`,
    [orderId(order), versions, versions.map(position)],
  );
};

const readAll = async (from: Place, page: number): Promise<{ name: string; place: Place }[]> => {
  const all: { name: string; place: Place }[] = [];
  for (let place = from; ; ) {
    const rows = await readToldAfter(reader, place, page);
    if (rows.length === 0) return all;
    all.push(
      ...rows.map((row) => ({ name: `${Number(row.order_id.slice(24))}.${row.event_version}`, place: placeOf(row) })),
    );
    place = all.at(-1)?.place as Place;
  }
};
const names = (all: readonly { name: string }[]): string[] => all.map(({ name }) => name);

it('tells the events that were there before cursors once, in their order, before those of any build since [B1] [I4]', async () => {
  await migrateAsBefore();
  await write(1, [1, 2, 3], (version) => version * 10);
  // Tried again when the end was at 30: all of them stand there.
  await write(2, [1, 2, 3, 4, 5], () => 30);
  await write(3, [1, 2], (version) => 30 + version * 10);
  const before = ['1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '2.4', '2.5', '3.1', '3.2'];
  await migrateNow();
  expect(names(await readAll(BEGINNING, 3))).toEqual(before);
  const oldEnd = (await readEnd(reader)) as Place;
  await write(4, [1, 2, 3], (version) => 50 + version);
  await write(5, [1, 2, 3], () => 53);
  const all = await readAll(BEGINNING, 3);
  expect(names(all)).toEqual([...before, '4.1', '4.2', '4.3', '5.1', '5.2', '5.3']);
  expect(names(await readAll(oldEnd, 2))).toEqual(names(all).slice(before.length));
  expect(await readEnd(reader)).toEqual(all.at(-1)?.place);
  for (const [n, { place }] of all.entries()) {
    expect(names(await readAll(place, 100))).toEqual(names(all).slice(n + 1));
    expect(all.slice(n + 1).every((later) => isAfter(later.place, place) && !isAfter(place, later.place))).toBe(true);
  }
});

it('finds the place of a position: behind its event, or before all that stand there where they are several', async () => {
  await migrateAsBefore();
  await write(1, [1, 2], (version) => version * 10);
  await write(2, [1, 2], () => 20);
  await migrateNow();
  await write(3, [1, 2], (version) => 20 + version * 10);
  await write(4, [1, 2], () => 40);
  await write(5, [1], () => 50);
  const from = async (position: number) => {
    const place = await readPlaceAt(reader, { commit: String(position), prepare: String(position) });
    return place === null ? null : names(await readAll(place, 100));
  };
  const all = ['1.1', '1.2', '2.1', '2.2', '3.1', '3.2', '4.1', '4.2', '5.1'];
  expect(await from(-1)).toEqual(all);
  expect(await from(10)).toEqual(all.slice(1));
  expect(await from(20)).toEqual(all.slice(1));
  expect(await from(30)).toEqual(all.slice(5));
  expect(await from(40)).toEqual(all.slice(5));
  expect(await from(45)).toEqual(all.slice(8));
  expect(await from(50)).toEqual([]);
  expect(await from(51)).toBeNull();
});

it('gives no cursor again that an owner gave whose transactions are lost', async () => {
  await migrateNow();
  await write(1, [1, 2, 3], (version) => version);
  const given = await readAll(BEGINNING, 10);
  // What a backup puts back: neither the events nor the state of the sequence.
  await reader.pool.query(`delete from ${schema}.order_timeline where event_version > 1`);
  const [first] = given;
  if (first === undefined || !('cursor' in first.place)) throw new Error('an event has a cursor');
  await reader.pool.query(`select setval('${schema}.order_timeline_cursor', $1)`, [first.place.cursor]);
  const client = await reader.pool.connect();
  await createWriter(schema).beginCursors(client);
  client.release();
  await write(1, [2, 3], (version) => version);
  expect(names(await readAll(given.at(-1)?.place as Place, 10))).toEqual(['1.2', '1.3']);
});
