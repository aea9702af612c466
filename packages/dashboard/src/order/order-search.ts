import { type RawSearch, said } from '../app/search.ts';

/** What the order's address says. */
export interface OrderSearch {
  /** The event that is open. */
  event?: number;
  /** The moment that is looked at; absent: now. */
  as_of?: string;
}

export const readOrderSearch = ({ event, as_of }: RawSearch): OrderSearch =>
  said<OrderSearch>({
    event: Number.isInteger(Number(event)) && Number(event) > 0 ? Number(event) : undefined,
    as_of: typeof as_of === 'string' && !Number.isNaN(Date.parse(as_of)) ? as_of : undefined,
  });
