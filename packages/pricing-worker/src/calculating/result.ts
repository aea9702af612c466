import type { Body } from '@order-ledger/domain/bodies';
import type { OrderState } from '@order-ledger/domain/state';
import type { Measured } from '@order-ledger/pricing/measure';
import { priceOf } from '@order-ledger/pricing/price';
import type { Tariff } from '@order-ledger/pricing/tariff';
import { priceRequest } from './price-request.ts';

/** What is kept of a calculation; the refusal of a geometry too, because the same bytes are refused again. */
export type MeasureResult = Measured;

export type PriceResult =
  | { outcome: 'priced'; body: Omit<Body<'CompletePriceCalculation'>, 'attempt'> }
  | { outcome: 'rejected'; body: Omit<Body<'RejectOrder'>, 'attempt'> }
  /** Neither a price nor a refusal: the order and the tariff do not fit together. */
  | { outcome: 'failed'; detail: string };

/**
 * The price of an order's specification from the measure of its model. Whether the material is available is asked each
 * time.
 */
export const resultOf = (measured: MeasureResult, state: OrderState, tariff: Tariff, job_id: string): PriceResult => {
  if (!measured.ok) return { outcome: 'rejected', body: { job_id, reason: measured.reason, faults: measured.faults } };
  const { material, process, quantity, finishing, infill } = state.specification ?? {};
  if (material === undefined || process === undefined || quantity === undefined)
    return { outcome: 'failed', detail: 'the order has no specification' };
  const { currency } = state.terms;
  if (currency !== tariff.currency)
    return {
      outcome: 'failed',
      detail: `the order is in ${currency}, the tariff ${tariff.tariff_version} in ${tariff.currency}`,
    };
  const priced = priceOf(
    measured.measure,
    priceRequest({ material, process, quantity, finishing, infill, priority: state.priority, currency }),
    tariff,
  );
  if (!priced.ok) return { outcome: 'rejected', body: { job_id, reason: priced.reason, faults: [] } };
  const { price, breakdown, tariff_version, engine_version, machine_seconds } = priced;
  const { measures, risk } = measured.measure;
  return {
    outcome: 'priced',
    body: {
      ...{ job_id, price, breakdown, tariff_version, engine_version, machine_seconds, measures },
      ...(risk === undefined ? {} : { risk }),
    },
  };
};
