import type { LetterEvidence } from '@order-ledger/diagnosis/evidence';
import { lettersByOrder } from '@order-ledger/diagnosis/letters';
import { readDeadLetters } from '@order-ledger/messaging/read-dead-letters';
import type { Topology } from '@order-ledger/messaging/topology';
import { type Answer, within } from '@order-ledger/platform/within';

const LIMIT_MS = 10_000;

/** Every dead letter by the order that it is of; they stay where they are. */
export const readLetters = (
  url: string,
  topology: Topology,
): Promise<Answer<ReadonlyMap<string, readonly LetterEvidence[]>>> =>
  within(
    readDeadLetters(url, topology).then((letters) =>
      lettersByOrder(letters.map(({ id: message_id, ...letter }) => ({ ...letter, message_id }))),
    ),
    LIMIT_MS,
  );
