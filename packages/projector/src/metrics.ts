import { STATUSES } from '@order-ledger/domain/status';
import { defineMetrics, latencyBuckets } from '@order-ledger/platform/metrics';

const [MINUTE, HOUR, DAY] = [60, 3_600, 86_400];
/** From what a machine does at once to what people take weeks for; the targets of lead times are among them. */
const lifeBuckets = [
  ...[1, 10, 30, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE, 45 * MINUTE],
  ...[HOUR, 4 * HOUR, 8 * HOUR, DAY, 2 * DAY, 3 * DAY, 5 * DAY, 7 * DAY, 14 * DAY, 30 * DAY],
];

export const metrics = defineMetrics({
  lagSeconds: {
    type: 'gauge',
    name: 'projection_lag_seconds',
    help: 'Age of the last event in the tables while the ledger holds newer ones, else 0',
  },
  lagBytes: {
    type: 'gauge',
    name: 'projection_lag_bytes',
    help: 'Distance in the ledger from the committed checkpoint to the last event of an order',
  },
  progressAge: {
    type: 'gauge',
    name: 'projection_progress_age_seconds',
    help: 'Time since something was committed, or nothing was left to commit',
  },
  ownerEpoch: {
    type: 'gauge',
    name: 'projection_owner_epoch',
    help: 'Epoch under which this instance writes; 0 while it stands by',
  },
  parkedOrders: {
    type: 'gauge',
    name: 'projection_parked_orders',
    help: 'Orders whose events are left out, without those that a person has closed',
  },
  events: {
    type: 'counter',
    name: 'projection_events_total',
    help: 'Events taken from the ledger: applied, duplicate, parked (of an order that is left out)',
    labels: ['outcome'],
  },
  continuityViolations: {
    type: 'counter',
    name: 'projection_continuity_violations_total',
    help: 'Events before which others of their order were missing, by what came of it: filled, parked',
    labels: ['outcome'],
    from0: [{ outcome: 'filled' }, { outcome: 'parked' }],
  },
  parkings: {
    type: 'counter',
    name: 'projection_parkings_total',
    help: 'Orders parked, by reason',
    labels: ['reason'],
  },
  visibleSeconds: {
    type: 'histogram',
    name: 'event_visible_seconds',
    help: 'From the recording of an event to the commit by which readers see it; not while tables are made anew',
    buckets: [0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800],
  },
  entries: {
    type: 'counter',
    name: 'order_entries_total',
    help: 'Orders that entered a status; not while tables are made anew',
    labels: ['status'],
    from0: STATUSES.map((status) => ({ status })),
  },
  stageSeconds: {
    type: 'histogram',
    name: 'order_stage_seconds',
    help: 'Stages of orders that have ended, without holds and errors',
    labels: ['stage'],
    buckets: lifeBuckets,
  },
  leadSeconds: {
    type: 'histogram',
    name: 'order_lead_time_seconds',
    help: 'Lead times of orders that have ended, compared as the domain defines each: with holds and errors or without',
    labels: ['lead_time'],
    buckets: lifeBuckets,
  },
  batchEvents: {
    type: 'histogram',
    name: 'projection_batch_events',
    help: 'Events in a batch, by why it was closed: size, time, tail, tick (none, only the position moved)',
    labels: ['flush_reason'],
    buckets: [1, 3, 10, 30, 100, 300, 1_000, 3_000],
  },
  commitSeconds: {
    type: 'histogram',
    name: 'projection_commit_seconds',
    help: 'The transaction of a batch',
    buckets: latencyBuckets,
  },
  knownRows: {
    type: 'counter',
    name: 'projection_known_rows_total',
    help: 'Orders of batches by whether their row was known from an earlier batch: hit, miss (read from the table)',
    labels: ['result'],
  },
  rowsKept: {
    type: 'gauge',
    name: 'projection_known_rows',
    help: 'Rows that are known from earlier batches',
  },
  firstPages: {
    type: 'counter',
    name: 'projection_first_pages_total',
    help: 'First pages for Redis: set, older (a newer one was there), failed',
    labels: ['outcome'],
  },
});
