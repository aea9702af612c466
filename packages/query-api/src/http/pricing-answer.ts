import { clock } from '@order-ledger/platform/clock';
import { readListed } from '@order-ledger/read-model/reading/list-orders';
import { readOrderRow } from '@order-ledger/read-model/reading/order-by-id';
import type { Audience } from '../audience.ts';
import { displayStatus, presentOrder } from '../presentation/order.ts';
import { rejectionOf } from '../presentation/order-detail.ts';
import { type PricingJob, readPricingJob } from '../pricing-jobs.ts';
import { type PricingWork, readPricingWork } from '../pricing-work.ts';
import type { Sources } from '../sources.ts';
import { readParameters } from './parameter-forms.ts';
import { noParameters, pricingWorkParameters } from './parameters.ts';
import { type Answer, keepPrivate, orderIdOf, tellFreshness, unknownOrder } from './question.ts';

const presentJob = (job: PricingJob, audience: Audience) => ({
  state: job.state,
  lane: job.lane,
  queue_position: job.queue_position,
  estimate_s: { p50: job.predicted_p50_s, p95: job.predicted_p95_s },
  queued_at: job.queued_at.toISOString(),
  taken_at: job.taken_at?.toISOString() ?? null,
  finished_at: job.finished_at?.toISOString() ?? null,
  phase: job.phase,
  percent: job.percent,
  ...(audience === 'staff' ? { deaths: job.deaths } : {}),
});

const at = (time: Date | null): string | null => time?.toISOString() ?? null;

const presentWork = ({ lanes, slots, shares, jobs, dead }: PricingWork) => ({
  lanes: lanes.map((lane) => ({ ...lane, oldest_queued_at: at(lane.oldest_queued_at) })),
  slots,
  shares,
  jobs: jobs.map(({ predicted_p50_s, predicted_p95_s, ...job }) => ({
    ...job,
    estimate_s: { p50: predicted_p50_s, p95: predicted_p95_s },
    queued_at: job.queued_at.toISOString(),
    taken_at: at(job.taken_at),
    not_before: at(job.not_before),
    lease_expires_at: at(job.lease_expires_at),
    renewed_at: at(job.renewed_at),
  })),
  dead: dead.map((job) => ({ ...job, finished_at: at(job.finished_at) })),
});

/** Where the price of an order is: what who submitted it is pointed to; and the work on all prices. */
export const pricingAnswers = (sources: Sources) => {
  const pricing: Answer = async (question) => {
    const { request, response, scope, audience } = question;
    const order_id = orderIdOf(question);
    readParameters(noParameters, request.query);
    const source = await sources.primary();
    tellFreshness(response, source);
    const order = await readOrderRow(source, scope, order_id);
    if (order === undefined) throw unknownOrder();
    const job = await readPricingJob(source.pool, order_id);
    keepPrivate(response);
    response.json({
      order_id,
      status: order.status,
      display_status: displayStatus(order.status),
      price_attempt: order.price_attempt,
      price: order.price_amount === null ? null : { amount: order.price_amount, currency: order.currency },
      rejection: rejectionOf(order),
      job: job === undefined ? null : presentJob(job, audience),
    });
  };

  const work: Answer = async ({ request, response, audience }) => {
    const { limit } = readParameters(pricingWorkParameters, request.query);
    const source = await sources.primary();
    tellFreshness(response, source);
    const found = await readPricingWork(source.pool, limit);
    const first = [...found.jobs, ...found.dead].flatMap(({ orders }) => orders.slice(0, 1));
    const listed = await readListed(source, [...new Set(first)]);
    const now = new Date(clock.now());
    keepPrivate(response);
    response.json({ ...presentWork(found), orders: listed.map((order) => presentOrder(order, audience, now)) });
  };

  return { readPricing: pricing, readPricingWork: work };
};
