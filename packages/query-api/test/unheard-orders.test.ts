import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { registry } from '@order-ledger/platform/metrics';
import { keepingLog } from '@order-ledger/testing/lines';
import { lifeInto, type SeededReadModel, seededReadModel } from '@order-ledger/testing/running/read-model';
import { migrateSchema as migratePricing } from '../../pricing-worker/src/schema.ts';
import { measureUnheard } from '../src/unheard-orders.ts';

let model: SeededReadModel;
beforeAll(async () => {
  model = await seededReadModel([
    ...lifeInto('SUBMITTED', 1, null),
    ...lifeInto('SUBMITTED', 2, null),
    ...lifeInto('CLOSED', 3, null),
  ]);
});
afterAll(() => model.drop());

const told = async (): Promise<number | undefined> => {
  await measureUnheard(model);
  return (await registry.getSingleMetric('submitted_orders_without_job')?.get())?.values[0]?.value;
};

it('counts orders that are submitted and have no job, also where the pricing worker was never there', async () => {
  expect(await told()).toBe(2);
  await migratePricing({ connectionString: model.url, log: keepingLog().log });
  expect(await told()).toBe(2);
  await model.pool.query(
    `insert into pricing.price_job (measure_key, tenant, sha256, unit, orientation, process, engine_version, triangles,
       bytes, lane, predicted_p50_s, predicted_p95_s, queued_at)
     values ('measure', 'house', 'a', 'MM', 'AS_IS', 'FDM', '1', 12, 684, 'LONG', 600, 1200, now())`,
  );
  await model.pool.query(
    `insert into pricing.waiter (order_id, measure_key, job_id, run, attempt, spec_version, state)
     select order_id, measure_key, job_id, run, 1, 3, 'QUEUED' from pricing.price_job,
       (select order_id from ${model.schema}.order_row where status = 'SUBMITTED' limit 1) one`,
  );
  expect(await told()).toBe(1);
  // What has only just been submitted is on its way.
  await model.pool.query(`update ${model.schema}.order_row set status_entered_at = now()`);
  expect(await told()).toBe(0);
});
