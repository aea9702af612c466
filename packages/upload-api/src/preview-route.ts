import { answerPreview, counted, digestsHad } from '@order-ledger/platform/http/preview';
import { ProblemError } from '@order-ledger/platform/http/problem';
import { callerOf } from '@order-ledger/platform/http/request-state';
import type { Route } from '@order-ledger/platform/http/route';
import { ownUpload } from './access.ts';
import { failureOf } from './problems.ts';
import type { UploadRecords } from './records.ts';
import { UPLOADS } from './tus-routes.ts';

/** How an upload looks, for whoever made it: where its faults are before it is attached to an order. */
export const previewRoute = (records: UploadRecords): Route => ({
  method: 'GET',
  path: `${UPLOADS}/:upload_id/preview`,
  access: 'caller',
  handlers: [
    async (request, response) => {
      const { state, sha256, fault } = await ownUpload(records, request, callerOf(response));
      if (state !== 'VALID' || sha256 === null)
        throw counted(
          new ProblemError(
            404,
            'no-preview',
            fault === null ? 'The upload is not complete. Ask again once its verdict is there.' : fault.detail,
          ),
        );
      const preview = await records
        .findPreview(sha256, digestsHad(request))
        .catch((error: unknown) => Promise.reject(failureOf(error)));
      if (preview === null)
        throw counted(new ProblemError(404, 'no-preview', 'Of this model no preview could be made.'));
      answerPreview(response, preview);
    },
  ],
});
