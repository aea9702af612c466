import { createHash } from 'node:crypto';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Status } from '@order-ledger/domain/status';
import { createPool, inTransaction } from '@order-ledger/platform/postgres';
import { foldBatch } from '@order-ledger/read-model/folding/fold-batch';
import type { ReadEvent } from '@order-ledger/read-model/folding/read-event';
import type { Reader } from '@order-ledger/read-model/reading/reader';
import { migrateReadModel, READ_MODEL_VERSION, versionSchema } from '@order-ledger/read-model/schema';
import { createWriter } from '@order-ledger/read-model/writing/writer';
import fc from 'fast-check';
import type pg from 'pg';
import { keepingLog } from '../lines.ts';
import { journeyTo, walk } from '../orders/journeys.ts';
import { randomLife } from '../orders/random-life.ts';
import { act, noOrder, type Order, uuidOf } from '../orders/specification.ts';
import { createTestDatabase, type Filled } from '../services/database.ts';

const CHECKPOINT = 'create table checkpoint (name text primary key, position_commit numeric, position_prepare numeric)';
const BATCH = 500;

export interface SeededReadModel extends Reader {
  url: string;
  pool: pg.Pool;
  /** Folds events into the tables as the projector does; returns when they are committed. */
  store(events: readonly RecordedEvent[]): Promise<void>;
  /** Says that the tables hold everything. */
  beat(): Promise<void>;
  drop(): Promise<void>;
}

export const readModelTables: Filled = {
  name: 'read_model',
  fill: (connectionString) =>
    migrateReadModel({ connectionString, log: keepingLog().log, checkpointTable: CHECKPOINT }),
};

/** A read model of its own whose tables are written by folding events. */
export const seededReadModel = async (
  events: readonly RecordedEvent[] = [],
  tables: Filled = readModelTables,
): Promise<SeededReadModel> => {
  const database = await createTestDatabase(tables);
  const { log } = keepingLog();
  const schema = versionSchema(READ_MODEL_VERSION);
  const writer = createWriter(schema);
  const pool = createPool({
    connectionString: database.url,
    applicationName: 'seeded',
    name: `seeded-${crypto.randomUUID()}`,
    log,
    statementTimeoutMs: 60_000,
  });
  // Past 2⁵³, as positions of a long-lived ledger are not, but the type would let them.
  let position = 9_007_199_254_740_992n;
  const store = async (more: readonly RecordedEvent[]): Promise<void> => {
    const inTime = [...more].sort((a, b) => Date.parse(a.metadata.recorded_at) - Date.parse(b.metadata.recorded_at));
    for (let from = 0; from < inTime.length; from += BATCH) {
      const batch: ReadEvent[] = inTime.slice(from, from + BATCH).map((event) => {
        position += 100n;
        return { event, id: uuidOf(event.metadata.hash), position: { commit: position, prepare: position } };
      });
      const ids = [...new Set(batch.map(({ event }) => event.metadata.order_id))];
      const { changes, faults } = foldBatch(await writer.load(pool, ids), batch);
      if (faults.length > 0) throw faults[0]?.error;
      await inTransaction(pool, async (client) => {
        await writer.store(client, changes);
        await client.query("select pg_notify('order_events', $1)", [String(position)]);
      });
    }
  };
  await store(events);
  return {
    url: database.url,
    pool,
    schema,
    store,
    beat: () => writer.beat(pool, { commit: position, prepare: position }, 0),
    drop: async () => {
      await pool.end();
      await database.drop();
    },
  };
};

/** The same life as another order's. */
export const renamed = (events: readonly RecordedEvent[], name: string): RecordedEvent[] =>
  events.map((event) => ({
    ...event,
    metadata: {
      ...event.metadata,
      order_id: uuidOf(name),
      hash: createHash('sha256').update(`${name} ${event.metadata.hash}`).digest('hex'),
    },
  })) as RecordedEvent[];

/** The same life as if everything had happened this much later. */
export const later = (events: readonly RecordedEvent[], ms: number): RecordedEvent[] => {
  const moved = (text: string): string => new Date(Date.parse(text) + ms).toISOString();
  return events.map((event) => ({
    ...event,
    metadata: {
      ...event.metadata,
      occurred_at: moved(event.metadata.occurred_at),
      recorded_at: moved(event.metadata.recorded_at),
    },
  })) as RecordedEvent[];
};

/** Lives of orders under random commands, each a little later than the one before, some at the same time. */
export const randomLives = (count: number, seed: number): RecordedEvent[][] =>
  fc
    .sample(randomLife, { numRuns: count, seed })
    .map((lived) => lived.at(-1)?.after.events ?? [])
    .filter((events) => events.length > 0)
    .map((events, index) => later(renamed(events, `random ${seed} ${index}`), Math.floor(index / 2) * 7_000));

const PRIORITIES = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;

/** A new order, the n-th of a partner (null: the house's): one a minute, with priorities and due dates. */
const newOrder = (n: number, partner: string | null, start: string): Order => {
  const begun = new Date(Date.parse(start) + n * 60_000);
  const due_at = n % 3 === 0 ? {} : { due_at: new Date(begun.getTime() + ((n * 7) % 30) * 86_400_000).toISOString() };
  return act(noOrder(`${partner ?? 'house'} ${n}`, begun.toISOString()), 'InitiateOrder', {
    as: partner === null ? 'store' : 'partner',
    body: {
      customer_ref: `customer-${n % 10}`,
      external_ref: `external-${partner ?? 'house'}-${n}`,
      channel: partner === null ? 'ONLINE_STORE' : 'API',
      priority: PRIORITIES[n % 4] as (typeof PRIORITIES)[number],
      ...due_at,
    },
  });
};

/** The life of the n-th order of a partner (null: the house) from its creation into a status, and on by `more`. */
export const lifeInto = (
  status: Status,
  n: number,
  partner: string | null,
  { start = '2026-03-02T08:00:00.000Z', more = [] }: { start?: string; more?: Parameters<typeof walk>[1][] } = {},
): RecordedEvent[] => {
  const { events } = walk(journeyTo(status, newOrder(n, partner, start)), ...more);
  // The domain's rightful callers know one partner by name.
  return JSON.parse(JSON.stringify(events).replaceAll('acme', partner ?? 'acme')) as RecordedEvent[];
};
