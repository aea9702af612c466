import { TARIFF, type Tariff } from '@order-ledger/pricing/tariff';
import type pg from 'pg';
import { changingTariffs, putInForce, recordChange } from './book.ts';

const BUILD = 'pricing-worker';

/**
 * Adds the tariff of this version of the program to the others and puts it in force, once. A restart does not overrule
 * a tariff that was put in force since, an older build not the tariff of a newer one, and no build the choice of an
 * administrator. Versions sort by name.
 */
export const seedTariff = (pool: pg.Pool, tariff: Tariff = TARIFF): Promise<void> =>
  changingTariffs(pool, async (client) => {
    const version = tariff.tariff_version;
    const { rowCount: seeded } = await client.query(
      'insert into tariff (version, data, active) values ($1, $2, false) on conflict (version) do nothing',
      [version, JSON.stringify(tariff)],
    );
    if (seeded === 1) await recordChange(client, { changed_by: BUILD, action: 'add', version, former_version: null });
    const { rows } = await client.query<{ former: string | null; chosen: boolean; older: boolean | null }>(
      `select (select version from tariff where active) as former,
         (select version collate "C" < $1 from tariff where active) as older,
         exists (select from tariff_change where action = 'activate' and changed_by <> $2) as chosen`,
      [version, BUILD],
    );
    const { former = null, chosen = false, older = null } = rows[0] ?? {};
    if (former !== null && !(seeded === 1 && older === true && !chosen)) return;
    await putInForce(client, version);
    await recordChange(client, { changed_by: BUILD, action: 'activate', version, former_version: former });
  });

/** The tariff in force; read for each price, so that a change holds at once in every instance. */
export const activeTariff = async (pool: pg.Pool): Promise<Tariff> => {
  const { rows } = await pool.query<{ data: Tariff }>({
    name: 'active-tariff',
    text: 'select data from tariff where active',
  });
  const tariff = rows[0]?.data;
  if (tariff === undefined) throw new Error('no tariff is in force: npm run tariff -- activate VERSION');
  return tariff;
};
