import type { CheckpointState } from './checkpoint.ts';
import type { Ledger } from './ledger.ts';

/** The ledger does not hold the event that the checkpoint stands on. */
export class LedgerDivergedError extends Error {
  override readonly name = 'LedgerDivergedError';
  readonly code = 'ledger-diverged';
}

/**
 * A ledger that was restored to an older backup is shorter than the checkpoints that others keep: a subscription beyond
 * its end would wait quietly and never see the new events below. Throws LedgerDivergedError, LedgerUnavailableError.
 */
export const assertStandsInLedger = async (
  ledger: Pick<Ledger, 'eventStandsAt'>,
  name: string,
  { lastEvent }: CheckpointState,
): Promise<void> => {
  if (lastEvent === null || (await ledger.eventStandsAt(lastEvent.position, lastEvent.id))) return;
  throw new LedgerDivergedError(
    `The checkpoint ${name} stands on event ${lastEvent.id}, which the ledger does not hold there: the ledger was restored ` +
      'to an older state, or it is another one. Build the read models again from the start, and reset the checkpoints ' +
      'and inboxes of the other processes (docs/architecture.md, "A restored ledger").',
  );
};
