import { callerOf } from '@order-ledger/platform/http/request-state';
import type { Route } from '@order-ledger/platform/http/route';
import { adviceOn } from '@order-ledger/pricing/fault-words';
import { unitDoubtOf } from '@order-ledger/pricing/unit-doubt';
import { ownUpload } from './access.ts';
import type { UploadStatus } from './openapi.ts';
import type { InspectedModel, UploadRecords, UploadRow } from './records.ts';
import { UPLOADS } from './tus-routes.ts';

const shown = (model: InspectedModel): InspectedModel => {
  const [x, y, z] = model.bounding_box;
  return { ...model, bounding_box: [Math.round(x), Math.round(y), Math.round(z)] };
};

/** What is to be said of its size; a 3MF names its unit. */
const doubtOf = ({ format, bounding_box }: InspectedModel) => {
  const unit_doubt = format === '3MF' ? null : unitDoubtOf(bounding_box);
  return unit_doubt === null ? {} : { unit_doubt };
};

const statusOf = ({ upload_id, state, sha256, model, fault }: UploadRow): UploadStatus => {
  const valid = state === 'VALID';
  const complete = valid || state === 'INVALID';
  const found = valid && model !== null ? model.warnings : fault === null ? [] : [fault];
  const advice = adviceOn(found.map(({ code }) => code));
  return {
    upload_id,
    complete,
    valid,
    ...(complete && sha256 !== null ? { sha256 } : {}),
    ...(valid && model !== null ? { model: shown(model), ...doubtOf(model) } : {}),
    ...(fault === null ? {} : { fault }),
    ...(advice.length === 0 ? {} : { advice }),
  };
};

/** For senders who want to know the verdict without attaching the upload to an order. */
export const statusRoute = (records: UploadRecords): Route => ({
  method: 'GET',
  path: `${UPLOADS}/:upload_id/status`,
  access: 'caller',
  handlers: [
    async (request, response) => {
      const row = await ownUpload(records, request, callerOf(response));
      response.set('Cache-Control', 'no-store').json(statusOf(row));
    },
  ],
});
