import { TARIFF, type Tariff } from '@order-ledger/pricing/tariff';
import type pg from 'pg';

/**
 * Puts the tariff of this version of the program beside the others and makes it the one in force, once: who put another
 * in force since is not overruled by a restart, nor a newer build's tariff by an older build. Versions sort by name.
 */
export const seedTariff = async (pool: pg.Pool, tariff: Tariff = TARIFF): Promise<void> => {
  await pool.query(
    `with seeded as (
       insert into tariff (version, data, active) values ($1, $2, false) on conflict (version) do nothing returning version
     ), retired as (
       update tariff set active = false
       where active and version collate "C" < $1 and exists (select from seeded) returning version
     )
     select count(*) from retired`,
    [tariff.tariff_version, JSON.stringify(tariff)],
  );
  await pool.query(
    `update tariff set active = true
     where version = $1 and not exists (select from tariff where active)`,
    [tariff.tariff_version],
  );
};

/** The tariff in force; read for each price, so that a change holds at once in every instance. */
export const activeTariff = async (pool: pg.Pool): Promise<Tariff> => {
  const { rows } = await pool.query<{ data: Tariff }>({
    name: 'active-tariff',
    text: 'select data from tariff where active',
  });
  const tariff = rows[0]?.data;
  if (tariff === undefined) throw new Error('no tariff is in force: set tariff.active of one version');
  return tariff;
};
