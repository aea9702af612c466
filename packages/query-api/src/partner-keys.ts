import * as platform from '@order-ledger/platform/http/partner-keys';
import type pg from 'pg';

/** Looks keys up in the view of live ones that command-api, their owner, publishes. */
export const createPartnerKeys = (pool: pg.Pool): platform.PartnerKeys =>
  platform.createPartnerKeys(pool, 'command_api.partner_key_view');
