import { EXCHANGES } from '@order-ledger/domain/events';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { openLedger } from '@order-ledger/ledger/ledger';
import { programOf } from '@order-ledger/platform/own-program';
import { type RunningProcess, startProcess } from '@order-ledger/testing/processes/child';
import { createSystem } from '@order-ledger/testing/running/bridge';
import { startApi } from '@order-ledger/testing/running/command-api';
import { readModelUnderTest } from '@order-ledger/testing/running/projection';
import { startApiOver } from '@order-ledger/testing/running/query-api';
import { brokerUrl, type Tapped } from '@order-ledger/testing/services/broker';
import { until } from '@order-ledger/testing/waiting';
import { followLedger } from '../../../command-api/src/ledger-follower.ts';

/** The processes that work on what they read, and the schema in which each keeps its place. */
const WORKERS = {
  'process-manager': 'process_manager',
  'pricing-worker': 'pricing',
  'manufacturing-worker': 'production',
} as const;

/** A ledger with its door and all that reads it for others: the tables, the query API over them, and the queues. */
export const everyReader = async () => {
  const under = await readModelUnderTest();
  const relay = await createSystem();
  const door = await startApi({ ledger: openLedger({ connectionString: under.store.url, log: under.log }) });
  const query = await startApiOver({ url: under.url, pool: under.newPool(), drop: async () => undefined });
  const abort = new AbortController();
  const follower = followLedger({ ...door, signal: abort.signal });
  under.start();
  await relay.startBridge({ eventStoreUrl: under.store.url });

  const workers: RunningProcess[] = [];

  const counted = async (pool: typeof under.pool, table: string): Promise<number> =>
    (await pool.query(`select from ${table}`)).rowCount ?? 0;
  const positions = async (): Promise<(string | null)[]> => [
    ...(await Promise.all(EXCHANGES.map(relay.checkpoint))).map((commit) => commit?.toString() ?? null),
    ...(await under.select<{ commit: string }>('select commit_position as commit from checkpoint')).map(
      ({ commit }) => commit,
    ),
    ...(await door.pool.query('select commit_position as commit from checkpoint')).rows.map(({ commit }) => commit),
  ];

  return {
    under,
    relay,
    door,
    query,
    /** Until every reader has passed all that the ledger holds now. */
    atTail: async (): Promise<void> => {
      const tail = (await door.ledger.tail())?.position.commit ?? 0n;
      await until(
        'every reader at the tail',
        async () => {
          const passed = await positions();
          return passed.length === 5 && passed.every((commit) => commit !== null && BigInt(commit) >= tail);
        },
        120_000,
      );
      await relay.broker.tappedAll();
    },
    /** Starts the workers over what stands in the ledger; resolves when each of them has passed all of it. */
    startWorkers: async (): Promise<void> => {
      const tail = (await door.ledger.tail())?.position.commit ?? 0n;
      const env = {
        EVENTSTORE_URL: under.store.url,
        DATABASE_URL: under.url,
        AMQP_URL: brokerUrl(),
        AMQP_PREFIX: relay.prefix,
        // No model is there to be measured: jobs wait.
        UPLOAD_API_URL: 'http://127.0.0.1:9',
        MODEL_TOKEN: 'none',
      };
      for (const [name, schema] of Object.entries(WORKERS)) {
        workers.push(await startProcess(programOf(name), env));
        const place = `select commit_position as commit from ${schema}.checkpoint`;
        await until(
          `${name} at the tail`,
          async () =>
            (await under.select<{ commit: string | null }>(place)).some(({ commit }) => BigInt(commit ?? 0) >= tail),
          120_000,
        );
      }
    },
    /** What the workers' readiness says is wrong, but that there are no models. */
    unwell: async (): Promise<string[]> =>
      (await Promise.all(workers.map((worker) => worker.readiness()))).flatMap(({ checks }) =>
        checks.filter(({ ok, code }) => !ok && code !== 'upload-api-away').map(({ name, code }) => `${name}: ${code}`),
      ),
    parkedByWorkers: async () => ({
      'process-manager': await counted(under.pool, 'process_manager.parked_order'),
      'pricing-worker': await counted(under.pool, 'pricing.parked_order'),
    }),
    /** What is parked, by reader. */
    parked: async () => ({
      projector: await counted(under.pool, 'read_model_1.order_parked'),
      bridge: await counted(relay.pool, 'parked_order'),
      'command-api': await counted(door.pool, 'parked_event'),
    }),
    stored: async (orderId: string): Promise<RecordedEvent[]> => {
      const events: RecordedEvent[] = [];
      for await (const event of door.ledger.readOrder(orderId)) events.push(event);
      return events;
    },
    /** The messages of an order in the order of its events; one that came again, because its confirm was late, once. */
    published: (orderId: string): Tapped['envelope'][] =>
      relay.tapped
        .map(({ envelope }) => envelope)
        .filter(({ order_id }) => order_id === orderId)
        .sort((a, b) => a.event_version - b.event_version)
        .filter(({ event_version }, index, all) => event_version !== all[index - 1]?.event_version),
    projected: (orderId: string) =>
      under.select(
        `select type, data, occurred_at, recorded_at from read_model_1.order_timeline
         where order_id = $1 order by event_version`,
        [orderId],
      ),
    close: async (): Promise<void> => {
      for (const worker of workers) await worker.stop();
      abort.abort(new Error('the test is over'));
      await follower.done;
      await query.close();
      await door.close();
      await relay.remove();
      await under.close();
    },
  };
};

export type EveryReader = Awaited<ReturnType<typeof everyReader>>;
