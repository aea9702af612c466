import { readOrderRow } from '@order-ledger/read-model/reading/order-by-id';
import type { Audience } from '../audience.ts';
import { displayStatus } from '../presentation/order.ts';
import { rejectionOf } from '../presentation/order-detail.ts';
import { type PricingJob, readPricingJob } from '../pricing-jobs.ts';
import type { Sources } from '../sources.ts';
import { readParameters } from './parameter-forms.ts';
import { noParameters } from './parameters.ts';
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

/** Where the price of an order is: what who submitted it is pointed to. */
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
  return { readPricing: pricing };
};
