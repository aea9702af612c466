import { EventStoreDBClient } from '@eventstore/db-client';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { CHECKPOINT_TABLE } from '@order-ledger/ledger/follow/checkpoint';
import { NO_HASH } from '@order-ledger/ledger/identity';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { chained, freezeAppend, orderStream } from '@order-ledger/ledger/stored/codec';
import { createPool } from '@order-ledger/platform/postgres';
import { type Projection, type ProjectionOptions, startProjection } from '@order-ledger/projector/projection';
import { migrateReadModel, POINTER_SCHEMA } from '@order-ledger/read-model/schema';
import type pg from 'pg';
import { keepingLog } from '../lines.ts';
import { createTestDatabase, type Filled } from '../services/database.ts';
import { type OpenEventStore, openEventStore } from '../services/event-store.ts';
import { until } from '../waiting.ts';

const projectionTables: Filled = {
  name: 'projection',
  fill: (connectionString) =>
    migrateReadModel({ connectionString, log: keepingLog().log, checkpointTable: CHECKPOINT_TABLE }),
};

/**
 * A database with the read model's schemas, a private event store, if it is not the one that is given, and what a
 * projection is made of.
 */
export const readModelUnderTest = async (given?: OpenEventStore) => {
  const undo: (() => Promise<void> | void)[] = [];
  const { log, lines } = keepingLog();
  const database = await createTestDatabase(projectionTables);
  undo.push(database.drop);
  const migrate = () => migrateReadModel({ connectionString: database.url, log, checkpointTable: CHECKPOINT_TABLE });
  const newPool = (): pg.Pool => {
    const pool = createPool({
      connectionString: database.url,
      applicationName: 'projector test',
      name: `test-${crypto.randomUUID()}`,
      log,
      searchPath: POINTER_SCHEMA,
    });
    undo.push(() => pool.end());
    return pool;
  };
  const pool = newPool();
  const store = given ?? (await openEventStore());
  undo.push(store.stop);
  const ledger: Ledger = openLedger({ connectionString: store.url, log });
  undo.push(ledger.close);
  const client = EventStoreDBClient.connectionString(store.url);
  undo.push(client.dispose);

  const select = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await pool.query<Row>(sql, values)).rows;

  /** Stores events as they stand, with the ledger's own chain and ids; `after` continues a stream. */
  const append = async (
    orderId: string,
    events: readonly { type: string; data: object; metadata: object }[],
    after?: RecordedEvent,
  ): Promise<RecordedEvent[]> => {
    const stamped = events.map(({ type, data, metadata }) => {
      const { hash: _hash, ...rest } = metadata as RecordedEvent['metadata'];
      return { type, data, metadata: { ...rest, order_id: orderId } };
    });
    const recorded = chained(after?.metadata.hash ?? NO_HASH, stamped as Parameters<typeof chained>[1]);
    const expected = after === undefined ? 'no_stream' : BigInt(after.metadata.event_version - 1);
    const frozen = freezeAppend(orderStream(orderId), expected, recorded);
    await client.appendToStream(frozen.stream, [...frozen.events], { expectedRevision: frozen.expectedRevision });
    return recorded;
  };

  const start = (changes: Partial<ProjectionOptions> = {}): { projection: Projection; stop: () => Promise<void> } => {
    const abort = new AbortController();
    const projection = startProjection({
      connectionString: database.url,
      pool,
      ledger,
      log,
      signal: abort.signal,
      tailEveryMs: 50,
      ...changes,
    });
    const stop = async (): Promise<void> => {
      abort.abort(new Error('the test is over'));
      await projection.done.catch(() => undefined);
    };
    undo.push(stop);
    return { projection, stop };
  };

  /** Keeps every writer of the table waiting until it is released. */
  const holdTable = async (table: string): Promise<() => Promise<void>> => {
    const holder = await pool.connect();
    let held = true;
    const release = async (): Promise<void> => {
      if (!held) return;
      held = false;
      await holder.query('rollback');
      holder.release();
    };
    undo.push(release);
    await holder.query('begin');
    await holder.query(`lock table ${table} in exclusive mode`);
    return release;
  };

  return {
    url: database.url,
    migrate,
    pool,
    newPool,
    store,
    ledger,
    client,
    log,
    lines,
    select,
    append,
    start,
    holdTable,
    /** Until the tables hold `count` timeline rows. */
    projected: (count: number) =>
      until(`${count} events in the timeline`, async () => (await timelineCount(pool)) >= count),
    close: async () => {
      for (const each of undo.splice(0).reverse()) await each();
    },
  };
};

export type ReadModelUnderTest = Awaited<ReturnType<typeof readModelUnderTest>>;

const timelineCount = async (pool: pg.Pool): Promise<number> =>
  Number((await pool.query('select count(*) from read_model_1.order_timeline')).rows[0]?.count);
