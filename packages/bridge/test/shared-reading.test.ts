import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, it } from '@jest/globals';
import { NewerWriterError } from '@order-ledger/domain/recorded-event';
import type { CheckpointState } from '@order-ledger/ledger/follow/checkpoint';
import { LedgerDivergedError } from '@order-ledger/ledger/restored/divergence';
import type { Subscription } from '@order-ledger/ledger/subscribing/subscribe';
import { aborted } from '@order-ledger/platform/aborted';
import { keepingLog } from '@order-ledger/testing/lines';
import { until } from '@order-ledger/testing/waiting';
import fc from 'fast-check';
import { createSharedReading } from '../src/shared-reading.ts';
import { after, eventAt, type LedgerInMemory, ledgerInMemory } from './support/ledger-in-memory.ts';

const MOST_APART = 16;
const NAMES = ['pricing', 'production', 'admin'] as const;

interface Follower {
  readonly subscription: Subscription;
  /** The ids of what it was given. */
  readonly given: string[];
  /** It takes nothing more until it goes on. */
  stand(): void;
  goOn(): void;
  leave(): void;
}

const leaving: (() => void)[] = [];
afterEach(() => {
  for (const leave of leaving.splice(0)) leave();
});

/** Nobody is parted within the test, unless it says how soon. */
const sharing = (ledger: LedgerInMemory, patienceMs = 60_000) => {
  const { log, text } = keepingLog();
  const { subscribe } = createSharedReading({ ledger, log, patienceMs, mostApart: MOST_APART });
  const follow = (
    name: string,
    from: CheckpointState = after(0),
    pause: () => Promise<unknown> = setImmediate,
  ): Follower => {
    const over = new AbortController();
    const given: string[] = [];
    let standing: Promise<void> | undefined;
    let release = () => {};
    const subscription = subscribe({
      ...{ name, from, signal: over.signal, maxEvents: 4 },
      handler: async ({ events }) => {
        if (standing !== undefined) await Promise.race([standing, aborted(over.signal)]);
        await pause();
        given.push(...events.map(({ id }) => id));
      },
    });
    const follower: Follower = {
      ...{ subscription, given },
      stand: () => {
        standing ??= new Promise((resolve) => {
          release = resolve;
        });
      },
      goOn: () => {
        standing = undefined;
        release();
      },
      leave: () => over.abort(new Error('it leaves')),
    };
    leaving.push(follower.leave);
    return follower;
  };
  return { follow, text };
};

const events = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => eventAt(from + n));
const ids = (from: number, to: number): string[] => events(from, to).map(({ id }) => id);
const whole = async (followers: readonly Follower[], from: number, to: number): Promise<void> => {
  await until('all was given', () => followers.every(({ given }) => given.at(-1) === `one-${to}`));
  for (const { given } of followers) expect(given).toEqual(ids(from, to));
};

it('reads once for all who start at the same place', async () => {
  const ledger = ledgerInMemory(...events(1, 100));
  const { follow } = sharing(ledger);
  const followers = NAMES.map((name) => follow(name));
  await whole(followers, 1, 100);
  ledger.append(...events(101, 130));
  await whole(followers, 1, 130);
  expect(ledger.begun).toHaveLength(1);
  expect(ledger.handed).toBe(130);
});

it('lets the others go on without one that stands still, which then catches up and goes on with them', async () => {
  const ledger = ledgerInMemory(...events(1, 20));
  const { follow, text } = sharing(ledger, 500);
  const followers = NAMES.map((name) => follow(name));
  const [pricing, ...others] = followers as [Follower, Follower, Follower];
  await whole(followers, 1, 20);
  pricing.stand();
  ledger.append(...events(21, 400));
  await whole(others, 1, 400);
  expect(pricing.given).toEqual(ids(1, 20));
  expect(text()).toContain('the others read on without it');
  expect(ledger.open).toBe(1);

  pricing.goOn();
  await whole(followers, 1, 400);
  await until('one reading', () => ledger.open === 1);
  expect(ledger.begun).toEqual([null, 'one-24']);
  expect(text()).toContain('reads with them again');
  const before = ledger.handed;
  ledger.append(...events(401, 450));
  await whole(followers, 1, 450);
  expect(ledger.handed - before).toBe(50);
});

it('holds nobody up while nobody needs room, and parts nobody where all stand still', async () => {
  const ledger = ledgerInMemory(...events(1, 20));
  const { follow, text } = sharing(ledger, 50);
  const followers = NAMES.map((name) => follow(name));
  await whole(followers, 1, 20);
  for (const each of followers) each.stand();
  ledger.append(...events(21, 100));
  await until('it has read ahead', () => ledger.handed >= 20 + MOST_APART);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(ledger.handed).toBeLessThan(20 + 2 * MOST_APART);
  expect(text()).not.toContain('the others read on without it');
  expect(ledger.begun).toHaveLength(1);
  for (const each of followers) each.goOn();
  await whole(followers, 1, 100);
});

it('brings together those who start at different places, none of whom is given anything twice or misses anything', async () => {
  const ledger = ledgerInMemory(...events(1, 200));
  const { follow } = sharing(ledger);
  const [behind, ahead, alone] = [
    follow('pricing', after(3)),
    follow('production', after(190)),
    follow('admin', after(120)),
  ];
  await until('all was given', () => [behind, ahead, alone].every(({ given }) => given.at(-1) === 'one-200'));
  expect(behind.given).toEqual(ids(4, 200));
  expect(ahead.given).toEqual(ids(191, 200));
  expect(alone.given).toEqual(ids(121, 200));
  ledger.append(...events(201, 203));
  await until('one reading', () => ledger.open === 1);
});

it('gives everybody every event once and in order, whoever stands still when', async () => {
  const pauses = fc.array(fc.record({ who: fc.nat(2), afterEvents: fc.nat(300), events: fc.nat(80) }), {
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(pauses, fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60)), async (stands, starts) => {
      const ledger = ledgerInMemory(...events(1, 60));
      const { follow } = sharing(ledger, 5);
      const followers = NAMES.map((name, index) => follow(name, after(starts[index] ?? 0)));
      for (let last = 60; last < 400; last += 20) {
        for (const { who, afterEvents } of stands)
          if (afterEvents >= last && afterEvents < last + 20) followers[who]?.stand();
        ledger.append(...events(last + 1, last + 20));
        await new Promise((resolve) => setTimeout(resolve, 3));
        for (const { who, afterEvents, events: long } of stands)
          if (afterEvents + long >= last && afterEvents + long < last + 20) followers[who]?.goOn();
      }
      for (const each of followers) each.goOn();
      await until('all was given', () => followers.every(({ given }) => given.at(-1) === 'one-400'));
      for (const [index, { given }] of followers.entries()) expect(given).toEqual(ids((starts[index] ?? 0) + 1, 400));
      for (const each of followers) each.leave();
      await until('nothing is read any more', () => ledger.open === 0);
    }),
    { numRuns: 15 },
  );
}, 60_000);

it('gives what stands before an event of a newer writer, and then its fault', async () => {
  const ledger = ledgerInMemory(...events(1, 30));
  const { follow } = sharing(ledger);
  const followers = NAMES.map((name) => follow(name, after(0), () => new Promise((resolve) => setTimeout(resolve, 5))));
  ledger.endWith(new NewerWriterError('newer'));
  await whole(followers, 1, 30);
  for (const { subscription } of followers) {
    await expect(subscription.done).rejects.toThrow(NewerWriterError);
    expect(subscription.check).toThrow(NewerWriterError);
  }
});

it('gives nothing more of a ledger that has diverged', async () => {
  const ledger = ledgerInMemory(...events(1, 8));
  const { follow } = sharing(ledger);
  const [slow, quick] = [follow('pricing'), follow('production')];
  await whole([slow, quick], 1, 8);
  slow.stand();
  ledger.append(...events(9, 16));
  await until('the others have all', () => quick.given.length === 16);
  ledger.endWith(new LedgerDivergedError('another one'));
  await expect(quick.subscription.done).rejects.toThrow(LedgerDivergedError);
  slow.goOn();
  await expect(slow.subscription.done).rejects.toThrow(LedgerDivergedError);
  // What it had been handed when that came out, and no more.
  expect(slow.given).toEqual(ids(1, 12));
});

it('lets nobody go on with a reading of another ledger, though its events stand at the same positions', async () => {
  const ledger = ledgerInMemory(...events(1, 20));
  const { follow } = sharing(ledger);
  const here = follow('pricing');
  await whole([here], 1, 20);
  const other = follow('production', after(10, 'another'));
  await until('it has a reading of its own', () => ledger.begun.length === 2);
  expect(ledger.begun).toEqual([null, 'another-10']);
  // The ledger itself tells it that it does not hold what it stands on: that subscription's affair.
  expect(other.subscription.verified()).toBe(true);
});

it('ends with its signal, in the middle of a delivery too, and reads on for those who stay', async () => {
  const ledger = ledgerInMemory(...events(1, 8));
  const { follow } = sharing(ledger, 50);
  const followers = NAMES.map((name) => follow(name));
  const [pricing, ...others] = followers as [Follower, Follower, Follower];
  await whole(followers, 1, 8);
  pricing.stand();
  ledger.append(...events(9, 60));
  await until('it has begun', () => others.some(({ given }) => given.length > 12));
  pricing.leave();
  await pricing.subscription.done;
  await whole(others, 1, 60);
  for (const { leave } of others) leave();
  await Promise.all(others.map(({ subscription }) => subscription.done));
  await until('nothing is read any more', () => ledger.open === 0);
});

it('tells that a follower has taken nothing for too long', async () => {
  const ledger = ledgerInMemory(...events(1, 4));
  const { log } = keepingLog();
  const { subscribe } = createSharedReading({ ledger, log });
  const over = new AbortController();
  leaving.push(() => over.abort());
  const handler = () => new Promise<void>((resolve) => over.signal.addEventListener('abort', () => resolve()));
  const { check } = subscribe({ name: 'pricing', from: null, signal: over.signal, handler, stalledAfterMs: 100 });
  expect(check).not.toThrow();
  await until('it is stalled', () => {
    try {
      check();
      return false;
    } catch (error) {
      return (error as { code?: string }).code === 'subscription-stalled';
    }
  });
});

it('opens a new reading for who comes when all others have just left', async () => {
  const ledger = ledgerInMemory(...events(1, 8));
  const { follow } = sharing(ledger);
  const first = follow('pricing');
  await whole([first], 1, 8);
  first.leave();
  await first.subscription.done;
  const next = follow('production');
  await whole([next], 1, 8);
  ledger.append(...events(9, 12));
  await whole([next], 1, 12);
});
