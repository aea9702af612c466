import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type CheckpointState, type OwnedCheckpoint, openCheckpoint } from '@order-ledger/ledger/follow/checkpoint';
import { lateCheckpoint } from '@order-ledger/ledger/follow/late-checkpoint';
import { until } from '@order-ledger/testing/waiting';
import type { ClientBase } from 'pg';
import { type FollowerStage, followerStage, NAME } from './support/follower-stage.ts';

let stage: FollowerStage;
let owned: OwnedCheckpoint;
beforeEach(async () => {
  stage = await followerStage();
  owned = await openCheckpoint(stage.pool, NAME);
});
afterEach(() => stage.close());

const at = (commit: number): CheckpointState => ({
  position: { commit: BigInt(commit), prepare: BigInt(commit) },
  lastEvent: null,
});
const note = (revision: number) => (client: ClientBase) =>
  client.query('insert into effect values ($1, $2, $3)', [revision, owned.epoch, 'order']);
const stored = async (): Promise<number> =>
  Number(
    (await stage.pool.query('select commit_position from checkpoint where name = $1', [NAME])).rows[0]?.commit_position,
  );
const effects = async (): Promise<number[]> => (await stage.effects()).map(({ revision }) => Number(revision));
const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code?: string }) => String(error.code),
  );

it('moves with what is kept, and past all that was of no concern before it', async () => {
  const late = lateCheckpoint(stage.pool, owned, 'test');
  late.pass(at(1));
  late.pass(at(2));
  expect([await stored(), late.current()]).toEqual([0, at(2)]);
  await late.keep(at(3), note(3));
  expect([await stored(), owned.current(), await effects()]).toEqual([3, at(3), [3]]);
});

it('follows soon where nothing is kept, and again after that', async () => {
  const late = lateCheckpoint(stage.pool, owned, 'test', 20);
  const over = new AbortController();
  const settling = late.settling(over.signal);
  for (const commit of [4, 5]) {
    late.pass(at(commit));
    await until('the checkpoint has followed', async () => (await stored()) === commit);
  }
  over.abort(new Error('the run is over'));
  expect(await outcomeOf(settling)).toBe('done');
  expect(await outcomeOf(late.settling(over.signal))).toBe('done');
});

it('is written at the end of a run in order, and is the next owner’s where there is one', async () => {
  const late = lateCheckpoint(stage.pool, owned, 'test');
  late.pass(at(6));
  await late.drain();
  expect(await stored()).toBe(6);
  late.pass(at(8));
  await openCheckpoint(stage.pool, NAME);
  await late.drain();
  expect(await stored()).toBe(6);
});

it('of a run that dies before, what was passed is read again and what was kept is not', async () => {
  const late = lateCheckpoint(stage.pool, owned, 'test');
  await late.keep(at(1), note(1));
  late.pass(at(7));
  expect((await openCheckpoint(stage.pool, NAME)).current().position).toEqual(at(1).position);
  expect(await effects()).toEqual([1]);
});

it('keeps and moves nothing for an owner that was replaced in the middle, and ends its run', async () => {
  const late = lateCheckpoint(stage.pool, owned, 'test', 0);
  await late.keep(at(1), note(1));
  const next = await openCheckpoint(stage.pool, NAME);
  let written = false;
  const write = async (): Promise<void> => {
    written = true;
  };
  expect(await outcomeOf(late.keep(at(2), write))).toBe('fenced');
  // A replaced owner waits for no lock of the new one's.
  expect(written).toBe(false);
  late.pass(at(9));
  expect(await outcomeOf(late.settling(new AbortController().signal))).toBe('fenced');
  expect([await stored(), next.current().position]).toEqual([1, at(1).position]);
});

it('does not fence itself off where something is kept while what was passed is being committed', async () => {
  const late = lateCheckpoint(stage.pool, owned, 'test', 0);
  const holder = await stage.pool.connect();
  await holder.query('begin');
  await holder.query('select from checkpoint for update');
  const over = new AbortController();
  const settling = late.settling(over.signal);
  late.pass(at(1));
  await until('it waits for the row', async () => {
    const waits = `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%update checkpoint%'`;
    return ((await stage.pool.query(waits)).rowCount ?? 0) > 0;
  });
  const kept = late.keep(at(2), note(2));
  await holder.query('rollback');
  holder.release();
  expect(await outcomeOf(kept)).toBe('done');
  over.abort(new Error('the run is over'));
  expect(await outcomeOf(settling)).toBe('done');
  expect([await stored(), late.current()]).toEqual([2, at(2)]);
});

it('leaves a failed transaction undone, and where it was', async () => {
  const late = lateCheckpoint(stage.pool, owned, 'test');
  const fails = async (): Promise<never> => {
    throw Object.assign(new Error('refused'), { code: 'refused' });
  };
  expect(await outcomeOf(late.keep(at(3), fails))).toBe('refused');
  expect([await stored(), late.current().position]).toEqual([0, null]);
  await late.keep(at(3), note(3));
  expect([await stored(), await effects()]).toEqual([3, [3]]);
});
