import type { Actor } from '@order-ledger/domain/grants';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { FREE_TEXT_FIELDS, type TextReference } from '@order-ledger/domain/values';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { isErasure } from '../erasure.ts';
import { loadSeen } from '../unreadable-orders.ts';
import type { FreeTexts, Reading } from './texts.ts';

interface AskedText extends Reading {
  actor: Actor;
}

export type EventTexts =
  | { outcome: 'shown'; texts: { field: string; text: string }[] }
  | { outcome: 'unknown-order' }
  /** There is no such event, it has no text, or none that this caller may read: he is not told which. */
  | { outcome: 'no-text' }
  /** The customer was erased since. */
  | { outcome: 'erased' };

/** What the house writes of a partner's order is the house's own; a partner reads what it has written itself. */
const mayRead = (actor: Actor, { metadata: { actor: by } }: RecordedEvent): boolean =>
  actor.kind !== 'partner' || (by.kind === 'partner' && by.partner_id === actor.partner_id);

const referencesIn = ({ data }: RecordedEvent): [field: string, reference: TextReference][] =>
  FREE_TEXT_FIELDS.flatMap((field) => {
    const reference = (data as Partial<Record<string, TextReference>>)[field];
    return reference === undefined ? [] : [[field, reference]];
  });

/** The texts of one event of an order, each reading on record before the text is known. */
export const createEventTexts =
  (ledger: Pick<Ledger, 'load' | 'readOrder'>, texts: FreeTexts) =>
  async ({ actor, ...reading }: AskedText): Promise<EventTexts> => {
    const { order_id, event_version } = reading;
    const order = await loadSeen(ledger, order_id, actor);
    if (order === null) return { outcome: 'unknown-order' };
    if (event_version > order.event_version) return { outcome: 'no-text' };
    let asked: RecordedEvent | undefined;
    let erased = false;
    for await (const event of ledger.readOrder(order_id, { fromVersion: event_version })) {
      if (asked === undefined) {
        if (!mayRead(actor, event) || referencesIn(event).length === 0) return { outcome: 'no-text' };
        asked = event;
      }
      // Also where the keys still stand, because what follows from the erasure is not done yet.
      erased ||= isErasure(event);
    }
    if (asked === undefined) return { outcome: 'no-text' };
    const shown: { field: string; text: string }[] = [];
    for (const [field, reference] of erased ? [] : referencesIn(asked)) {
      const text = await texts.read(reference, reading);
      if (text !== null) shown.push({ field, text });
    }
    if (shown.length > 0) return { outcome: 'shown', texts: shown };
    return { outcome: erased || (await texts.erased(asked.metadata.command_id)) ? 'erased' : 'no-text' };
  };
export type ReadEventTexts = ReturnType<typeof createEventTexts>;
