import type { CheckpointState } from '../follow/checkpoint.ts';
import type { Ledger } from '../ledger.ts';
import type { Position } from '../reading/position.ts';

/** The ledger is not the one that was read: it was restored to an older state, or it is another one. */
export class LedgerDivergedError extends Error {
  override readonly name = 'LedgerDivergedError';
  readonly code = 'ledger-diverged';

  constructor(found: string) {
    super(
      `${found}: the ledger was restored to an older state, or it is another one. If it is the wrong one, put the right one ` +
        'back; if it is right, forget what was read of the other one with npm run restore -- --ledger-only ' +
        '(docs/operations.md, "The ledger is another one").',
    );
  }
}

/**
 * A ledger that was restored from an older backup ends before the checkpoints of its readers: its new events come at
 * positions that they have passed, or never reach them. Throws LedgerDivergedError, LedgerUnavailableError.
 */
export const assertStandsInLedger = async (
  ledger: Pick<Ledger, 'eventStandsAt'>,
  name: string,
  { lastEvent }: CheckpointState,
): Promise<void> => {
  if (lastEvent === null || (await ledger.eventStandsAt(lastEvent.position, lastEvent.id))) return;
  throw new LedgerDivergedError(
    `The checkpoint ${name} stands on event ${lastEvent.id}, which the ledger does not hold there`,
  );
};

/** An event that comes at a position which its reader has passed. */
export const passedBefore = (name: string, id: string, position: Position, reached: Position): LedgerDivergedError =>
  new LedgerDivergedError(
    `${name} has read up to ${reached.commit} and is given the event ${id} at ${position.commit}`,
  );
