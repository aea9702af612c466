import pg from 'pg';

/** Schemas that hold what no event says. Everything else in PostgreSQL is made again from the ledger. */
export const KEPT_SCHEMAS = ['command_api', 'upload', 'pricing', 'production'] as const;

/**
 * Tables that are rebuilt from the ledger, in schemas that stay: looked at again order by order, published again under
 * the same ids, or started again. A restored ledger holds other events at the positions that these know.
 */
const MADE_AGAIN: Readonly<Record<string, readonly string[]>> = {
  // Reactions and timers; a command that was done is known to the ledger.
  process_manager: ['checkpoint', 'timer', 'parked_order'],
  // Every message is published again, under the same id where the event is the same.
  messaging: ['checkpoint', 'parked_order'],
  // Who waits for which price, and what is planned where. Measures, tariffs and work centres stay.
  pricing: ['checkpoint', 'inbox', 'known_order', 'waiter', 'parked_order'],
  production: ['checkpoint', 'inbox', 'awaited_order', 'reservation', 'plan'],
  // Whose order is whose, and the leases of claims: a claim that the ledger has gets a new period.
  command_api: ['checkpoint', 'customer_order', 'claim_lease', 'parked_event'],
};

/** Tables of kept schemas whose rows are not worth a place in a backup. */
export const NOT_COPIED: readonly string[] = KEPT_SCHEMAS.flatMap((schema) =>
  (MADE_AGAIN[schema] ?? []).map((table) => `${schema}.${table}`),
);

/** `read_model` and each `read_model_<version>`. */
const READ_MODEL = '^read_model(_[0-9]+)?$';

/** Makes every follower read the ledger from its start, in one transaction; with all processes stopped. */
export const resetMadeAgain = async (client: pg.ClientBase): Promise<void> => {
  await client.query('begin');
  // The read side as a whole: the projector makes its tables again too.
  const { rows: schemas } = await client.query<{ name: string; owner: string }>(
    'select nspname as name, pg_get_userbyid(nspowner) as owner from pg_namespace where nspname ~ $1',
    [READ_MODEL],
  );
  for (const { name, owner } of schemas) {
    await client.query(`drop schema ${pg.escapeIdentifier(name)} cascade`);
    if (name === 'read_model')
      await client.query(`create schema read_model authorization ${pg.escapeIdentifier(owner)}`);
  }
  const all = Object.entries(MADE_AGAIN).flatMap(([schema, tables]) => tables.map((table) => `${schema}.${table}`));
  const { rows } = await client.query<{ name: string }>(
    'select name from unnest($1::text[]) as name where to_regclass(name) is not null',
    [all],
  );
  if (rows.length > 0) await client.query(`truncate ${rows.map(({ name }) => name).join(', ')}`);
  // Texts whose event is lost are swept away after a day.
  if (rows.some(({ name }) => name.startsWith('command_api.')))
    await client.query('update command_api.free_text set in_ledger = false where in_ledger');
  await client.query('commit');
};
