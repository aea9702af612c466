import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type CheckpointState, FROM_THE_START, stateAfter } from '@order-ledger/ledger/follow/checkpoint';
import { createRuns, type Work } from '@order-ledger/ledger/follow/runs';
import { aborted } from '@order-ledger/platform/aborted';
import { type EventStore, startEventStore } from '@order-ledger/testing/services/event-store';
import { until } from '@order-ledger/testing/waiting';
import { type FollowerStage, followerStage } from './support/follower-stage.ts';

let store: EventStore;
let stage: FollowerStage;
beforeEach(async () => {
  store = await startEventStore();
  stage = await followerStage(store);
});
afterEach(() => stage.close());

/** A place in the ledger that moves with what is taken. */
const placeAt = (state: CheckpointState) => {
  let at = state;
  return {
    current: () => at,
    move: (to: CheckpointState) => {
      at = to;
    },
  };
};
type Place = ReturnType<typeof placeAt>;

const runsOf = (workOf: (place: Place, until: AbortSignal) => Work) =>
  createRuns({ name: 'test', ledger: stage.ledger, log: stage.log, begin: workOf });
const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ended',
    (error: Error) => error.message,
  );

it('takes all that comes, knows when it has caught up, and brings what was taken to its end before it is over', async () => {
  await stage.writeOrder(3);
  const done: string[] = [];
  const runs = runsOf(() => ({
    take: async ({ events }) => void done.push(...events.map(({ revision }) => String(revision))),
    beside: [(signal) => aborted(signal).then(() => void done.push('beside'))],
    drain: async () => void done.push('drained'),
    close: async () => void done.push('closed'),
  }));
  const stop = new AbortController();
  const following = runs.follow(placeAt(FROM_THE_START), stop.signal);
  await until('it has caught up', () => runs.caughtUp());
  expect([runs.verified(), runs.current() === null]).toEqual([true, false]);
  stop.abort(new Error('over'));
  // At once, though it may still be at work: another instance may follow by now.
  expect([runs.verified(), runs.caughtUp(), runs.caughtUp('once'), runs.current()]).toEqual([false, false, true, null]);
  await following;
  expect(done.slice(0, 4)).toEqual(['0', '1', '2', '3']);
  expect(done.slice(4).sort()).toEqual(['beside', 'closed', 'drained']);
  expect(done.at(-1)).toBe('closed');
});

it('ends with what goes on beside, with what cannot be taken, and with an end that fails; each is told', async () => {
  await stage.writeOrder(0);
  const fails = async (): Promise<never> => {
    throw new Error('it fails');
  };
  const works: Partial<Work>[] = [{ beside: [fails] }, { take: fails }];
  for (const work of works) {
    const runs = runsOf(() => ({ take: async () => undefined, ...work }));
    expect(await outcomeOf(runs.follow(placeAt(FROM_THE_START), new AbortController().signal))).toBe('it fails');
  }
  for (const end of ['drain', 'close'] as const) {
    const stop = new AbortController();
    const runs = runsOf(() => ({ take: async () => stop.abort(new Error('over')), [end]: fails }));
    expect(await outcomeOf(runs.follow(placeAt(FROM_THE_START), stop.signal))).toBe('it fails');
  }
});

it('says before it takes anything that its subscription was opened again', async () => {
  const order: string[] = [];
  await stage.writeOrder(1);
  const runs = runsOf((place) => ({
    take: async (delivery) => {
      order.push(...delivery.events.map(({ revision }) => String(revision)));
      place.move(stateAfter(place.current(), delivery));
    },
    reopened: () => void order.push('reopened'),
  }));
  const stop = new AbortController();
  const following = runs.follow(placeAt(FROM_THE_START), stop.signal);
  await until('two events', () => order.length === 2);
  await store.kill();
  await store.restart();
  await until('the ledger answers', () =>
    stage.ledger.ready().then(
      () => true,
      () => false,
    ),
  );
  await stage.writeOrder(0);
  await until('the next order', () => order.filter((each) => each === '0').length === 2);
  expect(order).toEqual(['0', '1', 'reopened', '0']);
  stop.abort(new Error('over'));
  await following;
});
