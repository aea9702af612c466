import { defineMetrics, latencyBuckets } from '@order-ledger/platform/metrics';

export const metrics = defineMetrics({
  events: {
    type: 'counter',
    name: 'bridge_events_total',
    help: 'Events of an exchange by what became of them: published, parked, held-back (their order is parked)',
    labels: ['exchange', 'outcome'],
  },
  retries: {
    type: 'counter',
    name: 'bridge_publish_retries_total',
    help: 'Publications that failed and are retried, by the code of the fault',
    labels: ['exchange', 'code'],
  },
  underWay: {
    type: 'gauge',
    name: 'bridge_messages_under_way',
    help: 'Messages taken from the ledger whose confirm has not come',
    labels: ['exchange'],
  },
  commitSeconds: {
    type: 'histogram',
    name: 'bridge_checkpoint_commit_seconds',
    help: 'One transaction that moves a checkpoint',
    labels: ['exchange'],
    buckets: latencyBuckets,
  },
  readings: {
    type: 'gauge',
    name: 'bridge_readings',
    help: 'Subscriptions to the ledger: 1 while all exchanges that this instance relays keep up with each other',
  },
  partings: {
    type: 'counter',
    name: 'bridge_partings_total',
    help: 'Times that an exchange stood still and the others read on without it',
    labels: ['subscription'],
  },
  lagSeconds: {
    type: 'gauge',
    name: 'bridge_lag_seconds',
    help: 'How long the checkpoint has been behind the tail that the ledger itself tells; 0 at the tail',
    labels: ['exchange'],
  },
  owner: {
    type: 'gauge',
    name: 'bridge_owner',
    help: '1 where this instance relays the exchange, 0 where it stands by',
    labels: ['exchange'],
  },
  parked: {
    type: 'gauge',
    name: 'bridge_parked_orders',
    help: 'Orders of which nothing more is published on the exchange',
    labels: ['exchange'],
  },
});
