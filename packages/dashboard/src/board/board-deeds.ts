import { useQueries } from '@tanstack/react-query';
import type { CommandPath, Order } from '../api/shapes.ts';
import type { PageCommand } from '../order/next/commands.ts';
import { prospectsQuery } from '../order/order-queries.ts';
import { type Offered, offeredFor } from './offered.ts';

export const CLAIM = '/v1/orders/{order_id}/claim' satisfies CommandPath;
export const HOLD = '/v1/orders/{order_id}/commands/hold-order' satisfies CommandPath;
export const PRIORITY = '/v1/orders/{order_id}/commands/change-priority' satisfies CommandPath;

/** Of more than these it is not asked what they take: each is accepted or refused by itself anyhow. */
const MOST_ASKED = 12;

interface Offers {
  offered: (command: PageCommand) => Offered;
  /** Of these reasons those that the caller may give for some of the orders. */
  reasonsFor: <Reason extends string>(command: PageCommand, all: readonly Reason[]) => readonly Reason[];
}

export const useOffers = (orders: readonly Order[]): Offers => {
  const answers = useQueries({ queries: orders.slice(0, MOST_ASKED).map(({ order_id }) => prospectsQuery(order_id)) });
  const prospects = answers.flatMap(({ data }) => data?.prospects ?? []);
  return {
    offered: (command) => offeredFor(command, prospects),
    reasonsFor: (command, all) =>
      all.filter((reason) =>
        prospects.some(
          ({ command: of, obstacle, reasons }) =>
            of === command && obstacle === null && (reasons === null || reasons.includes(reason)),
        ),
      ),
  };
};
