import { whyNot } from '@order-ledger/domain/decide';
import type { Actor } from '@order-ledger/domain/grants';
import type { OrderState } from '@order-ledger/domain/state';
import { type FrozenStatus, isFrozen } from '@order-ledger/domain/status';
import { OrderFaultError } from '@order-ledger/ledger/order-fault';

export const PRICING_WORKER: Actor = { id: 'pricing-worker', kind: 'service', roles: ['pricing.worker'] };

/** What an order wants of the pricing, as its ledger says it. */
export type Need =
  /** A calculation is to be begun under this attempt: the order is submitted, or a new price was asked for. */
  | { kind: 'start'; attempt: number; spec_version: number }
  /** A calculation was begun under this attempt for this job, and its result is awaited. */
  | { kind: 'result'; attempt: number; spec_version: number; job_id: string }
  /** Held or in error: whatever is wanted waits until the order goes on. */
  | { kind: 'frozen'; by: FrozenStatus }
  | { kind: 'none'; cancelled: boolean };

const may = (state: OrderState, command: 'StartPriceCalculation' | 'CompletePriceCalculation'): boolean =>
  whyNot(state, { command, actor: PRICING_WORKER, body: null }) === null;

/** Once money was paid the ledger refuses another price, so a request for one cannot be met. */
const isWanted = ({ quote, recalculation_requested, paid }: OrderState): boolean =>
  quote === null || (recalculation_requested && paid === 0);

/**
 * The whole of the pricing worker's understanding of an order. A quote that is merely past its validity is not priced
 * again until somebody asks for it: nobody may be waiting for that price any more.
 */
export const needOf = (state: OrderState): Need => {
  const { status, price_attempt, price_job_id, spec_version } = state;
  if (isFrozen(status)) return { kind: 'frozen', by: status };
  if (may(state, 'CompletePriceCalculation')) {
    if (price_job_id === null)
      throw new OrderFaultError('a calculation was begun without a job: the stream is not of this graph');
    return { kind: 'result', attempt: price_attempt, spec_version, job_id: price_job_id };
  }
  return may(state, 'StartPriceCalculation') && isWanted(state)
    ? { kind: 'start', attempt: price_attempt + 1, spec_version }
    : { kind: 'none', cancelled: status === 'CANCELLED' };
};
