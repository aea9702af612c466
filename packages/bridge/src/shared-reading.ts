import { setTimeout as delay } from 'node:timers/promises';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { FROM_THE_START, stateAfter } from '@order-ledger/ledger/follow/checkpoint';
import type { Ledger } from '@order-ledger/ledger/ledger';
import {
  type Delivery,
  StalledSubscriptionError,
  type SubscribeOptions,
  type Subscription,
} from '@order-ledger/ledger/subscribing/subscribe';
import { onAbort } from '@order-ledger/platform/aborted';
import type { Log } from '@order-ledger/platform/log';
import { createChanges } from './changes.ts';
import { metrics } from './metrics.ts';
import { restOf } from './read-ahead.ts';
import { openReading, type Reading, type Seat } from './reading.ts';

interface SharedReadingOptions {
  readonly ledger: Pick<Ledger, 'subscribe'>;
  readonly log: Log;
  /** Milliseconds for which all wait for one that stands still, as far behind them as it may be; 1,000 if absent. */
  readonly patienceMs?: number;
  /** Events by which those that share a reading may be apart; 1,024 if absent. */
  readonly mostApart?: number | undefined;
}

const PATIENCE_MS = 1_000;
const MOST_APART = 1_024;
/** Whoever starts within this time at the same place shares the reading from its start, milliseconds. */
const GATHER_MS = 100;

/**
 * Subscriptions to one ledger that is read once, as long as all who follow it keep up. One that stands still is parted
 * from the others. Once it moves again it reads from where it stands by itself, until a reading of others is where it
 * is: then it goes on with them.
 *
 * Each follower is given what a subscription of its own would give it: every event once and in the ledger's order.
 */
export const createSharedReading = ({
  ledger,
  log,
  patienceMs = PATIENCE_MS,
  mostApart = MOST_APART,
}: SharedReadingOptions): Pick<Ledger, 'subscribe'> => {
  /** By their numbers, which are few: they are labels of metrics. */
  const readings = new Map<number, Reading>();
  const changes = createChanges();
  metrics.readings.onCollect(() => metrics.readings.set({}, readings.size));

  const opened = (from: Parameters<Reading['entryFor']>[0], options: SubscribeOptions<RecordedEvent>): Reading => {
    let number = 1;
    while (readings.has(number)) number += 1;
    const { signal: _, ...subscription } = options;
    const reading = openReading({
      ...{ ledger, from, changes, patienceMs, mostApart },
      begin: readings.size === 0 ? delay(GATHER_MS) : Promise.resolve(),
      subscription: { ...subscription, name: `bridge reading ${number}` },
      onOver: (over) => {
        if (readings.get(number) === over) readings.delete(number);
      },
    });
    readings.set(number, reading);
    return reading;
  };

  return {
    subscribe: (options) => {
      const { name, from, signal, handler, stalledAfterMs = 30_000 } = options;
      let reached = from ?? FROM_THE_START;
      let reading: Reading | undefined;
      let parted = false;
      let restarts = 0;
      let handlingSince: number | undefined;
      let ended: { readonly error: unknown } | undefined;

      const seat: Seat = {
        next: 0,
        part: () => {
          reading = undefined;
          parted = true;
          metrics.partings.inc({ subscription: name });
          log.warn('stands still: the others read on without it', { name });
        },
      };
      const found = (): Reading | undefined =>
        [...readings.values()].find((other) => other !== reading && other.entryFor(reached) !== undefined);
      const go = (to: Reading): Reading => {
        if (parted && to.followers > 0) {
          parted = false;
          log.info('has caught up with the others, and reads with them again', { name });
        }
        reading?.leave(seat);
        reading = to;
        restarts += 1;
        seat.next = to.entryFor(reached) ?? 0;
        to.sit(seat);
        return to;
      };

      /** Null at the signal. */
      const next = async (): Promise<Delivery<RecordedEvent> | null> => {
        while (!signal.aborted) {
          const mine = reading ?? go(found() ?? opened(reached, options));
          const others = mine.followers === 1 ? found() : undefined;
          const delivery = (others === undefined ? mine : go(others)).next(seat);
          if (delivery === undefined) await changes.next();
          else {
            changes.tell();
            const rest = restOf(delivery, reached);
            if (rest !== null) return rest;
          }
        }
        return null;
      };

      const follow = async (): Promise<void> => {
        const forget = onAbort(signal, changes.tell);
        try {
          for (let delivery = await next(); delivery !== null; delivery = await next()) {
            handlingSince = performance.now();
            await handler(delivery);
            handlingSince = undefined;
            reached = stateAfter(reached, delivery);
          }
        } finally {
          forget();
          reading?.leave(seat);
          reading = undefined;
        }
      };
      const done = follow().then(
        () => {
          ended = { error: new Error(`the subscription ${name} was told to end`) };
        },
        (error: unknown) => {
          ended = { error };
          throw error;
        },
      );
      // A consumer that does not await it sees it in its readiness check.
      done.catch(() => undefined);

      const status = (): ReturnType<Subscription['status']> => {
        const { state = 'connecting', progressAgeMs = 0 } = reading?.subscription()?.status() ?? {};
        return { state: ended === undefined ? state : 'ended', position: reached.position, progressAgeMs, restarts };
      };
      return {
        done,
        status,
        verified: () => reading?.subscription()?.verified() === true,
        check: () => {
          if (ended !== undefined) throw ended.error;
          const ms = performance.now() - (handlingSince ?? Number.POSITIVE_INFINITY);
          if (ms > stalledAfterMs)
            throw new StalledSubscriptionError(`${name} has taken nothing for ${Math.round(ms)} ms`);
          reading?.subscription()?.check();
        },
      };
    },
  };
};
