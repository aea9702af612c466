import { defineMetrics, latencyBuckets } from '@order-ledger/platform/metrics';

export const metrics = defineMetrics({
  appendSeconds: {
    type: 'histogram',
    name: 'ledger_append_seconds',
    help: 'One append, from the call to the answer or the own timeout, by what came of it',
    labels: ['answer'],
    buckets: latencyBuckets,
  },
  appendsInFlight: { type: 'gauge', name: 'ledger_appends_in_flight', help: 'Appends that wait for their answer' },
  clientsReplaced: {
    type: 'counter',
    name: 'ledger_append_clients_replaced_total',
    help: 'Append clients given up after an unknown error or a timeout',
  },
  conflicts: {
    type: 'counter',
    name: 'ledger_conflicts_total',
    help: 'Appends that met another event at their revision; the command was decided again',
    labels: ['command'],
  },
  inDoubt: {
    type: 'counter',
    name: 'ledger_appends_in_doubt_total',
    help: 'Appends without a certain answer, by how they were settled: stored, passed, unknown',
    labels: ['settled'],
  },
  commands: {
    type: 'counter',
    name: 'ledger_commands_total',
    help: 'Commands by outcome: done, repeated, failed, or the kind of the refusal',
    labels: ['command', 'outcome'],
  },
  recalls: {
    type: 'counter',
    name: 'ledger_order_recalls_total',
    help: 'States that commands were decided on: remembered, new (taken for granted of a creation), or read because missing, doubted, passed by another event, to confirm what appends nothing, or asked for beside a command',
    labels: ['state'],
  },
  rememberedOrders: {
    type: 'gauge',
    name: 'ledger_remembered_orders',
    help: 'Orders whose folded state is remembered for their next command',
  },
  rememberedBytes: {
    type: 'gauge',
    name: 'ledger_remembered_bytes',
    help: 'Size of the remembered orders, by estimate',
  },
  diverged: {
    type: 'gauge',
    name: 'ledger_diverged',
    help: '1 once the ledger has diverged from what was read (nothing is appended then), else 0',
  },
  subscriptionEvents: {
    type: 'counter',
    name: 'ledger_subscription_events_total',
    help: 'Events handed to the consumer',
    labels: ['subscription'],
  },
  deliveryEvents: {
    type: 'histogram',
    name: 'ledger_delivery_events',
    help: 'Events that were handed to the consumer together',
    labels: ['subscription'],
    buckets: [1, 3, 10, 30, 100, 300, 1_000],
  },
  foreignEvents: {
    type: 'counter',
    name: 'ledger_foreign_events_total',
    help: 'Events that this program did not write; their orders are parked',
    labels: ['subscription'],
  },
  subscriptionRestarts: {
    type: 'counter',
    name: 'ledger_subscription_restarts_total',
    help: 'Times that the subscription was opened again after an error, an end or a stall',
    labels: ['subscription'],
  },
  subscriptionStalled: {
    type: 'gauge',
    name: 'ledger_subscription_stalled',
    help: '1 while the ledger has events to read and none has been taken for the limit, else 0',
    labels: ['subscription'],
  },
  subscriptionProgressAge: {
    type: 'gauge',
    name: 'ledger_subscription_progress_age_seconds',
    help: 'Time since the consumer last took something, or was at the tail',
    labels: ['subscription'],
  },
  orderReads: {
    type: 'counter',
    name: 'ledger_order_reads_total',
    help: 'Streams of orders read by a follower: whole, or the rest behind what it remembers of the order',
    labels: ['follower', 'part'],
  },
  followerStands: {
    type: 'gauge',
    name: 'ledger_follower_stands_seconds',
    help: 'Time since a checkpoint that is behind the ledger last moved; 0 while it moves or is at the end',
    labels: ['follower'],
  },
  followerLag: {
    type: 'gauge',
    name: 'ledger_follower_lag_seconds',
    help: 'Age of the first event of the ledger that a checkpoint has not passed, whichever instance moves it; 0 at the tail',
    labels: ['follower'],
  },
  followerCommits: {
    type: 'counter',
    name: 'ledger_follower_commits_total',
    help: 'Transactions that moved a checkpoint: with effects of its events, or its position alone',
    labels: ['follower', 'kept'],
  },
  followingsBegunAnew: {
    type: 'counter',
    name: 'ledger_followings_begun_anew_total',
    help: 'Restarts of a follower, by why it had ended: failed, ended (with its ownership), nobody-follows, progress-unknown, left-behind',
    labels: ['follower', 'cause'],
  },
});
