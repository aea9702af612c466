import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { FencedError, openCheckpoint } from '@order-ledger/ledger/follow/checkpoint';
import { openLedger } from '@order-ledger/ledger/ledger';
import { LedgerDivergedError } from '@order-ledger/ledger/restored/divergence';
import { orderStream } from '@order-ledger/ledger/stored/codec';
import { inTransaction } from '@order-ledger/platform/postgres';
import { addNote } from '@order-ledger/testing/ledger/requests';
import { type EventStore, startEventStore } from '@order-ledger/testing/services/event-store';
import { until } from '@order-ledger/testing/waiting';
import { type FollowerStage, followerStage, NAME } from './support/follower-stage.ts';

let store: EventStore;
let stage: FollowerStage;

beforeEach(async () => {
  store = await startEventStore();
  stage = await followerStage(store);
});
afterEach(() => stage.close());

it('lets one instance work while another stands by, and the other take over exactly where the first ended [C13]', async () => {
  const order = await stage.writeOrder(4);
  const first = new AbortController();
  const one = stage.follower({ signal: first.signal });
  await until('five effects', async () => (await stage.effects()).length === 5);
  const logged = stage.lines().length;
  const two = stage.follower();
  // Its state says so from the beginning; its log, only when it has asked and another one owns the work.
  await until('the second stands by', () =>
    stage
      .lines()
      .slice(logged)
      .some(({ message }) => message === 'another instance is the owner; standing by'),
  );
  expect(two.state()).toBe('standing-by');
  first.abort(new Error('stopped'));
  await one.done;
  await until('the second follows', () => two.state() === 'following');
  await stage.ledger.execute(addNote(order));
  await until('six effects', async () => (await stage.effects()).length === 6);
  expect((await stage.effects()).map(({ epoch }) => epoch)).toEqual(['1', '1', '1', '1', '1', '2']);
  stage.stop.abort(new Error('over'));
  await two.done;
});

it('takes over when the connection that holds the lock breaks, without doubling an effect', async () => {
  await stage.writeOrder(2);
  const one = stage.follower();
  await until('three effects', async () => (await stage.effects()).length === 3);
  await stage.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name like 'owner of%' and datname = current_database()`,
  );
  await until('a new epoch', () => one.epoch() === 2n && one.state() === 'following');
  const next = orderStream(await stage.writeOrder(0));
  await until('the effect of the next order', async () => {
    const { rows } = await stage.pool.query('select from effect where stream = $1', [next]);
    return rows.length > 0;
  });
  // What was done twice would stand before it.
  expect((await stage.effects()).map(({ revision, epoch }) => [revision, epoch])).toEqual([
    ['0', '1'],
    ['0', '2'],
    ['1', '1'],
    ['2', '1'],
  ]);
});

it('goes on from its committed checkpoint, as the same owner, after the event store was killed and started again', async () => {
  const order = await stage.writeOrder(4);
  const one = stage.follower();
  await until('five effects', async () => (await stage.effects()).length === 5);
  await store.kill();
  await store.restart();
  await until('the ledger answers', () =>
    stage.ledger
      .ready()
      .then(() => true)
      .catch(() => false),
  );
  for (let n = 0; n < 3; n += 1) await stage.ledger.execute(addNote(order));
  await until('eight effects', async () => (await stage.effects()).length >= 8);
  expect(await stage.effects()).toEqual(
    Array.from({ length: 8 }, (_, n) => expect.objectContaining({ revision: String(n), epoch: '1' })),
  );
  expect(one.state()).toBe('following');
});

it('refuses the writes of an owner whose checkpoint was taken over, and rolls them back', async () => {
  const mine = await openCheckpoint(stage.pool, NAME);
  await openCheckpoint(stage.pool, NAME);
  const moved = inTransaction(stage.pool, async (client) => {
    await client.query('insert into effect values (1, 1)');
    await mine.advance(client, { position: { commit: 1n, prepare: 1n }, lastEvent: null });
  });
  await expect(moved).rejects.toThrow(FencedError);
  expect(await stage.effects()).toEqual([]);
});

it('refuses to move a checkpoint that somebody else has moved under the same epoch', async () => {
  const mine = await openCheckpoint(stage.pool, NAME);
  await stage.pool.query('update checkpoint set commit_position = 7, prepare_position = 7');
  const to = { position: { commit: 9n, prepare: 9n }, lastEvent: null };
  await expect(inTransaction(stage.pool, (client) => mine.advance(client, to))).rejects.toThrow(FencedError);
});

it('stops for good and says so when the ledger does not hold the last event any more', async () => {
  await stage.writeOrder(3);
  const first = new AbortController();
  const one = stage.follower({ signal: first.signal });
  await until('four effects', async () => (await stage.effects()).length === 4);
  first.abort(new Error('stopped'));
  await one.done;
  const restored = await startEventStore();
  const older = openLedger({ connectionString: restored.url, log: stage.log });
  try {
    const two = stage.follower({ ledger: older });
    await expect(two.done).rejects.toThrow(LedgerDivergedError);
    expect(two.check).toThrow(/restored/);
    expect(two.state()).toBe('stopped');
  } finally {
    await older.close();
    await restored.stop();
  }
});

it('begins again from the checkpoint after a failure, and is unhealthy when it fails again and again', async () => {
  let failing = true;
  let working = false;
  const one = stage.follower({
    follow: async (_checkpoint, signal) => {
      if (failing) throw new Error('no');
      working = true;
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    },
  });
  await until('unhealthy', () => {
    try {
      one.check();
      return false;
    } catch {
      return true;
    }
  });
  failing = false;
  // The state alone may still be that of the attempt which has just failed.
  await until('following', () => working && one.state() === 'following');
});
