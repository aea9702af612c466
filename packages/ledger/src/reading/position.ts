import type { Position } from '@eventstore/db-client';

/** Both halves belong together: nothing is reckoned with them, they are only kept and compared. */
export type { Position } from '@eventstore/db-client';

/** Whether `one` stands behind `other` in the ledger; events of one commit are told apart by their prepare. */
export const isAbove = (one: Position, other: Position): boolean =>
  one.commit > other.commit || (one.commit === other.commit && one.prepare > other.prepare);
