import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startOtlpSink } from '@order-ledger/platform/otlp-sink';
import { getFirstPage } from '@order-ledger/read-model/first-pages/cache';
import type { FirstPageList } from '@order-ledger/read-model/first-pages/lists';
import { journeyTo } from '@order-ledger/testing/orders/journeys';
import { type ReadModelUnderTest, readModelUnderTest } from '@order-ledger/testing/running/projection';
import { type EventStore, startEventStore } from '@order-ledger/testing/services/event-store';
import { type OwnRedis, startOwnRedis } from '@order-ledger/testing/services/own-redis';
import { proxyTo } from '@order-ledger/testing/services/proxy';
import { until } from '@order-ledger/testing/waiting';
import { Redis } from 'ioredis';
import { type ProjectorProcess, startProjectorProcess } from './support/projector-process.ts';
import { expectTablesOf } from './support/recomputed-tables.ts';

jest.setTimeout(90_000);

let store: EventStore;
let under: ReadModelUnderTest;
const running: ProjectorProcess[] = [];
beforeEach(async () => {
  store = await startEventStore();
  under = await readModelUnderTest(store);
});
afterEach(async () => {
  for (const each of running.splice(0)) await each.kill('SIGKILL');
  await under.close();
});

const start = async (environment: NodeJS.ProcessEnv = {}): Promise<ProjectorProcess> => {
  const started = await startProjectorProcess({
    DATABASE_URL: under.url,
    EVENTSTORE_URL: store.url,
    REDIS_URL: '',
    ...environment,
  });
  running.push(started);
  return started;
};
const stateOf = async (projector: ProjectorProcess) => (await projector.get('/status')).body.state;
const life = journeyTo('CLOSED').events;
const submitted = journeyTo('SUBMITTED').events;
const dirtyLists = async () => (await under.select('select list from read_model_1.dirty_list')).map(({ list }) => list);
const writeLife = async (): Promise<string> => {
  const order = crypto.randomUUID();
  await under.append(order, life);
  return order;
};

it('counts every event once although it is killed in the middle of a transaction, and another instance takes over [E8]', async () => {
  const orders = [await writeLife()];
  const first = await start();
  await under.projected(life.length);
  const second = await start();
  await until('the second stands by', async () => (await stateOf(second)) === 'standing-by');
  await until('it is ready', async () => (await second.get('/health/ready')).status === 200);

  // The transaction has moved the checkpoint and written its rows when it comes to this table, and waits.
  const release = await under.holdTable('read_model_1.status_flow');
  orders.push(await writeLife(), await writeLife());
  await until('the first waits in its transaction', async () => {
    const waiting = await under.select(
      `select 1 from pg_stat_activity
       where application_name = 'projector' and wait_event_type = 'Lock' and query like '%status_flow%'`,
    );
    return waiting.length === 1;
  });
  await first.kill('SIGKILL');
  await release();

  await until('the second follows', async () => (await stateOf(second)) === 'following');
  orders.push(await writeLife());
  await under.projected(4 * life.length);
  await expectTablesOf(under, orders);
  expect((await second.get('/status')).body).toMatchObject({ epoch: '2', parked_orders: 0 });
});

it('goes on through a restart of Postgres connections and of the event store', async () => {
  const orders = [await writeLife()];
  const projector = await start();
  await under.projected(life.length);
  await under.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and application_name <> 'projector test'`,
  );
  await store.kill();
  await store.restart();
  orders.push(await writeLife());
  await under.projected(2 * life.length);
  await expectTablesOf(under, orders);
  await until('it is ready', async () => (await projector.get('/health/ready')).status === 200);
});

it('tells its lag, its owner and its batches as metrics, and stops in order when told [K4]', async () => {
  // What comes last closes the batch, and no wait that was too long.
  const projector = await start({ BATCH_LINGER_MS: '30000' });
  await writeLife();
  await under.projected(life.length);
  const { text } = await projector.get('/metrics');
  for (const name of [
    'projection_lag_seconds',
    'projection_lag_bytes',
    'projection_progress_age_seconds',
    'projection_owner_epoch',
    'projection_parked_orders',
    'projection_batch_events_bucket',
    'projection_commit_seconds_bucket',
  ])
    expect(text).toContain(name);
  expect(text).toMatch(/projection_owner_epoch\{service="projector"\} 1/);
  expect(text).toMatch(/projection_batch_events_count\{.*flush_reason="tail".*\} [1-9]/);
  expect(await projector.kill('SIGTERM')).toBe(0);
});

it('begins a trace with each batch, linked to the traces that its events came from', async () => {
  const sink = await startOtlpSink();
  try {
    const order = crypto.randomUUID();
    const [traceId, spanId] = ['1234567890abcdef'.repeat(2), 'fedcba0987654321'];
    const traced = life.map((event) => ({
      ...event,
      metadata: { ...event.metadata, traceparent: `00-${traceId}-${spanId}-01` },
    }));
    await under.append(order, traced);
    const projector = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: sink.url });
    await under.projected(life.length);
    // What it has not sent yet leaves on its way out.
    await projector.kill('SIGTERM');
    const batch = sink.spans().find(({ name, links }) => name === 'project batch' && links.length > 0);
    expect(batch).toMatchObject({ service: 'projector', parentSpanId: undefined, links: [{ traceId, spanId }] });
    expect(batch?.traceId).not.toBe(traceId);
    const [row] = await under.select('select trace_id from read_model_1.order_timeline where event_version = 1');
    expect(row?.trace_id).toBe(traceId);
  } finally {
    await sink.close();
  }
});

describe('the first pages in Redis', () => {
  let server: OwnRedis;
  let redis: Redis;
  beforeEach(async () => {
    server = await startOwnRedis();
    redis = new Redis(server.url);
    redis.on('error', () => undefined);
  });
  afterEach(async () => {
    redis.disconnect();
    await server.stop();
  });
  const shown = async (list: FirstPageList): Promise<string[]> => {
    const cached = await getFirstPage(redis, list).catch(() => null);
    return cached === null ? [] : (JSON.parse(cached.page) as { order_id: string }[]).map(({ order_id }) => order_id);
  };
  const submit = async (): Promise<string> => {
    const order = crypto.randomUUID();
    await under.append(order, submitted);
    return order;
  };

  it('are warmed up, and show a new order where it belongs [I5]', async () => {
    const before = await writeLife();
    await start({ REDIS_URL: server.url });
    await until('the warm-up', async () => (await shown('newest')).includes(before));
    const after = await submit();
    await until('the new order', async () => (await shown('status-newest:SUBMITTED')).includes(after));
    await until('the new order among the active', async () => (await shown('active-newest')).includes(after));
    expect(await shown('active-newest')).toEqual([after]);
    await until('no list is dirty', async () => (await dirtyLists()).length === 0);
  });

  it('come up to date at the new master when Redis has failed over [I5]', async () => {
    const other = await startOwnRedis();
    const way = await proxyTo(server.url);
    try {
      await start({ REDIS_URL: way.url });
      await until('the warm-up', async () => (await getFirstPage(redis, 'newest')) !== null);
      await redis.replicaof('127.0.0.1', 1);
      way.leadTo(other.url);
      redis.disconnect();
      redis = new Redis(other.url);
      const order = await submit();
      // The lists that nothing changed as well.
      await until('the other lists', async () => (await getFirstPage(redis, 'status-newest:DELIVERED')) !== null);
      await until('the order', async () => (await shown('status-newest:SUBMITTED')).includes(order));
      await until('no list is dirty', async () => (await dirtyLists()).length === 0);
    } finally {
      await way.close();
      await other.stop();
    }
  });

  it('are missed by nothing else while Redis is down, and come up to date once it is back [I5]', async () => {
    const projector = await start({ REDIS_URL: server.url });
    await until('the warm-up', async () => (await getFirstPage(redis, 'newest')) !== null);
    await server.kill();
    const order = await submit();
    await under.projected(submitted.length);
    await until('it is ready', async () => (await projector.get('/health/ready')).status === 200);
    expect(await dirtyLists()).toContain('status-newest:SUBMITTED');
    await server.start();
    await until('the order that came meanwhile', async () => (await shown('status-newest:SUBMITTED')).includes(order));
    await until('no list is dirty', async () => (await dirtyLists()).length === 0);
  });
});
