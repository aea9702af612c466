import type { Answer, Request } from './world.ts';

/** One request of the demonstration with what it was answered. */
export interface Entry {
  request: Request;
  /** As events name the caller. */
  subject: string;
  answer: Answer;
  /** It was expected to be the answer that an earlier request got already. */
  duplicate: boolean;
  /** It was one of several claims of one order at once. */
  raced: boolean;
}

/** What the demonstration was told about one order. */
export interface OrderRecord {
  number: number;
  life: string;
  order_id: string | null;
  entries: Entry[];
  /** Why the life could not be played to its end. */
  failure: string | null;
  /** Its present step, for the display. */
  step: string;
  ended: boolean;
}

export const openRecord = (number: number, life: string): OrderRecord => ({
  number,
  life,
  order_id: null,
  entries: [],
  failure: null,
  step: '',
  ended: false,
});
