import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import type { SubscriptionStatus } from '@order-ledger/ledger/subscribing/subscribe';
import { type EventStore, startEventStore } from '@order-ledger/testing/services/event-store';
import { proxyTo, type Way } from '@order-ledger/testing/services/proxy';
import { until } from '@order-ledger/testing/waiting';
import pg from 'pg';
import { type FollowerStage, followerStage, healthOf } from './support/follower-stage.ts';

let store: EventStore;
let stage: FollowerStage;
const ends: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  store = await startEventStore();
  stage = await followerStage(store);
});
afterEach(async () => {
  stage.stop.abort(new Error('the test is over'));
  for (const end of ends.splice(0).reverse()) await end();
  await stage.close();
});

/** A ledger that counts how often it was asked whether it answers, and how often it did. */
const counted = (ledger: Ledger) => {
  const counts = { asked: 0, answered: 0 };
  const ready = async (): Promise<void> => {
    counts.asked += 1;
    await ledger.ready();
    counts.answered += 1;
  };
  return { ledger: { ...ledger, ready }, counts };
};

const dropLock = () =>
  stage.pool.query(
    `select pg_terminate_backend(pid, 10000) from pg_stat_activity
     where application_name like 'owner of%' and datname = current_database()`,
  );

it('follows with the first answer of an event store that was away, and is ready at once however often it failed', async () => {
  const { ledger, counts } = counted(stage.ledger);
  const follower = stage.follower({ ledger });
  await stage.writeOrder(2);
  await until('three effects', async () => (await stage.effects()).length === 3);
  await store.kill();
  // So that it has to take over anew, which asks the ledger for the last event.
  await dropLock();
  await until('it waits', () => follower.state() === 'waiting-to-retry');
  const { asked } = counts;
  await until('it has asked in vain', () => counts.asked >= asked + 4);
  expect(counts.answered).toBe(0);
  expect(follower.state()).toBe('waiting-to-retry');

  await store.restart();
  await until('it follows', () => follower.state() === 'following');
  expect(counts.answered).toBe(1);
  expect(healthOf(follower)).toBe('well');
  await stage.writeOrder(0);
  await until('four effects', async () => (await stage.effects()).length === 4);
});

it('opens a subscription again with the first answer of the event store, and no earlier', async () => {
  let status: () => SubscriptionStatus = () => {
    throw new Error('not subscribed yet');
  };
  const ledger: Ledger = {
    ...stage.ledger,
    subscribe: (to) => {
      const subscription = stage.ledger.subscribe({ ...to, stalledAfterMs: 2_000 });
      status = subscription.status;
      return subscription;
    },
  };
  const follower = stage.follower({ follow: (checkpoint, signal) => stage.apply(checkpoint, signal, ledger) });
  await stage.writeOrder(1);
  await until('two effects', async () => (await stage.effects()).length === 2);
  const { restarts } = status();
  await store.kill();
  // Longer than the first waits together, and than what counts as stalled.
  await until('stalled', () => status().progressAgeMs > 4_000);
  expect(status()).toMatchObject({ state: 'waiting-to-reconnect', restarts: restarts + 1 });

  await store.restart();
  await until('it lives', () => status().state === 'live');
  expect(status().restarts).toBe(restarts + 1);
  expect(status().progressAgeMs).toBeLessThan(4_000);
  await stage.writeOrder(0);
  await until('three effects', async () => (await stage.effects()).length === 3);
  expect(healthOf(follower)).toBe('well');
});

outageOfPostgres('refuses every connection', (way) => way.shut());
outageOfPostgres('lets nothing through, in silence', (way) => way.hold());

function outageOfPostgres(what: string, begin: (way: Way) => void): void {
  it(`follows again by itself after a Postgres that ${what}`, async () => {
    const way = await proxyTo(stage.url);
    ends.push(way.close);
    const pool = new pg.Pool({
      connectionString: way.url,
      connectionTimeoutMillis: 3_000,
      query_timeout: 2_000,
    });
    pool.on('error', () => undefined);
    ends.push(() => pool.end());
    const follower = stage.follower({ connectionString: way.url, pool });
    ends.push(() => follower.done);
    await stage.writeOrder(2);
    await until('three effects', async () => (await stage.effects()).length === 3);
    const epoch = follower.epoch();
    begin(way);
    await until('it does not follow', () => follower.state() !== 'following');
    way.open();
    await until('it follows', () => follower.state() === 'following' && follower.epoch() !== epoch);
    await stage.writeOrder(0);
    await until('four effects', async () => (await stage.effects()).length === 4);
    await until('well', () => healthOf(follower) === 'well');
  });
}

it('follows on after an event store that let nothing through, in silence', async () => {
  const way = await proxyTo(store.url.replace('esdb:', 'http:'));
  ends.push(way.close);
  const far = openLedger({
    connectionString: way.url.replace('http:', 'esdb:'),
    log: stage.log,
    readTimeoutMs: 1_000,
  });
  ends.push(far.close);
  const follower = stage.follower({
    ledger: far,
    standstillMs: 3_000,
    follow: (checkpoint, signal) => stage.apply(checkpoint, signal, far),
  });
  ends.push(() => follower.done);
  await stage.writeOrder(2);
  await until('three effects', async () => (await stage.effects()).length === 3);
  way.hold();
  await stage.writeOrder(0);
  await until('nothing is known', () => healthOf(follower) === 'progress-unknown');
  expect(await stage.effects()).toHaveLength(3);
  way.open();
  await until('four effects', async () => (await stage.effects()).length === 4);
  await until('well', () => healthOf(follower) === 'well');
});

it('frees the lock of an owner from which nothing is heard any more, so that another follows', async () => {
  const way = await proxyTo(stage.url);
  ends.push(way.close);
  const owner = stage.follower({ connectionString: way.url });
  await stage.writeOrder(0);
  await until('one effect', async () => (await stage.effects()).length === 1);
  const other = stage.follower();
  // Its connections stay open on both sides, as those of a machine that lost its network.
  way.hold();
  await stage.writeOrder(0);
  await until('the other follows', () => other.state() === 'following');
  await until('two effects', async () => new Set((await stage.effects()).map(({ stream }) => stream)).size === 2);
  expect(owner.state()).not.toBe('following');
});
