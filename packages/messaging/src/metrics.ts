import { defineMetrics, latencyBuckets } from '@order-ledger/platform/metrics';

export const metrics = defineMetrics({
  published: {
    type: 'counter',
    name: 'messaging_published_total',
    help: 'Messages handed to the broker by what came of it: confirmed, returned, nacked, unpublishable, unavailable',
    labels: ['destination', 'outcome'],
  },
  confirmSeconds: {
    type: 'histogram',
    name: 'messaging_confirm_seconds',
    help: "From the publication to the broker's confirm",
    labels: ['destination'],
    buckets: latencyBuckets,
  },
  delivered: {
    type: 'counter',
    name: 'messaging_delivered_total',
    help: 'Deliveries by outcome: handled, retried, dead-lettered, lost (the channel went away; the broker delivers again)',
    labels: ['queue', 'outcome'],
  },
  redelivered: {
    type: 'counter',
    name: 'messaging_redelivered_total',
    help: 'Deliveries of messages that were delivered before and not answered',
    labels: ['queue'],
  },
  handleSeconds: {
    type: 'histogram',
    name: 'messaging_handle_seconds',
    help: 'From a delivery to its answer, tries in process included',
    labels: ['queue'],
    buckets: latencyBuckets,
  },
  retries: {
    type: 'counter',
    name: 'messaging_retries_total',
    help: 'Repetitions by where the message waits for them: in process, or a retry tier',
    labels: ['queue', 'tier'],
  },
  outages: {
    type: 'counter',
    name: 'messaging_outage_waits_total',
    help: 'Deliveries that wait, uncounted, for a dependency that cannot be reached',
    labels: ['queue', 'dependency'],
  },
  deadLetters: {
    type: 'counter',
    name: 'messaging_dead_letters_total',
    help: 'Messages put into the dead-letter queue by their consumer, by class of the error',
    labels: ['queue', 'class'],
  },
  connected: {
    type: 'gauge',
    name: 'messaging_connected',
    help: '1 while the connection to the broker is open',
    labels: ['connection'],
  },
  blocked: {
    type: 'gauge',
    name: 'messaging_connection_blocked',
    help: '1 while the broker, short of memory or disk, blocks this connection',
    labels: ['connection'],
  },
  rebuilt: {
    type: 'counter',
    name: 'messaging_rebuilt_total',
    help: 'Connections and channels opened again after a fault',
    labels: ['part'],
  },
  declared: {
    type: 'counter',
    name: 'messaging_topology_rounds_total',
    help: 'Rounds in which the whole topology was declared again: declared, mismatch, refused, unavailable',
    labels: ['outcome'],
  },
  held: {
    type: 'gauge',
    name: 'messaging_failed_messages_held',
    help: 'Failed messages that neither a retry queue nor the dead letters accept now',
    labels: ['queue'],
  },
});
