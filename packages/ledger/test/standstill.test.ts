import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { FROM_THE_START, openCheckpoint, readMark } from '@order-ledger/ledger/follow/checkpoint';
import type { OwnedFollowerOptions } from '@order-ledger/ledger/follow/owned-follower';
import { watchStandstill } from '@order-ledger/ledger/follow/standstill';
import { openLedger } from '@order-ledger/ledger/ledger';
import { registry } from '@order-ledger/platform/metrics';
import { inTransaction } from '@order-ledger/platform/postgres';
import { type EventStore, startEventStore } from '@order-ledger/testing/services/event-store';
import { proxyTo } from '@order-ledger/testing/services/proxy';
import { until } from '@order-ledger/testing/waiting';
import { type FollowerStage, followerStage, healthOf, NAME } from './support/follower-stage.ts';

let store: EventStore;
let stage: FollowerStage;
beforeEach(async () => {
  store = await startEventStore();
  stage = await followerStage(store);
});
afterEach(() => stage.close());

const HOUR_MS = 3_600_000;
const never = new Promise<never>(() => undefined);
/** Neither moves anything nor comes back. */
const hangs: Partial<OwnedFollowerOptions> = { follow: () => never, graceMs: 10 };
const nobodyFollows = () =>
  stage.lines().filter(({ message }) => message === 'no instance follows the ledger; restarting the follower here');

it('is not ready where nothing moves the checkpoint, begins to follow anew by itself, and is well again', async () => {
  let runs = 0;
  const follower = stage.follower({
    graceMs: 10,
    standstillMs: 1_000,
    follow: (checkpoint, signal) => {
      runs += 1;
      return runs === 1 ? never : stage.apply(checkpoint, signal);
    },
  });
  await stage.writeOrder(2);
  await until('it says that nobody follows', () => healthOf(follower) === 'nobody-follows');
  await until('three effects', async () => (await stage.effects()).length === 3);
  await until('well', () => healthOf(follower) === 'well');
  expect(runs).toBe(2);
  expect(nobodyFollows()).toMatchObject([{ level: 'error', name: 'test orders@1', state: 'following' }]);
  const metrics = await registry.metrics();
  expect(metrics).toMatch(
    /ledger_followings_begun_anew_total\{[^}]*follower="test orders@1",cause="left-behind"[^}]*\} 1/,
  );
  expect(metrics).toMatch(/ledger_follower_stands_seconds\{[^}]*follower="test orders@1"[^}]*\} 0/);
});

it('tells how old the first event is that no instance has passed, and that nothing is left', async () => {
  const lag = async (): Promise<number> => {
    const metric = (await registry.getMetricsAsJSON()).find(({ name }) => name === 'ledger_follower_lag_seconds');
    return metric?.values.find(({ labels }) => labels.follower === 'test orders@1')?.value ?? Number.NaN;
  };
  let go = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  stage.follower({
    standstillMs: 600,
    follow: async (checkpoint, signal) => {
      await held;
      await stage.apply(checkpoint, signal);
    },
  });
  await stage.writeOrder(0);
  // It grows, whatever comes behind the first event.
  await until('half a second behind', async () => (await lag()) > 0.5);
  await stage.writeOrder(0);
  await until('a second behind', async () => (await lag()) > 1);
  go();
  await until('at the tail', async () => (await lag()) === 0);
});

it('is seen by an instance that stands by, whatever the owner says of itself', async () => {
  const owner = stage.follower({ ...hangs, standstillMs: HOUR_MS });
  await until('the owner follows', () => owner.state() === 'following');
  const other = stage.follower({ standstillMs: 1_000 });
  await stage.writeOrder(0);
  await until('the other says so', () => healthOf(other) === 'nobody-follows');
  // It stands by, or is about to again: the work is another's all the time.
  expect(['standing-by', 'waiting-to-retry']).toContain(other.state());
});

it('is seen in an instance that hangs before it follows', async () => {
  await openCheckpoint(stage.pool, NAME);
  const order = { commit: 1, prepare: 1, id: crypto.randomUUID() };
  await stage.pool.query(
    'update checkpoint set event_id = $1, event_commit_position = $2, event_prepare_position = $3',
    [order.id, order.commit, order.prepare],
  );
  const follower = stage.follower({
    standstillMs: 1_000,
    graceMs: 10,
    ledger: { ...stage.ledger, eventStandsAt: () => never },
  });
  await stage.writeOrder(0);
  await until('it says so', () => healthOf(follower) === 'nobody-follows');
});

it('is well at the tail of a quiet ledger, whoever owns it', async () => {
  const followers = [stage.follower({ standstillMs: 500 }), stage.follower({ standstillMs: 500 })];
  await stage.writeOrder(1);
  await until('two effects', async () => (await stage.effects()).length === 2);
  await until('both are well', () => followers.every((follower) => healthOf(follower) === 'well'));
  const { length } = nobodyFollows();
  // Several limits, in which nothing comes and nothing moves: however slow the machine, nothing is behind.
  for (const end = performance.now() + 2_500; performance.now() < end; ) {
    expect(followers.map(healthOf)).toEqual(['well', 'well']);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(nobodyFollows()).toHaveLength(length);
});

it('is no standstill where the owner waits for something outside, but one as soon as it does not', async () => {
  let waits = true;
  const owner = stage.follower({ ...hangs, standstillMs: 6_000, waits: () => waits });
  await until('the owner follows', () => owner.state() === 'following');
  const other = stage.follower({ standstillMs: 6_000 });
  await stage.writeOrder(0);
  const before = await readMark(stage.pool, NAME);
  await until(
    'the owner has touched its checkpoint',
    async () => (await readMark(stage.pool, NAME)).mark !== before.mark,
  );
  for (const end = performance.now() + 9_000; performance.now() < end; ) {
    expect([healthOf(owner), healthOf(other)]).toEqual(['well', 'well']);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  waits = false;
  // Whichever is first: where the owner is, it gives way, and the other moves on before it has seen the limit.
  await until('one of the two says so', () => nobodyFollows().length > 0);
});

it('does not count the time in which the process itself was stopped', async () => {
  let stopped = 0;
  const now = performance.now.bind(performance);
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => now() + stopped);
  const stop = new AbortController();
  const found: Error[] = [];
  let looks = 0;
  const watch = watchStandstill({
    ...{ follower: 'stopped', log: stage.log, signal: stop.signal, limitMs: 6_000 },
    where: async () => {
      looks += 1;
      // One hour has passed before the third, and there is something to read then.
      if (looks === 3) stopped = HOUR_MS;
      return { ...FROM_THE_START, mark: 'always' };
    },
    tail: async () =>
      looks === 3 ? { position: { commit: 1n, prepare: 1n }, id: crypto.randomUUID(), created: null } : null,
    onStandstill: (error) => found.push(error),
  });
  await until('it has looked again', () => looks > 3);
  stop.abort(new Error('the test is over'));
  await watch.done;
  clock.mockRestore();
  expect(found).toEqual([]);
});

it('takes neither a take-over nor an advance that moves nothing for progress', async () => {
  const { pool } = stage;
  const first = await openCheckpoint(pool, NAME);
  const { mark } = await readMark(pool, NAME);
  const second = await openCheckpoint(pool, NAME);
  await inTransaction(pool, (client) => second.advance(client, second.current()));
  await first.touch(pool);
  expect((await readMark(pool, NAME)).mark).toBe(mark);
  const to = { position: { commit: 9n, prepare: 9n }, lastEvent: null };
  await inTransaction(pool, (client) => second.advance(client, to));
  second.committed(to);
  const moved = await readMark(pool, NAME);
  expect(moved).toMatchObject({ position: to.position });
  expect(moved.mark).not.toBe(mark);
  await second.touch(pool);
  expect((await readMark(pool, NAME)).mark).not.toBe(moved.mark);
});

it('says that nothing is known while the ledger cannot be asked, and is well by itself when it can', async () => {
  const follower = stage.follower({ standstillMs: 500 });
  await stage.writeOrder(0);
  await until('one effect', async () => (await stage.effects()).length === 1);
  await until('well', () => healthOf(follower) === 'well');
  await store.kill();
  await until('nothing is known', () => healthOf(follower) === 'progress-unknown');
  await store.restart();
  await until('well again', () => healthOf(follower) === 'well');
  await until('the ledger takes an order', () =>
    stage.writeOrder(0).then(
      () => true,
      () => false,
    ),
  );
  await until('two effects', async () => (await stage.effects()).length === 2);
});

it('gives its ownership up where it alone cannot ask the ledger, so that the one that stands by follows', async () => {
  const way = await proxyTo(store.url);
  const ledger = openLedger({ connectionString: way.url, log: stage.log, readTimeoutMs: 500 });
  try {
    const owner = stage.follower({
      ...{ ledger, standstillMs: 500, graceMs: 1_000 },
      follow: (checkpoint, signal) => stage.apply(checkpoint, signal, ledger),
    });
    await until('the owner follows', () => owner.state() === 'following');
    const other = stage.follower({ standstillMs: HOUR_MS });
    way.hold();
    await stage.writeOrder(1);
    await until('the other follows', () => other.state() === 'following');
    await until('two effects', async () => (await stage.effects()).length === 2);
    expect(healthOf(owner)).toBe('progress-unknown');
    way.open();
    await until('it stands by, well', () => owner.state() === 'standing-by' && healthOf(owner) === 'well');
  } finally {
    await ledger.close();
    await way.close();
  }
});
