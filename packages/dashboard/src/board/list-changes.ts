import type { Order, OrderList } from '../api/shapes.ts';

/** An order with when it was read: its age is told as of that moment, and goes on from there. */
export type ReadOrder = Order & { read_at: number };
export type ReadPage = Omit<OrderList, 'orders'> & { orders: ReadOrder[] };

export const readNow = (order: Order): ReadOrder => ({ ...order, read_at: Date.now() });
export const pageReadNow = (page: OrderList): ReadPage => ({ ...page, orders: page.orders.map(readNow) });

/** The pages of a list, as they were read. */
export interface ReadPages {
  pages: ReadPage[];
  pageParams: unknown[];
}

/** The pages with newer orders in the places of those that they are: nothing moves. */
export const withOrders = (read: ReadPages, newer: ReadonlyMap<string, ReadOrder>): ReadPages => ({
  ...read,
  pages: read.pages.map((page) =>
    page.orders.some(({ order_id }) => newer.has(order_id))
      ? { ...page, orders: page.orders.map((order) => newestOf(order, newer.get(order.order_id))) }
      : page,
  ),
});

const newestOf = (known: ReadOrder, read: ReadOrder | undefined): ReadOrder =>
  read === undefined || read.event_version < known.event_version ? known : read;

/** Each order once: one that has moved to a later page while the pages were read stands in two of them. */
export const ordersOf = (pages: readonly ReadPage[]): readonly ReadOrder[] => {
  const seen = new Set<string>();
  return pages
    .flatMap(({ orders }) => orders)
    .filter(({ order_id }) => {
      if (seen.has(order_id)) return false;
      seen.add(order_id);
      return true;
    });
};

/** Which of the orders that events were about stand in the list, and how many do not. */
export const sorted = (
  orderIds: Iterable<string>,
  shown: ReadonlySet<string>,
): { inList: readonly string[]; outside: readonly string[] } => {
  const all = [...new Set(orderIds)];
  return { inList: all.filter((id) => shown.has(id)), outside: all.filter((id) => !shown.has(id)) };
};
