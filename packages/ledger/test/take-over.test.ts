import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openCheckpoint } from '@order-ledger/ledger/follow/checkpoint';
import type { OwnedFollower } from '@order-ledger/ledger/follow/owned-follower';
import type { Ledger } from '@order-ledger/ledger/ledger';
import type { Log } from '@order-ledger/platform/log';
import { until } from '@order-ledger/testing/waiting';
import type pg from 'pg';
import { type FollowerStage, followerStage, NAME } from './support/follower-stage.ts';

let stage: FollowerStage;
beforeEach(async () => {
  stage = await followerStage();
});
/** The cut that goes on beside a take-over: it is made once, however often the lock is won. */
let cutting: Promise<void> | undefined;
afterEach(async () => {
  await cutting;
  cutting = undefined;
  await stage.close();
});

/** Where a take-over can be interrupted. */
type Place =
  | 'the lock is won'
  | 'the checkpoint is asked for'
  | 'the checkpoint is taken over'
  | 'the ledger is asked for the last event'
  | 'the ledger has the last event'
  | 'following begins'
  | 'the subscription is opened'
  | 'a delivery is to be committed'
  | 'a delivery is committed';

/** Breaks the connection that holds the lock, the first time that a place is reached, and goes on when that is known. */
const cutter = (place: Place) => {
  let cuts = 0;
  return {
    cuts: () => cuts,
    reached: async (here: Place): Promise<void> => {
      if (here !== place || cuts > 0) return;
      cuts += 1;
      await stage.pool.query(
        `select pg_terminate_backend(pid, 10000) from pg_stat_activity
         where application_name like 'owner of%' and datname = current_database()`,
      );
      // The server has closed it; this process hears of that in its next turns, and of this answer after it.
      for (let turn = 0; turn < 5; turn += 1) await stage.pool.query('select 1');
    },
  };
};

/** One follower that is interrupted at a place of its first take-over. */
const interrupted = (place: Place): { follower: OwnedFollower; cuts: () => number } => {
  const { cuts, reached } = cutter(place);
  const { pool, ledger, log, apply } = stage;
  const around = async <T>(before: Place, work: () => Promise<T>, after: Place): Promise<T> => {
    await reached(before);
    const result = await work();
    await reached(after);
    return result;
  };
  /** A pool whose first statement, which takes the checkpoint over, waits for the cut. */
  const ownPool = Object.create(pool, {
    query: {
      value: (...statement: Parameters<pg.Pool['query']>) =>
        String(statement[0]).startsWith('insert into checkpoint')
          ? around(
              'the checkpoint is asked for',
              () => pool.query(...statement) as unknown as Promise<pg.QueryResult>,
              'the checkpoint is taken over',
            )
          : pool.query(...statement),
    },
  }) as pg.Pool;
  const ownLedger: Ledger = {
    ...ledger,
    eventStandsAt: (...event) =>
      around(
        'the ledger is asked for the last event',
        () => ledger.eventStandsAt(...event),
        'the ledger has the last event',
      ),
    subscribe: (to) =>
      ledger.subscribe({
        ...to,
        handler: (delivery) =>
          around('a delivery is to be committed', () => to.handler(delivery), 'a delivery is committed'),
      }),
  };
  const ownLog: Log = {
    ...log,
    info: (message, fields) => {
      log.info(message, fields);
      // Nothing awaits a line of the log: the cut goes on beside the take-over, at whatever place it is by then.
      if (message === 'owner') cutting ??= reached('the lock is won');
    },
  };
  const follower = stage.follower({
    ...{ pool: ownPool, ledger: ownLedger, log: ownLog },
    follow: async (checkpoint, signal) => {
      await reached('following begins');
      const following = apply(checkpoint, signal, ownLedger);
      await reached('the subscription is opened');
      await following;
    },
  });
  return { follower, cuts };
};

/** So that there is a last event to be asked for. */
const committedBefore = async (): Promise<void> => {
  const first = new AbortController();
  const one = stage.follower({ signal: first.signal });
  await stage.writeOrder(1);
  await until('two effects', async () => (await stage.effects()).length === 2);
  first.abort(new Error('stopped'));
  await one.done;
};

const PLACES: readonly Place[] = [
  'the lock is won',
  'the checkpoint is asked for',
  'the checkpoint is taken over',
  'the ledger is asked for the last event',
  'the ledger has the last event',
  'following begins',
  'the subscription is opened',
  'a delivery is to be committed',
  'a delivery is committed',
];

it.each(PLACES)(
  'follows by itself after its lock was lost when %s, and applies every event once [K10]',
  async (place) => {
    await committedBefore();
    const { follower, cuts } = interrupted(place);
    await stage.writeOrder(3);
    await until('six effects', async () => (await stage.effects()).length >= 6);
    expect(cuts()).toBe(1);
    await stage.writeOrder(0);
    await until('seven effects', async () => (await stage.effects()).length >= 7);
    expect(await stage.effects()).toHaveLength(7);
    await until('following', () => follower.state() === 'following');
    follower.check();
  },
);

it.each(PLACES)('is followed by another that stands by after the lock was lost when %s', async (place) => {
  await committedBefore();
  const { cuts } = interrupted(place);
  stage.follower();
  await stage.writeOrder(3);
  await until('six effects', async () => (await stage.effects()).length >= 6);
  await stage.writeOrder(0);
  await until('seven effects', async () => (await stage.effects()).length >= 7);
  expect(await stage.effects()).toHaveLength(7);
  expect(cuts()).toBeLessThanOrEqual(1);
});

it('leaves work behind that does not come back, and follows anew; what the old work does later is refused', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let zombie: Promise<void> | undefined;
  const follower = stage.follower({
    graceMs: 50,
    follow: (checkpoint, signal) => {
      if (zombie !== undefined) return stage.apply(checkpoint, signal);
      zombie = held.then(() => stage.apply(checkpoint, new AbortController().signal));
      return zombie;
    },
  });
  await until('the first run', () => zombie !== undefined);
  await openCheckpoint(stage.pool, NAME);
  await stage.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name like 'owner of%' and datname = current_database()`,
  );
  await stage.writeOrder(1);
  await until('two effects', async () => (await stage.effects()).length === 2);
  expect(stage.lines().filter(({ reason }) => reason === 'left-behind')).toHaveLength(1);
  expect(follower.state()).toBe('following');
  release();
  await expect(zombie).rejects.toThrow('has another owner');
  expect(await stage.effects()).toHaveLength(2);
});
