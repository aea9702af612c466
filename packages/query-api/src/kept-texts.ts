import { defineMetrics } from '@order-ledger/platform/metrics';
import { LRUCache } from 'lru-cache';
import type { Audience } from './audience.ts';

/** An order in a version of its row, as an audience is shown it in a version of the read model. */
export interface Kept {
  readonly schema: string;
  readonly audience: Audience;
  readonly order_id: string;
  readonly row_version: string;
}

/** What of an order is kept: as it stands in `lists`, or `alone`. */
export type KeptAs = 'lists' | 'alone';

interface Entry<Value> {
  readonly row_version: string;
  readonly value: Value;
}

/** Texts of orders that were presented lately, for as long as their rows are what they were made of. */
export interface KeptTexts<Value> {
  get(of: Kept): Value | undefined;
  set(of: Kept, value: Value): void;
  /** Says how many of an answer's texts were kept, and how many had to be made. */
  count(kept: number, made: number): void;
  /** Whether there is a text of the order at all: then it pays to ask for the row's version first. */
  has(of: Omit<Kept, 'row_version'>): boolean;
}

const metrics = defineMetrics({
  texts: {
    type: 'counter',
    name: 'order_texts_total',
    help: 'Orders that were answered, by where (lists, alone) and whether their text was kept from an earlier answer: kept, made',
    labels: ['answer', 'result'],
  },
  bytes: {
    type: 'gauge',
    name: 'order_texts_bytes',
    help: 'Memory that the kept texts of orders take at most, by where they are shown: lists, alone',
    labels: ['answer'],
  },
});

/** Bytes for all texts of a kind: some twenty thousand orders of lists, or two thousand alone. */
const MOST_BYTES = 24 << 20;

export const createKeptTexts = <Value extends object>(
  as: KeptAs,
  sizeOf: (value: Value) => number,
  mostBytes = MOST_BYTES,
): KeptTexts<Value> => {
  const memory = new LRUCache<string, Entry<Value>>({
    maxSize: mostBytes,
    sizeCalculation: ({ value }) => sizeOf(value),
  });
  metrics.bytes.onCollect(() => metrics.bytes.set({ answer: as }, memory.calculatedSize));
  // One text an order and audience: that of a row that is written again is forgotten with the first new one.
  const keyOf = ({ schema, audience, order_id }: Omit<Kept, 'row_version'>): string =>
    `${order_id}${audience}${schema}`;
  return {
    get: (of) => {
      const entry = memory.get(keyOf(of));
      return entry?.row_version === of.row_version ? entry.value : undefined;
    },
    count: (kept, made) => {
      metrics.texts.inc({ answer: as, result: 'kept' }, kept);
      metrics.texts.inc({ answer: as, result: 'made' }, made);
    },
    set: (of, value) => void memory.set(keyOf(of), { row_version: of.row_version, value }),
    has: (of) => memory.has(keyOf(of)),
  };
};
