/** Two records of one order that contradict each other. */
export interface Mismatch {
  order_id: string;
  life: string;
  /** Which records: what the demonstration was answered, the ledger, the read side, its stream of events. */
  between: 'answers and ledger' | 'ledger and read side' | 'ledger and stream';
  what: string;
  expected: string;
  found: string;
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing'));

/** Collects what one comparison of one order finds. */
export const finder = (order: { order_id: string; life: string }, between: Mismatch['between']) => {
  const found: Mismatch[] = [];
  return {
    found,
    add: (what: string, expected: unknown, actual: unknown): void => {
      found.push({ ...order, between, what, expected: asText(expected), found: asText(actual) });
    },
  };
};
