import { type Bridge, runBridge } from '@order-ledger/bridge/bridge';
import { migrateSchema, SCHEMA } from '@order-ledger/bridge/schema';
import { EXCHANGES } from '@order-ledger/domain/events';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { openMessaging } from '@order-ledger/messaging/connection';
import { TOPOLOGY, type Topology } from '@order-ledger/messaging/topology';
import { createPool } from '@order-ledger/platform/postgres';
import type pg from 'pg';
import { keepingLog } from '../lines.ts';
import { type Broker, brokerUrl, openBroker, ownPrefix, type Tapped } from '../services/broker.ts';
import { createTestDatabase, type Filled } from '../services/database.ts';
import { type OpenEventStore, openEventStore } from '../services/event-store.ts';

export interface RunningBridge extends Bridge {
  stop(): Promise<void>;
}

export interface System {
  readonly store: OpenEventStore;
  readonly ledger: Ledger;
  readonly databaseUrl: string;
  readonly pool: pg.Pool;
  readonly broker: Broker;
  readonly prefix: string;
  /** All that was published since the beginning. */
  readonly tapped: readonly Tapped[];
  logText(): string;
  startBridge(changes?: {
    amqpUrl?: string;
    eventStoreUrl?: string;
    window?: number;
    standstillMs?: number;
    mostApart?: number;
  }): Promise<RunningBridge>;
  /** The exchange's committed position; null at the start. */
  checkpoint(exchange: string): Promise<bigint | null>;
  /** All events of the ledger in its order. */
  events(orderIds: readonly string[]): Promise<RecordedEvent[]>;
  /** True when every exchange's checkpoint stands at the end of the ledger; then all that was published is in `tapped`. */
  atTail(): Promise<boolean>;
  remove(): Promise<void>;
}

const bridgeTables: Filled = {
  name: 'bridge',
  fill: (connectionString) => migrateSchema({ connectionString, log: keepingLog().log }),
};

/** An event store, a database and names on the broker of a test's own. */
export const createSystem = async (topology: Topology = TOPOLOGY): Promise<System> => {
  const { log, text } = keepingLog();
  const database = await createTestDatabase(bridgeTables);
  const store = await openEventStore();
  const ledger = openLedger({ connectionString: store.url, log });
  const prefix = ownPrefix();
  const broker = await openBroker(prefix, topology);
  const tapped = await broker.tap();
  const poolOf = (name: string) =>
    createPool({ connectionString: database.url, applicationName: name, name, log, searchPath: SCHEMA });
  const pool = poolOf(`test ${prefix}`);
  const running = new Set<RunningBridge>();

  const startBridge: System['startBridge'] = async ({
    amqpUrl = brokerUrl(),
    eventStoreUrl = store.url,
    window = 256,
    standstillMs = 30_000,
    mostApart,
  } = {}) => {
    const stopping = new AbortController();
    const own = openLedger({ connectionString: eventStoreUrl, log });
    const messaging = openMessaging({ url: amqpUrl, log, name: 'bridge', prefix, topology, publishTimeoutMs: 5_000 });
    const bridgePool = poolOf(`bridge ${prefix}${crypto.randomUUID()}`);
    const bridge = runBridge({
      ledger: own,
      messaging,
      connectionString: database.url,
      pool: bridgePool,
      log,
      signal: stopping.signal,
      window,
      ...{ standstillMs, mostApart },
      lagEveryMs: 100,
      verifyEveryMs: 500,
    });
    const started: RunningBridge = {
      ...bridge,
      stop: async () => {
        running.delete(started);
        stopping.abort(new Error('the test stops the bridge'));
        await bridge.done;
        await messaging.close();
        await own.close();
        await bridgePool.end();
      },
    };
    running.add(started);
    return started;
  };

  const checkpoint = async (exchange: string): Promise<bigint | null> => {
    const { rows } = await pool.query('select commit_position from checkpoint where name = $1', [exchange]);
    return rows[0]?.commit_position == null ? null : BigInt(rows[0].commit_position);
  };

  return {
    store,
    ledger,
    databaseUrl: database.url,
    pool,
    broker,
    prefix,
    tapped,
    logText: text,
    startBridge,
    checkpoint,
    events: async (orderIds) => {
      const events: RecordedEvent[] = [];
      for (const orderId of orderIds) for await (const event of ledger.readOrder(orderId)) events.push(event);
      return events;
    },
    atTail: async () => {
      const tail = await ledger.tail();
      const positions = await Promise.all(EXCHANGES.map(checkpoint));
      const reached = positions.every((position) => position !== null && position >= (tail?.position.commit ?? 0n));
      // The tap has its messages by a way of its own, which may take longer.
      if (reached) await broker.tappedAll();
      return reached;
    },
    remove: async () => {
      for (const bridge of [...running]) await bridge.stop();
      await ledger.close();
      await store.stop();
      await pool.end();
      await database.drop();
      await broker.remove();
      await broker.close();
    },
  };
};
