import { defineMetrics, latencyBuckets } from '@order-ledger/platform/metrics';

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
  },
  parkings: {
    type: 'counter',
    name: 'projection_parkings_total',
    help: 'Orders parked, by reason',
    labels: ['reason'],
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
