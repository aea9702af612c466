import { type Answer, isKnown } from '@order-ledger/platform/within';
import type { LetterEvidence } from './evidence.ts';

export type LettersByOrder = ReadonlyMap<string, readonly LetterEvidence[]>;

/** Those of which it is known whose they are. */
export const lettersByOrder = (
  letters: readonly (LetterEvidence & { readonly order_id: string | null })[],
): LettersByOrder => {
  const found = new Map<string, LetterEvidence[]>();
  for (const { order_id, queue, message_id, type, reason, error_class, last_failure } of letters) {
    if (order_id === null) continue;
    const letter = { queue, message_id, type, reason, error_class, last_failure };
    found.set(order_id, [...(found.get(order_id) ?? []), letter]);
  }
  return found;
};

export const lettersOf = (letters: Answer<LettersByOrder>, orderId: string): Answer<readonly LetterEvidence[]> =>
  isKnown(letters) ? { is: letters.is.get(orderId) ?? [] } : letters;
