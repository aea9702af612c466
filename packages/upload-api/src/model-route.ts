import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ProblemError } from '@order-ledger/platform/http/problem';
import { callerOf } from '@order-ledger/platform/http/request-state';
import type { Route } from '@order-ledger/platform/http/route';
import type { Log } from '@order-ledger/platform/log';
import { admitToModels } from './access.ts';
import { errorCode, type UploadFolder } from './folder.ts';
import { uploadMetrics } from './metrics.ts';
import { failureOf, folderAway } from './problems.ts';
import type { UploadRecords } from './records.ts';

interface Parts {
  folder: UploadFolder;
  records: UploadRecords;
  log: Log;
}

const SHA256 = /^[0-9a-f]{64}$/;

const hasHash = async (chunks: AsyncIterable<Buffer>, sha256: string): Promise<boolean> => {
  const hash = createHash('sha256');
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex') === sha256;
};

/** Gives the chunks on, the last one only when all together have this hash. */
async function* verified(chunks: AsyncIterable<Buffer>, sha256: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let held: Buffer | undefined;
  for await (const chunk of chunks) {
    hash.update(chunk);
    if (held !== undefined) yield held;
    held = chunk;
  }
  if (hash.digest('hex') !== sha256) {
    // Counted before the answer is cut, so that whoever sees the cut finds it counted.
    uploadMetrics.mismatches.inc({});
    throw new Error(`the content of a sealed file is no longer ${sha256}`);
  }
  if (held !== undefined) yield held;
}

/**
 * Sealed models, for the pricing worker. A file that has changed on the disk is never sent whole. A reader cannot tell
 * such a cut from a broken line, so the next answer says it in words.
 */
export const modelRoute = ({ folder, records, log }: Parts): Route => {
  /** Files that did not have their hash when they were last read: they are read whole before another byte is given. */
  const doubted = new Set<string>();

  const openModel = async (sha256: string) => {
    const known =
      SHA256.test(sha256) &&
      (await records.hasModel(sha256).catch((error: unknown) => Promise.reject(failureOf(error))));
    const model = known ? await folder.openModel(sha256) : null;
    if (model !== null) return model;
    // A folder that is not mounted has lost no file.
    if (known) await folder.check().catch((error: unknown) => Promise.reject(folderAway(error)));
    throw new ProblemError(404, 'unknown-model', 'There is no such model.');
  };

  const assertWhole = async (sha256: string): Promise<void> => {
    if (!doubted.has(sha256)) return;
    if (!(await hasHash((await openModel(sha256)).stream, sha256)))
      throw new ProblemError(410, 'model-damaged', 'The file of this model has changed on the disk.');
    doubted.delete(sha256);
  };

  return {
    method: 'GET',
    path: '/v1/models/:sha256',
    access: 'caller',
    handlers: [
      async (request, response) => {
        admitToModels(callerOf(response));
        const sha256 = String(request.params.sha256);
        await assertWhole(sha256);
        const model = await openModel(sha256);
        response.status(200).set({
          'Content-Type': 'model/stl',
          'Content-Length': String(model.bytes),
          'Cache-Control': 'private, no-store',
          ETag: `"${sha256}"`,
        });
        if (request.method === 'HEAD') {
          model.stream.destroy();
          response.end();
          return;
        }
        try {
          await pipeline(Readable.from(verified(model.stream, sha256)), response);
        } catch (error) {
          // The answer is cut before its last bytes, so that nobody takes it for the model.
          if (errorCode(error) === 'ERR_STREAM_PREMATURE_CLOSE') return;
          doubted.add(sha256);
          log.error('could not serve a model', { error });
          response.destroy();
        }
      },
    ],
  };
};
