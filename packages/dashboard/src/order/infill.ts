import type { OrderEvent } from './order-queries.ts';

/** How far the order is filled, in per cent, by its last specification; null: it is solid, as all are that do not say. */
export const infillOf = (events: readonly OrderEvent[]): number | null => {
  const specified = events.findLast(({ type }) => type === 'OrderSubmitted' || type === 'OrderRevised');
  const infill = specified?.data.infill;
  return typeof infill === 'number' && infill < 100 ? infill : null;
};
