import { type Actor, carries, type Grantee, isRole } from '@order-ledger/domain/grants';
import type { Caller } from '@order-ledger/platform/http/authenticate';
import { ProblemError } from '@order-ledger/platform/http/problem';
import type { Request } from 'express';
import { failureOf, unknownUpload } from './problems.ts';
import type { UploadRecords, UploadRow } from './records.ts';

/** The uploads of the shop's own customers belong to the shop. */
export const HOUSE = 'house';

/** Which tokens act for the shop. */
const HOUSE_ROLES = ['store.service', 'crm.service', 'crm.agent'] as const satisfies readonly Grantee[];
const PARTNER_SCOPE = 'uploads:write';

const carriesAny = (caller: Caller, roles: readonly Grantee[]): boolean => {
  if (caller.kind === 'partner') return false;
  const actor: Actor = { id: caller.id, kind: caller.kind, roles: caller.roles.filter(isRole) };
  return roles.some((role) => carries(actor, role));
};

const refused = (detail: string): ProblemError => new ProblemError(403, 'route-forbidden', detail);

/**
 * Whose uploads this caller makes and sees: `partner:<id>` or `house`.
 *
 * @throws ProblemError 403 for callers who have none
 */
export const ownerFor = (caller: Caller): string => {
  if (caller.kind === 'partner') {
    if (caller.scopes.includes(PARTNER_SCOPE)) return `partner:${caller.id}`;
    throw refused(`The key lacks the scope ${PARTNER_SCOPE}.`);
  }
  if (carriesAny(caller, HOUSE_ROLES)) return HOUSE;
  throw refused(`Uploads are for partners and for ${HOUSE_ROLES.join(', ')}.`);
};

/** @throws ProblemError 403 for all but the worker that measures models */
export const admitToModels = (caller: Caller): void => {
  if (!carriesAny(caller, ['pricing.worker'])) throw refused('Models are given to the pricing worker alone.');
};

/** The id in a request's address, in the one case that ids are kept in. */
export const uploadIdOf = ({ params }: Request): string => String(params.upload_id).toLowerCase();

const UPLOAD_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The upload of an address, if this caller owns it; a foreign one does not exist for him.
 *
 * @throws ProblemError 403, 404, and 503 when the database does not answer
 */
export const ownUpload = async (records: UploadRecords, request: Request, caller: Caller): Promise<UploadRow> => {
  const owner = ownerFor(caller);
  const id = uploadIdOf(request);
  const row = UPLOAD_ID.test(id)
    ? await records.find(id).catch((error: unknown) => Promise.reject(failureOf(error)))
    : null;
  if (row === null || row.owner !== owner) throw unknownUpload();
  return row;
};
