import type { Log } from '@order-ledger/platform/log';
import type { Completion } from './completion.ts';
import type { UploadFolder } from './folder.ts';
import { uploadMetrics } from './metrics.ts';
import type { UploadRecords } from './records.ts';

/** Uploads that one sweep looks at; the rest are looked at by the next. */
const BATCH = 1_000;

interface Parts {
  folder: UploadFolder;
  records: UploadRecords;
  completion: Completion;
  log: Log;
  lifetimeS: number;
}

/** Finishes what a crash, or a sender who left with the last byte, has left between; forgets what was left half-way. */
export const createSweep = ({ folder, records, completion, log, lifetimeS }: Parts): (() => Promise<void>) => {
  const completeWhole = async (): Promise<void> => {
    for (const { upload_id, state, size } of await records.open(BATCH)) {
      if (state === 'RECEIVING' && (await folder.incomingBytes(upload_id)) !== size) continue;
      await completion.complete(upload_id).catch((error: unknown) => {
        log.warn('could not complete an upload; the next sweep retries', { upload_id, error });
      });
    }
  };

  const expire = async (): Promise<void> => {
    const expired = await records.expire(lifetimeS);
    for (const uploadId of expired) await folder.discard(uploadId);
    if (expired.length === 0) return;
    uploadMetrics.uploads.inc({ outcome: 'expired' }, expired.length);
    log.info('unfinished uploads expired', { count: expired.length });
  };

  /** Files without an upload that waits for them: a crash came between a row and its file. */
  const clear = async (): Promise<void> => {
    const before = Date.now() - lifetimeS * 1_000;
    const old = (await folder.incomingFiles()).filter(({ changedAt }) => changedAt.getTime() < before);
    const awaited = await records.incompleteOf(old.map(({ uploadId }) => uploadId));
    for (const { uploadId } of old) if (!awaited.has(uploadId)) await folder.discard(uploadId);
  };

  // Whatever is sealed from now on has its preview before: once none is without, none will be.
  let previewsMissing = true;
  return async () => {
    await completeWhole();
    await expire();
    await clear();
    if (previewsMissing) previewsMissing = await completion.previewMissing();
  };
};
