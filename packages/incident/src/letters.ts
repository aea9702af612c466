import type { LetterEvidence } from '@order-ledger/diagnosis/evidence';
import { openDesk } from '@order-ledger/messaging/dead-letters';
import type { Topology } from '@order-ledger/messaging/topology';
import { type Answer, isKnown, within } from '@order-ledger/platform/within';
import { listDeadLetters } from '@order-ledger/repairs/dead-letters';

/** Looked through at most, of all queues; of more than these those of one order are asked for by npm run dead-letters. */
const MOST = 10_000;
const DESK_WAIT_MS = 1_000;
const LIMIT_MS = 10_000;

export type LettersByOrder = ReadonlyMap<string, readonly LetterEvidence[]>;

/** Every dead letter by the order that it is of; they stay where they are. */
export const readLetters = (url: string, topology: Topology): Promise<Answer<LettersByOrder>> =>
  within(
    (async () => {
      const desk = await openDesk({ url, topology, waitMs: DESK_WAIT_MS });
      try {
        const { letters, matching } = await listDeadLetters(desk, {}, { limit: MOST });
        if (matching > MOST)
          throw new Error(`there are ${matching}: npm run dead-letters -- list --order ORDER looks through them`);
        const found = new Map<string, LetterEvidence[]>();
        for (const { order_id, queue, id: message_id, type, reason, error_class, last_failure } of letters) {
          const letter = { queue, message_id, type, reason, error_class, last_failure };
          if (order_id !== null) found.set(order_id, [...(found.get(order_id) ?? []), letter]);
        }
        return found;
      } finally {
        void desk.close();
      }
    })(),
    LIMIT_MS,
  );

export const lettersOf = (letters: Answer<LettersByOrder>, orderId: string): Answer<readonly LetterEvidence[]> =>
  isKnown(letters) ? { is: letters.is.get(orderId) ?? [] } : letters;
