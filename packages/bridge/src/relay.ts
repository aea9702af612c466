import { setTimeout as delay } from 'node:timers/promises';
import { type Exchange, exchangeOf } from '@order-ledger/domain/events';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { OwnedCheckpoint } from '@order-ledger/ledger/follow/checkpoint';
import { createRuns, type Work } from '@order-ledger/ledger/follow/runs';
import type { Ledger } from '@order-ledger/ledger/ledger';
import type { Delivery } from '@order-ledger/ledger/subscribing/subscribe';
import type { Messaging } from '@order-ledger/messaging/connection';
import { aborted } from '@order-ledger/platform/aborted';
import type { Log } from '@order-ledger/platform/log';
import { attribute } from '@order-ledger/platform/semantic-conventions';
import { inSpan } from '@order-ledger/platform/telemetry';
import type { Pool } from 'pg';
import type { Commits } from './commits.ts';
import { createCommitting } from './committing.ts';
import { metrics } from './metrics.ts';
import { type ParkedInRun, parkedInRun } from './parked-in-run.ts';
import { createPublishing, type Publishing } from './publish-until-confirmed.ts';
import { releaseAsAsked } from './release.ts';
import { createSending, type Sending } from './sending.ts';

interface RelayOptions {
  readonly exchange: Exchange;
  readonly ledger: Ledger;
  readonly messaging: Messaging;
  /** Looks up names in the schema of this process. */
  readonly pool: Pool;
  readonly commits: Commits;
  readonly log: Log;
  /** Messages under way at once, at most. */
  readonly window: number;
}

export interface Relay {
  /** Publishes what stands behind the checkpoint until the signal; throws what ended it. */
  follow(checkpoint: OwnedCheckpoint, signal: AbortSignal): Promise<void>;
  /** For health: throws while a message cannot be published, or while nothing comes from the ledger. */
  check(): void;
  /** True while it waits for the broker. */
  waits(): boolean;
  /** Undefined while this instance does not relay. */
  checkpoint(): OwnedCheckpoint | undefined;
}

interface RelayWork extends Work {
  readonly sending: Sending;
  readonly parked: ParkedInRun;
  readonly checkpoint: OwnedCheckpoint;
}

/** How long what is under way may take when the relay ends, milliseconds. */
const LAST_CONFIRMS_MS = 5_000;
/** A trace carries no more links. */
const MOST_LINKS = 128;

/**
 * Brings the events of one exchange from the ledger to RabbitMQ. An order's message waits for the confirm of its
 * previous one; different orders go side by side. The checkpoint moves over the contiguous confirmed prefix only, so
 * that whatever a crash leaves between is published again, with the same ids.
 */
export const createRelay = (options: RelayOptions): Relay => {
  const { exchange, ledger, messaging, log, window } = options;
  const publishing = createPublishing(exchange, messaging, log);
  const runs = createRuns({
    ...{ name: `bridge ${exchange}`, ledger, log, maxEvents: window },
    begin: (checkpoint: OwnedCheckpoint, until) => relayFrom(options, publishing, checkpoint, until),
  });
  metrics.underWay.onCollect(() => metrics.underWay.set({ exchange }, runs.current()?.sending.underWay() ?? 0));
  metrics.parked.onCollect(() => {
    const run = runs.current();
    if (run === null) metrics.parked.remove({ exchange });
    else metrics.parked.set({ exchange }, run.parked.size());
  });
  return {
    follow: runs.follow,
    check: () => {
      publishing.check();
      runs.check();
    },
    waits: publishing.waits,
    checkpoint: () => runs.current()?.checkpoint,
  };
};

/** One run. */
const relayFrom = async (
  options: RelayOptions,
  publishing: Publishing,
  checkpoint: OwnedCheckpoint,
  until: AbortSignal,
): Promise<RelayWork> => {
  const { exchange, pool, commits, log } = options;
  const parked = await parkedInRun({ exchange, pool, log });
  const from = checkpoint.current();
  const sending = createSending({ ...options, publishing, parked, from, until, onMuch: commits.hurry });
  const committing = createCommitting({ exchange, commits, checkpoint, sending });
  return {
    ...{ sending, parked, checkpoint },
    take: (delivery) => inBatchSpan(exchange, delivery, () => sending.take(delivery)),
    beside: [committing.asFinished, (signal) => releaseAsAsked({ ...options, publishing, parked, sending, signal })],
    // An event of a newer writer ends the reading, but the events before it are published and committed, however long
    // that takes.
    drain: () => Promise.race([sending.done(), aborted(until)]),
    close: async () => {
      await Promise.race([sending.done(), delay(LAST_CONFIRMS_MS, undefined, { ref: false })]);
      await committing.rest();
    },
  };
};

const inBatchSpan = (
  exchange: Exchange,
  { events }: Delivery<RecordedEvent>,
  work: () => Promise<void>,
): Promise<void> => {
  const ours = events.flatMap(({ event }) => (event !== null && exchangeOf(event.type) === exchange ? [event] : []));
  if (ours.length === 0) return work();
  const links = ours.slice(0, MOST_LINKS).map(({ metadata }) => metadata.traceparent);
  const attributes = { [attribute.messagingBatchMessageCount]: ours.length };
  return inSpan(`relay ${exchange}`, attributes, work, { parent: null, links });
};
