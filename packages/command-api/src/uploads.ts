import type { Context } from '@order-ledger/domain/command';
import { ProblemError } from '@order-ledger/platform/http/problem';

export type Upload = NonNullable<Context['upload']>;

/** What is known of an upload of this owner; null: it has no such upload. */
export type FindUpload = (uploadId: string, owner: string) => Promise<Upload | null>;

/** Where no upload service is connected: nobody's model can be attached, and nothing is guessed. */
export const uploadsUnavailable: FindUpload = async () => {
  throw new ProblemError(503, 'uploads-unavailable', 'Models cannot be attached now. Try again later.', {
    headers: { 'Retry-After': '60' },
  });
};
