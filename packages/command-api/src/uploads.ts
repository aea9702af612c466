import type { UNITS } from '@order-ledger/domain/closed-lists';
import type { Context } from '@order-ledger/domain/command';
import { type Model, unitOf } from '@order-ledger/domain/values';
import { ProblemError } from '@order-ledger/platform/http/problem';
import { isNotPublished } from '@order-ledger/platform/sqlstate';
import { MM_PER } from '@order-ledger/pricing/units';
import type pg from 'pg';

export type Upload = NonNullable<Context['upload']>;

/** What is known of an upload of this owner; null: it has no such upload. Its box is that of a file in millimetres. */
export type FindUpload = (uploadId: string, owner: string) => Promise<Upload | null>;

const unavailable = (cause: unknown): ProblemError =>
  new ProblemError(503, 'uploads-unavailable', 'Models cannot be attached now. Try again later.', {
    headers: { 'Retry-After': '60' },
    cause,
  });

interface UploadRow {
  owner: string;
  sha256: string | null;
  complete: boolean;
  valid: boolean;
  model: Model | null;
}

/** Of an upload that cannot be attached; the guards refuse it, so it never reaches an event. */
const NO_MODEL: Model = { bytes: 0, format: 'STL_BINARY', triangles: 0, bounding_box: [0, 0, 0], warnings: [] };

/**
 * Reads what upload-api publishes.
 *
 * @throws ProblemError 503 `uploads-unavailable` where it has not been set up
 */
export const uploadsIn =
  (pool: pg.Pool): FindUpload =>
  async (uploadId, owner) => {
    const { rows } = await pool
      .query<UploadRow>({
        name: 'find-upload',
        text: 'select owner, sha256, complete, valid, model from upload.model_view where upload_id = $1 and owner = $2',
        values: [uploadId, owner],
      })
      .catch((error: unknown) => {
        throw isNotPublished(error) ? unavailable(error) : error;
      });
    const [row] = rows;
    return row === undefined ? null : { ...row, sha256: row.sha256 ?? '', model: row.model ?? NO_MODEL };
  };

/** The upload with its box in whole µm and its tolerances in µm, its file read in this unit unless it names its own. */
export const inUnit = (upload: Upload, asked: (typeof UNITS)[number]): Upload => {
  const factor = MM_PER[unitOf(upload.model, asked)];
  const micrometres = (side: number): number => Math.round(side * factor);
  const [x, y, z] = upload.model.bounding_box;
  const warnings = upload.model.warnings.map(({ tolerance, ...warning }) =>
    tolerance === undefined ? warning : { ...warning, tolerance: micrometres(1_000 * tolerance) / 1_000 },
  );
  return {
    ...upload,
    model: { ...upload.model, bounding_box: [micrometres(x), micrometres(y), micrometres(z)], warnings },
  };
};
