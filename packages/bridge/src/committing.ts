import type { Exchange } from '@order-ledger/domain/events';
import type { OwnedCheckpoint } from '@order-ledger/ledger/follow/checkpoint';
import type { Commits } from './commits.ts';
import type { Sending } from './sending.ts';

interface Committing {
  /** Moves the checkpoint over what is finished, until the signal; rejects at the first transaction that fails. */
  asFinished(until: AbortSignal): Promise<void>;
  /** Commits what was finished since; nothing after a failed transaction, whose places are lost to this run. */
  rest(): Promise<void>;
}

export const createCommitting = (options: {
  readonly exchange: Exchange;
  readonly commits: Commits;
  readonly checkpoint: OwnedCheckpoint;
  readonly sending: Pick<Sending, 'progress' | 'finished' | 'hasMuch' | 'committed'>;
}): Committing => {
  const { exchange, commits, checkpoint, sending } = options;
  let failed = false;

  const commit = async (): Promise<void> => {
    const progress = sending.progress();
    if (progress === null) return;
    failed = true;
    await commits.commit({ exchange, checkpoint, progress });
    failed = false;
    checkpoint.committed(progress.to);
    sending.committed();
  };

  return {
    asFinished: async (until) => {
      while (!until.aborted) {
        await sending.finished();
        await commits.due(sending.hasMuch());
        await commit();
      }
    },
    rest: async () => {
      if (!failed) await commit();
    },
  };
};
