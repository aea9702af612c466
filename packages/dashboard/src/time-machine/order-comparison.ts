import type { OrderDetail } from '../api/shapes.ts';

/** What of an order is compared between two moments. */
export const COMPARED = {
  status: (order) => order.status,
  stage: (order) => order.stage,
  events: (order) => order.event_version,
  claim: (order) => order.claim?.operator,
  priority: (order) => order.priority,
  due_at: (order) => order.due_at,
  material: (order) => order.material,
  process: (order) => order.process,
  finishing: (order) => order.finishing,
  quantity: (order) => order.quantity,
  delivery_method: (order) => order.delivery_method,
  price: (order) => order.price,
  paid: (order) => order.paid,
  refund_due: (order) => order.refund_due,
  price_attempt: (order) => order.price_attempt,
  manufacturing_attempt: (order) => order.manufacturing_attempt,
  made: (order) => order.pieces?.made,
  shipped: (order) => order.pieces?.shipped,
  holds: (order) => order.holds?.length,
  work_centre: (order) => order.work_centre,
  planned_finish_at: (order) => order.planned_finish_at,
} as const satisfies Readonly<Record<string, (order: OrderDetail) => unknown>>;
export type Compared = keyof typeof COMPARED;

export interface Comparison {
  readonly name: Compared;
  readonly before: unknown;
  readonly after: unknown;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** What differs between an order at two moments. */
export const comparisonOf = (before: OrderDetail, later: OrderDetail): readonly Comparison[] =>
  (Object.keys(COMPARED) as Compared[])
    .map((name) => ({ name, before: COMPARED[name](before) ?? null, after: COMPARED[name](later) ?? null }))
    .filter((one) => !same(one.before, one.after));
