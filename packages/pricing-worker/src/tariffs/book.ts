import { inTransaction } from '@order-ledger/platform/postgres';
import { type Tariff, tariffSchema } from '@order-ledger/pricing/tariff';
import type pg from 'pg';
import type { ZodError } from 'zod';

/** What a person asked of tariffs that cannot be done; its message says in a line what can. */
export class TariffError extends Error {
  override readonly name = 'TariffError';
}

export interface TariffRow {
  version: string;
  active: boolean;
  created_at: Date;
  /** As it is stored: an earlier build may have had another form. */
  data: unknown;
}

interface TariffChange {
  changed_at: Date;
  changed_by: string;
  action: 'add' | 'activate';
  version: string;
  former_version: string | null;
}

type Database = Pick<pg.ClientBase, 'query'>;

/** In the transaction of the change: what is not recorded is not done. */
export const recordChange = async (
  database: Database,
  { changed_by, action, version, former_version }: Omit<TariffChange, 'changed_at'>,
): Promise<void> => {
  await database.query(
    'insert into tariff_change (changed_by, action, version, former_version) values ($1, $2, $3, $4)',
    [changed_by, action, version, former_version],
  );
};

/** Of two who change tariffs at once one waits; who prices does not. */
export const changingTariffs = <T>(pool: pg.Pool, work: (client: pg.ClientBase) => Promise<T>): Promise<T> =>
  inTransaction(pool, async (client) => {
    await client.query('lock table tariff in share row exclusive mode');
    return work(client);
  });

/** In the place of the one that is. */
export const putInForce = async (database: Database, version: string): Promise<void> => {
  await database.query('update tariff set active = false where active');
  await database.query('update tariff set active = true where version = $1', [version]);
};

/** The oldest first. */
export const allTariffs = async (database: Database): Promise<TariffRow[]> => {
  const { rows } = await database.query<TariffRow>(
    'select version, active, created_at, data from tariff order by created_at, version',
  );
  return rows;
};

/** The one in force where none is named. @throws TariffError that names those that there are */
export const tariffIn = (rows: readonly TariffRow[], version?: string): TariffRow => {
  const found = rows.find((row) => (version === undefined ? row.active : row.version === version));
  if (found !== undefined) return found;
  const known = rows.map((row) => row.version).join(', ') || 'none';
  throw new TariffError(
    version === undefined
      ? `No tariff is in force; there are: ${known}`
      : `There is no tariff ${version}; there are: ${known}`,
  );
};

/** @throws TariffError where a tariff of that version says something else */
export const addTariff = (pool: pg.Pool, tariff: Tariff, changed_by: string): Promise<'added' | 'known'> =>
  changingTariffs(pool, async (client) => {
    const version = tariff.tariff_version;
    const { rows } = await client.query<{ same: boolean }>(
      'select data = $2::jsonb as same from tariff where version = $1',
      [version, JSON.stringify(tariff)],
    );
    if (rows[0]?.same === true) return 'known';
    if (rows[0] !== undefined)
      throw new TariffError(
        `Tariff ${version} is there with other content, and a tariff is never changed: give yours a tariff_version of its own.`,
      );
    await client.query('insert into tariff (version, data, active) values ($1, $2, false)', [
      version,
      JSON.stringify(tariff),
    ]);
    await recordChange(client, { changed_by, action: 'add', version, former_version: null });
    return 'added';
  });

/** Puts one in force in the place of another. @throws TariffError */
export const activateTariff = (
  pool: pg.Pool,
  version: string,
  changed_by: string,
): Promise<{ former: Tariff | null; present: Tariff }> =>
  changingTariffs(pool, async (client) => {
    const rows = await allTariffs(client);
    const wanted = tariffIn(rows, version);
    const others = rows.flatMap((row) => (row.active ? [] : [row.version])).join(', ') || 'none';
    if (wanted.active) throw new TariffError(`Tariff ${version} is in force already; others: ${others}`);
    const read = tariffSchema.safeParse(wanted.data);
    if (!read.success) throw new TariffError(`Tariff ${version} cannot be priced by: ${faultsIn(read.error)}`);
    const before = rows.find((row) => row.active);
    const former = before === undefined ? null : (before.data as Tariff);
    if (former !== null && former.currency !== read.data.currency)
      throw new TariffError(
        `Tariff ${version} is in ${read.data.currency}, and orders are in ${former.currency}: none could be priced by it.`,
      );
    await putInForce(client, version);
    const former_version = before?.version ?? null;
    await recordChange(client, { changed_by, action: 'activate', version, former_version });
    return { former, present: read.data };
  });

/** The newest first. */
export const tariffChanges = async (database: Database, most: number): Promise<TariffChange[]> => {
  const { rows } = await database.query<TariffChange>(
    `select changed_at, changed_by, action, version, former_version from tariff_change order by change_id desc limit $1`,
    [most],
  );
  return rows;
};

const MOST_FAULTS = 3;

/** The first faults of a tariff, each with its place and what is allowed there, in a line. */
export const faultsIn = ({ issues }: Pick<ZodError, 'issues'>): string => {
  const told = issues
    .slice(0, MOST_FAULTS)
    .map(({ path, message }) => `${path.length === 0 ? 'the whole' : path.join('.')}: ${message}`);
  const more = issues.length - told.length;
  return `${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
};
