import { defineMetrics } from '@order-ledger/platform/metrics';

/** From a small part to the hard limit. */
const calculationBuckets = [1, 5, 15, 60, 120, 180, 300, 600, 900, 1_800, 2_700] as const;

export const metrics = defineMetrics({
  duration: {
    type: 'histogram',
    name: 'price_job_duration_seconds',
    help: 'Calculations that ended, from the taking of the job to the result',
    labels: ['lane', 'outcome'],
    buckets: calculationBuckets,
  },
  queueWait: {
    type: 'histogram',
    name: 'price_job_queue_wait_seconds',
    help: 'From the queueing of a run until a worker takes it first',
    labels: ['lane'],
    buckets: [0.1, 0.5, ...calculationBuckets],
  },
  answer: {
    type: 'histogram',
    name: 'price_answer_seconds',
    help: 'From the queueing of a run to its measure, every try included: what the lanes have their targets for',
    labels: ['lane'],
    buckets: calculationBuckets,
  },
  slots: { type: 'gauge', name: 'price_slots', help: 'Slots of this worker by state', labels: ['state'] },
  queued: { type: 'gauge', name: 'price_jobs', help: 'Jobs by lane and state', labels: ['lane', 'state'] },
  cached: {
    type: 'counter',
    name: 'price_cache_hits_total',
    help: 'Orders priced from a measure that was kept',
    labels: ['outcome'],
  },
  leases: {
    type: 'counter',
    name: 'price_leases_total',
    help: 'Leases by what became of them: taken, taken-over, lost, released; moved: the job has outgrown its lane',
    labels: ['event'],
    from0: [{ event: 'taken' }, { event: 'taken-over' }, { event: 'lost' }, { event: 'released' }, { event: 'moved' }],
  },
  deaths: {
    type: 'counter',
    name: 'price_calculation_deaths_total',
    help: 'Calculations that ended without a result, by cause',
    labels: ['cause'],
  },
  infraFailures: {
    type: 'counter',
    name: 'price_infra_failures_total',
    help: 'Attempts at a job that something around it prevented, by what',
    labels: ['cause'],
  },
  outages: {
    type: 'counter',
    name: 'price_outages_total',
    help: 'Jobs given back, uncounted, because a dependency was away, by which',
    labels: ['dependency'],
  },
  messages: {
    type: 'counter',
    name: 'price_intake_messages_total',
    help: 'Messages by what they were: fresh, duplicate',
    labels: ['kind'],
  },
  parked: {
    type: 'gauge',
    name: 'price_parked_orders',
    help: 'Orders that cannot be priced for a reason that lies in them; the reconciler looks at them ever more rarely',
  },
  repairs: {
    type: 'counter',
    name: 'price_reconciler_repairs_total',
    help: 'What the reconciler found undone and did, by kind',
    labels: ['kind'],
  },
});
