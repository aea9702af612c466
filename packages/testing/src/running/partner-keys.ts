import { issueKey as issue, type PartnerScope, revokeKey as revoke } from '@order-ledger/command-api/partners/keys';
import type pg from 'pg';

/** A partner's new key, as it is told this once. */
export const issueKey = async (pool: pg.Pool, partner_id: string, scopes?: readonly PartnerScope[]): Promise<string> =>
  (await issue(pool, { partner_id, scopes, changed_by: 'test' })).api_key ?? '';

export const revokeKey = async (pool: pg.Pool, key_id: string): Promise<void> =>
  void (await revoke(pool, { key_id, changed_by: 'test' }));
