import { fold } from '@order-ledger/domain/evolve';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { NO_PIECES, type Pieces, piecesAfter } from '@order-ledger/domain/pieces';
import type { OrderState } from '@order-ledger/domain/state';
import { type History, recordVisit } from '@order-ledger/domain/visits';
import { type Folding, foldEvent } from '@order-ledger/read-model/folding/order-fold';
import type { FoldedEvent } from '@order-ledger/read-model/reading/order-alone';
import { asRead, type OrderDetail } from '@order-ledger/read-model/reading/order-columns';
import { eventOf, type TimelineEntry } from '@order-ledger/read-model/reading/timeline';

/** An event with the parts of its metadata that its life is folded from. */
const lifeEventOf = ({ type, data, occurred_at, recorded_at, ...versions }: FoldedEvent): RecordedEvent => {
  const times = { occurred_at: occurred_at.toISOString(), recorded_at: recorded_at.toISOString() };
  return { type, data, metadata: { ...versions, ...times } } as unknown as RecordedEvent;
};

/** What the events tell beside the order's row, which is theirs; null where there are none. */
export const lifeOf = (order: OrderDetail, events: readonly FoldedEvent[]): ToldOrder | null => {
  let history: History | null = null;
  let pieces = NO_PIECES;
  for (const each of events) {
    const event = lifeEventOf(each);
    history = recordVisit(history, event);
    pieces = piecesAfter(pieces, event);
  }
  return history && { order, history, pieces };
};

/** An order with what only its whole life tells. */
export interface ToldOrder {
  readonly order: OrderDetail;
  readonly history: History;
  readonly pieces: Pieces;
}

/** The order after these events (all from its first on); null where there are none. */
export const orderAfter = (entries: readonly TimelineEntry[]): ToldOrder | null => {
  let folding: Folding | null = null;
  let pieces = NO_PIECES;
  for (const entry of entries) {
    const event = eventOf(entry);
    const position = { commit: BigInt(entry.position_commit), prepare: BigInt(entry.position_prepare) };
    folding = foldEvent(folding, { event, id: entry.event_id, position }).after;
    pieces = piecesAfter(pieces, event);
  }
  if (folding === null) return null;
  const { row, history } = folding;
  return { order: asRead({ ...row, lifecycle: history.lifecycle }), history, pieces };
};

/** All that guards look at, but for the commands themselves: a repetition is not known by it. */
export const stateAfter = (entries: readonly TimelineEntry[]): OrderState | null => fold(entries.map(eventOf));
