/** What the order's address says. */
export interface OrderSearch {
  /** The event that is open. */
  event?: number;
  /** The moment that is looked at; absent: now. */
  as_of?: string;
}

export const readOrderSearch = ({ event, as_of }: Record<string, unknown>): OrderSearch => ({
  ...(Number.isInteger(Number(event)) && Number(event) > 0 ? { event: Number(event) } : {}),
  ...(typeof as_of === 'string' && !Number.isNaN(Date.parse(as_of)) ? { as_of } : {}),
});
