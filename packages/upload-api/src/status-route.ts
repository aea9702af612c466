import { callerOf } from '@order-ledger/platform/http/request-state';
import type { Route } from '@order-ledger/platform/http/route';
import { ownUpload } from './access.ts';
import type { InspectedModel, UploadRecords, UploadRow } from './records.ts';
import { UPLOADS } from './tus-routes.ts';

/** What the owner of an upload is told about it. */
export interface UploadStatus {
  upload_id: string;
  /** All bytes have come in and the file has been inspected. */
  complete: boolean;
  /** It may be attached to an order. */
  valid: boolean;
  /** Known once it is complete. */
  sha256?: string;
  /** Of a valid one; the box in whole µm when a unit of the file is a millimetre. */
  model?: InspectedModel;
  /** Why an invalid one is none. */
  fault?: { code: string; detail: string };
}

const shown = (model: InspectedModel): InspectedModel => {
  const [x, y, z] = model.bounding_box;
  return { ...model, bounding_box: [Math.round(x), Math.round(y), Math.round(z)] };
};

const statusOf = ({ upload_id, state, sha256, model, fault }: UploadRow): UploadStatus => {
  const valid = state === 'VALID';
  const complete = valid || state === 'INVALID';
  return {
    upload_id,
    complete,
    valid,
    ...(complete && sha256 !== null ? { sha256 } : {}),
    ...(valid && model !== null ? { model: shown(model) } : {}),
    ...(fault === null ? {} : { fault }),
  };
};

/** For senders who want to know the verdict without attaching the upload to an order. */
export const statusRoute = (records: UploadRecords): Route => ({
  method: 'GET',
  path: `${UPLOADS}/:upload_id/status`,
  access: 'caller',
  handlers: [
    async (request, response) => {
      const row = await ownUpload(records, request.params.upload_id, callerOf(response));
      response.set('Cache-Control', 'no-store').json(statusOf(row));
    },
  ],
});
