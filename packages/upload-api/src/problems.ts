import { ProblemError, unavailable } from '@order-ledger/platform/http/problem';
import { isOutOfSpace } from './folder.ts';

export const unknownUpload = (): ProblemError => new ProblemError(404, 'unknown-upload', 'There is no such upload.');

export const expiredUpload = (): ProblemError =>
  new ProblemError(410, 'upload-expired', 'The upload was not finished in time. Begin a new one.');

export const diskFull = (cause?: unknown): ProblemError =>
  new ProblemError(
    507,
    'disk-full',
    'There is no space for the file now. What has arrived is kept: go on with the upload later.',
    { headers: { 'Retry-After': '60' }, cause },
  );

/** The files cannot be seen, so nothing can be said of any of them. */
export const folderAway = (cause: unknown): ProblemError =>
  new ProblemError(503, 'folder-unavailable', 'The folder of the models cannot be read now. Try again.', {
    headers: { 'Retry-After': '5' },
    cause,
  });

/** The answer to a request that failed; an unknown error is passed on as it is. */
export const failureOf = (error: unknown): unknown => {
  if (isOutOfSpace(error)) return diskFull(error);
  return unavailable(error, 'postgres') ?? error;
};
