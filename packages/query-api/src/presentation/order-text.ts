import { isFinal } from '@order-ledger/domain/status';
import type { ListedOrder } from '@order-ledger/read-model/reading/order-columns';
import type { Audience } from '../audience.ts';
import type { OrderAnswer } from './answers.ts';
import { currentStageDuration, isOverdue, presentOrder } from './order.ts';

/** What the clock's fields are reckoned from. */
type Clocked = Pick<ListedOrder, 'status' | 'stage_entered_at' | 'frozen_since' | 'frozen_ms' | 'is_active' | 'due_at'>;

interface ClockField {
  /** Whether the field can still change while the row does not. */
  readonly moves: (order: Clocked) => boolean;
  readonly at: (order: Clocked, now: Date) => number | boolean | null;
}

/** The fields of an order that change while its row stays as it is. A test holds all others against the clock. */
const CLOCK_FIELDS: Readonly<Partial<Record<keyof OrderAnswer, ClockField>>> = {
  current_stage_duration_ms: {
    moves: ({ status, frozen_since }) => !isFinal(status) && frozen_since === null,
    at: currentStageDuration,
  },
  overdue: { moves: ({ is_active, due_at }) => is_active && due_at !== null, at: isOverdue },
};

/** An order's answer as JSON text, cut where the clock has its say: the rest of it is the same as long as the row is. */
export interface OrderText {
  readonly texts: readonly string[];
  /** What stands between the texts. */
  readonly between: readonly ClockField['at'][];
  readonly clocked: Clocked;
}

/** A field that does not move is the same at any time. */
const ANY_TIME = new Date(0);

export const orderText = (order: ListedOrder, audience: Audience): OrderText => {
  const texts: string[] = [];
  const between: ClockField['at'][] = [];
  // Joined once: a text that grows would be kept as the hundred pieces that it grew by.
  let pieces: string[] = [];
  let begin = '{';
  for (const [name, value] of Object.entries(presentOrder(order, audience, ANY_TIME))) {
    if (value === undefined) continue;
    pieces.push(`${begin}${JSON.stringify(name)}:`);
    begin = ',';
    const field = CLOCK_FIELDS[name as keyof OrderAnswer];
    if (field?.moves(order)) {
      texts.push(pieces.join(''));
      between.push(field.at);
      pieces = [];
    } else pieces.push(JSON.stringify(value));
  }
  texts.push([...pieces, '}'].join(''));
  const { status, stage_entered_at, frozen_since, frozen_ms, is_active, due_at } = order;
  return { texts, between, clocked: { status, stage_entered_at, frozen_since, frozen_ms, is_active, due_at } };
};

/** The text of the order's answer at this time. */
export const textAt = ({ texts, between, clocked }: OrderText, now: Date): string => {
  let text = texts[0] as string;
  for (const [index, at] of between.entries()) text += `${at(clocked, now)}${texts[index + 1]}`;
  return text;
};

/** How much memory it takes, in bytes and no less: a character may take two. */
export const sizeOfText = ({ texts }: OrderText): number => texts.reduce((size, text) => size + 2 * text.length, 400);
