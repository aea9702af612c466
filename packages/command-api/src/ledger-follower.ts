import { setTimeout as delay } from 'node:timers/promises';
import { type ClaimChange, claimChange } from '@order-ledger/domain/claim-changes';
import type { EventType } from '@order-ledger/domain/events';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { type CheckpointState, stateAfter } from '@order-ledger/ledger/follow/checkpoint';
import { followVerified } from '@order-ledger/ledger/follow/follow-verified';
import { keepFollowing } from '@order-ledger/ledger/follow/keep-following';
import { lagOf } from '@order-ledger/ledger/follow/lag';
import { orLeftBehind } from '@order-ledger/ledger/follow/left-behind';
import { CatchingUpError, createRuns, GATHER_MS } from '@order-ledger/ledger/follow/runs';
import { eventId } from '@order-ledger/ledger/identity';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { isFaultOfOrder } from '@order-ledger/ledger/order-fault';
import { LedgerDivergedError } from '@order-ledger/ledger/restored/divergence';
import { orderIdOf } from '@order-ledger/ledger/stored/codec';
import type { Delivery, Received } from '@order-ledger/ledger/subscribing/subscribe';
import type { Log } from '@order-ledger/platform/log';
import { assertWritable } from '@order-ledger/platform/postgres';
import { repeat } from '@order-ledger/platform/repeat';
import type pg from 'pg';
import { readCheckpoint, saveCheckpoint } from './checkpoint.ts';
import type { Leases } from './claims/leases.ts';
import { type Erasure, isErasure } from './erasure.ts';
import {
  answerRequest,
  countParked,
  type ParkedEvent,
  type PlacedEvent,
  parkEvent,
  parkedToTry,
  unparkEvent,
} from './parked-events.ts';
import { ownerOfPartner } from './subject.ts';

const FOLLOWER = 'command-api';
const RETRY_MS = 1_000;
/** Milliseconds between two looks for parked events to be retried: an operator may have asked for one. */
const TURNS_EVERY_MS = 2_000;
/** How long a run may take to come back after its signal, milliseconds. */
const GRACE_MS = 15_000;
/** By so many milliseconds the checkpoint is late where nothing was applied. */
const LATE_MS = 1_000;

export interface LedgerFollowerOptions {
  pool: pg.Pool;
  ledger: Ledger;
  leases: Leases;
  erasure: Erasure;
  log: Log;
  signal: AbortSignal;
  /** Milliseconds behind the ledger that are a standstill; 30,000 if absent. */
  standstillMs?: number;
}

export interface LedgerFollower {
  /** Resolves after the signal. */
  done: Promise<void>;
  /** For readiness: throws until everything that stood in the ledger at the start has been applied, and when it stalls. */
  check(): void;
}

/** Where a run stands. There is no owner: each instance follows by itself, and only forwards. */
interface Place {
  current(): CheckpointState;
  /** Takes the place of the present one, and is written where it is the furthest. */
  move(to: CheckpointState): Promise<void>;
  /** The same where nothing was applied up to there: it is written by `settle`. */
  pass(to: CheckpointState): void;
  settle(): Promise<void>;
}

/** Most events bring nothing for what this process keeps. */
const concerns = ({ event }: Received<RecordedEvent>): boolean =>
  event === null || event.type === 'OrderInitiated' || isErasure(event) || claimChange(event) !== null;

/**
 * Brings what this process keeps in Postgres up to the ledger: which orders are whose, the leases of claims, and the
 * erasures. Each effect may be applied again, so every instance follows by itself, and a database that was restored from
 * a backup is brought up from the checkpoint that the backup holds.
 */
export const followLedger = (options: LedgerFollowerOptions): LedgerFollower => {
  const { pool, ledger, leases, erasure, log, signal } = options;
  const indexOrders = async (placed: PlacedEvent[]): Promise<void> => {
    const initiated = placed.flatMap(({ event: { type, data, metadata }, position }) =>
      type === 'OrderInitiated' ? [{ data, metadata, position }] : [],
    );
    if (initiated.length === 0) return;
    await pool.query(
      `insert into customer_order (order_id, owner, customer_ref, initiated_at, commit_position)
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::numeric[]) on conflict do nothing`,
      [
        initiated.map(({ metadata }) => metadata.order_id),
        initiated.map(({ data }) => ownerOfPartner(data.partner_id ?? null)),
        initiated.map(({ data }) => data.customer_ref),
        initiated.map(({ metadata }) => metadata.recorded_at),
        initiated.map(({ position }) => position.commit),
      ],
    );
  };

  /** Of each order only the last change counts: a claim that is over already needs no lease. */
  const applyClaims = async (placed: PlacedEvent[]): Promise<void> => {
    const last = new Map<string, ClaimChange>();
    for (const { event } of placed) {
      const change = claimChange(event);
      if (change !== null) last.set(event.metadata.order_id, change);
    }
    for (const [order_id, change] of last) {
      if ('begins' in change) await leases.begin({ order_id, fence_token: change.begins.fence_token });
      else await leases.settle({ order_id, fence_token: change.ends_up_to });
    }
  };

  /** An erasure concerns the orders that were there before it, so these are indexed first. */
  const apply = async (placed: PlacedEvent[]): Promise<void> => {
    let from = 0;
    for (const [index, { event, position }] of placed.entries()) {
      if (!isErasure(event)) continue;
      await indexOrders(placed.slice(from, index));
      await erasure.complete(event, position);
      from = index;
    }
    await indexOrders(placed.slice(from));
    await applyClaims(placed);
  };

  /** An event that cannot be applied for a reason of its own is parked, shown and retried; all others are applied. */
  const applyEach = async (placed: PlacedEvent[]): Promise<void> => {
    try {
      await apply(placed);
    } catch (error) {
      const [first] = placed;
      if (!isFaultOfOrder(error) || first === undefined) throw error;
      if (placed.length === 1) {
        const { type, metadata } = first.event;
        const { order_id, event_version, hash } = metadata;
        return park({ event_id: eventId(hash), order_id, event_version, position: first.position }, type, error);
      }
      const middle = Math.ceil(placed.length / 2);
      await applyEach(placed.slice(0, middle));
      await applyEach(placed.slice(middle));
    }
  };

  const park = async (parked: ParkedEvent, type: EventType | 'unreadable', error: Error): Promise<void> => {
    const { order_id, event_id, event_version } = parked;
    log.error('could not apply an event; parked it', {
      ...{ order_id, event_id, event_version, error },
      event_type: type,
    });
    await parkEvent(pool, parked, type, error);
    await countParked(pool);
  };

  const tryParked = async (verified: () => boolean, until: AbortSignal): Promise<void> => {
    if (!verified()) return;
    for (const parked of await parkedToTry(pool)) {
      if (until.aborted) return;
      const { event_id, order_id, event_version, position } = parked;
      try {
        for await (const event of ledger.readOrder(order_id, { fromVersion: event_version, toVersion: event_version }))
          await apply([{ event, position }]);
        await unparkEvent(pool, parked);
        log.info('applied a parked event', { order_id, event_version, event_id });
      } catch (error) {
        if (!isFaultOfOrder(error)) throw error;
        await answerRequest(pool, parked);
        log.warn('a parked event still fails', { order_id, event_version, event_id, error });
      }
    }
    await countParked(pool);
  };

  const parkUnreadable = async (received: Received<RecordedEvent>): Promise<void> => {
    if (received.event !== null) return;
    const { stream, revision, id: event_id, position, fault } = received;
    const order_id = orderIdOf(stream);
    if (order_id !== null)
      await park({ event_id, order_id, event_version: Number(revision) + 1, position }, 'unreadable', fault);
  };

  const take = async (place: Place, delivery: Delivery<RecordedEvent>): Promise<void> => {
    const to = stateAfter(place.current(), delivery);
    if (!delivery.events.some(concerns)) return place.pass(to);
    for (const received of delivery.events) await parkUnreadable(received);
    await applyEach(delivery.events.flatMap(({ event, position }) => (event === null ? [] : [{ event, position }])));
    await place.move(to);
  };

  /** An outage of the database must not end the subscription; readiness reports one that lasts. */
  const takeSurely = async (place: Place, delivery: Delivery<RecordedEvent>, until: AbortSignal): Promise<void> => {
    for (;;) {
      try {
        return await take(place, delivery);
      } catch (error) {
        if (until.aborted || error instanceof LedgerDivergedError) throw error;
        log.warn('could not apply events of the ledger; will retry', { name: FOLLOWER, error });
        await delay(RETRY_MS, undefined, { signal: until });
      }
    }
  };

  const runs = createRuns({
    ...{ name: FOLLOWER, ledger, log, gatherMs: GATHER_MS },
    begin: (place: Place, until, { verified }) => ({
      take: (delivery) => takeSurely(place, delivery, until),
      // What cannot be written now is read again.
      drain: () => place.settle().catch(() => undefined),
      beside: [
        () => repeat('parked events', TURNS_EVERY_MS, () => tryParked(verified, until), { log, signal: until }),
        () => repeat('checkpoint', LATE_MS, place.settle, { log, signal: until }),
      ],
    }),
  });

  let last: Place | null = null;
  const followOnce = async (held: AbortSignal, following: () => void): Promise<void> => {
    const place = await placeOf(pool);
    await followVerified({
      ...{ name: FOLLOWER, ledger, log, signal: held, current: place.current },
      follow: (until) => {
        last = place;
        following();
        return runs.follow(place, until);
      },
    });
  };

  const follower = keepFollowing({
    follower: FOLLOWER,
    ...{ log, signal, tail: ledger.tail, lag: (at) => lagOf(ledger, at), limitMs: options.standstillMs },
    run: (until, enters) =>
      orLeftBehind(
        followOnce(until, () => enters('following')),
        until,
        GRACE_MS,
      ),
    ask: () => Promise.all([ledger.ready(), assertWritable(pool)]),
    // Its own place: every instance follows by itself, and progress of the others does not make a stopped one ready.
    where: async () => {
      const at = last?.current() ?? (await readCheckpoint(pool, FOLLOWER));
      return { ...at, mark: String(at.position?.commit) };
    },
  });
  return {
    // Its health reports what stopped it for good; commands are accepted without it.
    done: follower.done.catch(() => undefined),
    check: () => {
      follower.check();
      runs.check();
      if (!runs.caughtUp('once')) throw new CatchingUpError();
    },
  };
};

const placeOf = async (pool: pg.Pool): Promise<Place> => {
  let state = await readCheckpoint(pool, FOLLOWER);
  let saved = state;
  const move = async (to: CheckpointState): Promise<void> => {
    await saveCheckpoint(pool, FOLLOWER, to);
    saved = to;
    state = to;
  };
  return {
    current: () => state,
    move,
    pass: (to) => {
      state = to;
    },
    settle: async () => {
      const to = state;
      if (to === saved) return;
      await saveCheckpoint(pool, FOLLOWER, to);
      saved = to;
    },
  };
};
