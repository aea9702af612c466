import type { ReadOrder } from './list-changes.ts';

/**
 * How long an order has been where it is, now: net of holds and errors, but on hold and in error since it is that.
 *
 * @returns null once it has ended
 */
export const ageOf = (order: ReadOrder, now: number): number | null => {
  if (!order.is_active) return null;
  const { frozen_since, current_stage_duration_ms, read_at } = order;
  if (frozen_since != null) return Math.max(0, now - Date.parse(frozen_since));
  if (current_stage_duration_ms != null) return current_stage_duration_ms + Math.max(0, now - read_at);
  return Math.max(0, now - Date.parse(order.status_entered_at));
};
