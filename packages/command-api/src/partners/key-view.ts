import type { Migration } from '@order-ledger/platform/migrate';
import pg from 'pg';

export const PARTNER_KEY_VIEW = 'partner_key_view';

/** What this process asks and others may know of partners' keys: the live ones, with whose they are and what they may do. */
export const partnerKeyView: Migration = {
  name: '004-partner-key-view',
  up: async (knex) => {
    await knex.raw(`
      create view partner_key_view as
        select k.key_id, k.partner_id, k.secret_sha256, k.scopes, p.plan, l.burst_per_second, l.sustained_per_minute
        from partner_key k join partner p using (partner_id) join plan l using (plan)
        where k.revoked_at is null
    `);
  },
};

/**
 * Lets these roles read the view, and nothing else of the schema; any number of instances may call it at once.
 * @throws when a role does not exist
 */
export const grantKeyView = async (
  connectionString: string,
  schema: string,
  roles: readonly string[],
): Promise<void> => {
  if (roles.length === 0) return;
  const client = new pg.Client({ connectionString, application_name: `migrate ${schema}` });
  await client.connect();
  try {
    const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
      roles,
    ]);
    const missing = roles.filter((role) => !rows.some(({ rolname }) => rolname === role));
    if (missing.length > 0) {
      throw new Error(`no such role in Postgres: ${missing.join(', ')}; create it, or take it out of READER_ROLES`);
    }
    const readers = roles.map((role) => client.escapeIdentifier(role)).join(', ');
    // Instances that start at once would collide in the catalogue: "tuple concurrently updated".
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`order-ledger grants ${schema}`]);
    await client.query(`grant usage on schema ${schema} to ${readers}`);
    await client.query(`grant select on ${schema}.${PARTNER_KEY_VIEW} to ${readers}`);
    await client.query('commit');
  } finally {
    await client.end();
  }
};
