import type { Log } from '@order-ledger/platform/log';
import { attribute } from '@order-ledger/platform/semantic-conventions';
import { inSpan } from '@order-ledger/platform/telemetry';
import { isOutage } from '@order-ledger/platform/transient';
import type { UploadFolder } from './folder.ts';
import type { Inspect, Verdict } from './inspection.ts';
import { uploadMetrics } from './metrics.ts';
import { boxOf, modelOf, TOO_FAR_APART } from './model-block.ts';
import type { Fault, UploadRecords, UploadRow, UploadState } from './records.ts';

/** After so many inspections that did not finish a file is refused. */
const MAX_FAILED_INSPECTIONS = 3;

const NOT_INSPECTED: Fault = {
  code: 'INSPECTION_FAILED',
  detail: 'The file could not be inspected. Simplify the mesh or export it as binary STL.',
};
const LOST: Fault = { code: 'FILE_LOST', detail: 'The file is no longer here. Upload it again.' };

/**
 * Takes whole uploads to their end. Each step is safe on the disk before the next one is written down, and each can be
 * done again, so a crash between any two is finished by the next start:
 *
 * RECEIVING  all bytes are there         → flush them, then RECEIVED
 * RECEIVED   the file is in `incoming`   → inspect it; a model: write down hash, facts and how it looks, then move it to
 *                                          `models`, then VALID; anything else: INVALID, then remove it
 *            the file is not there       → a crash came between the move and VALID: the hash that was written down
 *                                          says where it is
 */
export interface Completion {
  /** Rejects with what went wrong; the upload is taken up again by the next sweep. Null: there is no such upload. */
  complete(uploadId: string): Promise<UploadState | null>;
  /** As `complete`, but answers after `waitMs` with the state of then; the work goes on. */
  completeSoon(uploadId: string, waitMs: number): Promise<UploadState | null>;
  /** Makes the preview of one sealed model that has none, because it came before there were any; false: all have one. */
  previewMissing(): Promise<boolean>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

interface Parts {
  folder: UploadFolder;
  records: UploadRecords;
  inspect: Inspect;
  log: Log;
  /** Ends inspections when the process stops. */
  signal: AbortSignal;
}

export const createCompletion = ({ folder, records, inspect, log, signal }: Parts): Completion => {
  const refuse = async (uploadId: string, fault: Fault, sha256?: string): Promise<UploadState> => {
    await records.invalid(uploadId, fault, sha256);
    await folder.discard(uploadId);
    uploadMetrics.uploads.inc({ outcome: 'invalid' });
    log.info('upload refused', { upload_id: uploadId, code: fault.code });
    return 'INVALID';
  };

  const accept = async (uploadId: string): Promise<UploadState> => {
    await records.valid(uploadId);
    uploadMetrics.uploads.inc({ outcome: 'valid' });
    log.info('upload sealed', { upload_id: uploadId });
    return 'VALID';
  };

  const keepPreview = (sha256: string, file: Uint8Array | null, upload_id?: string): Promise<void> => {
    const outcome = file === null ? 'failed' : 'made';
    return inSpan('keep preview', { [attribute.outcome]: outcome }, async () => {
      await records.keepPreview(sha256, file);
      uploadMetrics.previews.inc({ outcome });
      log.info('preview kept', { upload_id, outcome, bytes: file?.length ?? 0 });
    });
  };

  const inspected = async ({ upload_id: uploadId, owner }: UploadRow): Promise<Verdict | null> => {
    try {
      return await inspect({ path: folder.incomingPath(uploadId), owner }, signal);
    } catch (error) {
      signal.throwIfAborted();
      // No process could be started: nobody has looked at the file.
      if (isOutage(error)) throw error;
      const failures = await records.inspectionFailed(uploadId);
      if (failures < MAX_FAILED_INSPECTIONS) throw error;
      log.error('gave up on an upload', { upload_id: uploadId, attempts: failures, error });
      return null;
    }
  };

  const judge = async (row: UploadRow): Promise<UploadState> => {
    const { upload_id, sha256: known } = row;
    if ((await folder.incomingBytes(upload_id)) === null) {
      const sealed = known !== null && (await folder.isSealed(known));
      if (sealed) return accept(upload_id);
      // A folder that is not mounted has lost no file.
      await folder.check();
      return refuse(upload_id, LOST);
    }
    const verdict = await inspected(row);
    if (verdict === null) return refuse(upload_id, NOT_INSPECTED);
    const { sha256 } = verdict;
    if (!verdict.ok) return refuse(upload_id, verdict.fault, sha256);
    const box = boxOf(verdict.structure);
    if (box === null) return refuse(upload_id, TOO_FAR_APART, sha256);
    await records.inspected(upload_id, sha256, modelOf(verdict, box));
    await keepPreview(sha256, verdict.preview, upload_id);
    await folder.seal(upload_id, sha256);
    return accept(upload_id);
  };

  const previewMissing: Completion['previewMissing'] = async () => {
    const model = await records.withoutPreview();
    if (model === null) return false;
    const { sha256, owner } = model;
    const look = await inspect({ path: folder.modelPath(sha256), owner }, signal).catch((error: unknown) => {
      signal.throwIfAborted();
      if (isOutage(error)) throw error;
      log.warn('a sealed model could not be looked at again', { error });
      return null;
    });
    await keepPreview(sha256, look?.ok ? look.preview : null);
    return true;
  };

  const run = async (uploadId: string): Promise<UploadState | null> => {
    const row = await records.find(uploadId);
    if (row === null || row.state === 'VALID' || row.state === 'INVALID') return row?.state ?? null;
    if (row.state === 'RECEIVING') {
      if ((await folder.incomingBytes(uploadId)) !== row.size) return 'RECEIVING';
      await folder.flush(uploadId);
      if (!(await records.received(uploadId))) return null;
      uploadMetrics.received.inc({}, row.size);
    }
    const began = performance.now();
    const state = await inSpan('upload validate', { [attribute.uploadBytes]: row.size }, () => judge(row));
    uploadMetrics.validation.observe({ outcome: state.toLowerCase() }, (performance.now() - began) / 1_000);
    return state;
  };

  // One file is looked at once, however many ask: the last request of the sender, and the sweep.
  const underWay = new Map<string, Promise<UploadState | null>>();
  const complete = (uploadId: string): Promise<UploadState | null> => {
    const known = underWay.get(uploadId);
    if (known !== undefined) return known;
    const work = run(uploadId).finally(() => underWay.delete(uploadId));
    underWay.set(uploadId, work);
    return work;
  };

  const completeSoon: Completion['completeSoon'] = async (uploadId, waitMs) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, waitMs, 'late');
    });
    const work = complete(uploadId).catch((error: unknown) => {
      if (!signal.aborted)
        log.warn('could not complete an upload; the next sweep retries', { upload_id: uploadId, error });
      return 'late' as const;
    });
    const first = await Promise.race([work, late]).finally(() => clearTimeout(timer));
    return first === 'late' ? ((await records.find(uploadId))?.state ?? null) : first;
  };

  return {
    complete,
    completeSoon,
    previewMissing,
    idle: async () => {
      await Promise.allSettled(underWay.values());
    },
  };
};
