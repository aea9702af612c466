import { code } from '@order-ledger/domain/values';
import { TransientError } from '@order-ledger/messaging/errors';
import type pg from 'pg';
import { z } from 'zod';
import { makes, type WorkCentre } from './planner.ts';
import { calendar } from './working-time.ts';

const timeZone = z.string().refine((name) => {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}, 'must be a time zone of the IANA database, such as Europe/Moscow');

/** A row of work_centre_version: people write them too, so each is checked when it is read. */
const workCentre = z.strictObject({
  work_centre: code,
  version: z.int().positive(),
  materials: z.array(code).min(1),
  processes: z.array(code).min(1),
  capacity_seconds: z.int().positive(),
  time_zone: timeZone,
  calendar,
});

const CURRENT = `
  select distinct on (work_centre) work_centre, version, materials, processes, capacity_seconds, time_zone, calendar
  from work_centre_version
  where $1::text[] is null or work_centre = any($1)
  order by work_centre, version desc`;

const LOCK = 'select 1 from work_centre where work_centre = any($1::text[]) order by work_centre for update';

const current = async (
  client: Pick<pg.ClientBase, 'query'>,
  names: readonly string[] | null,
): Promise<WorkCentre[]> => {
  const { rows } = await client.query({ name: 'current-work-centres', text: CURRENT, values: [names] });
  return rows.map(readable);
};

/** A description that people got wrong is mended by a new version: until then the orders wait. */
const readable = (row: { work_centre: string; version: number }): WorkCentre => {
  const result = workCentre.safeParse(row);
  if (result.success) return result.data;
  const which = `version ${row.version} of the work centre ${row.work_centre}`;
  throw new TransientError(`${which} is not usable: ${z.prettifyError(result.error)}`, 'work-centre-unusable');
};

/**
 * The centres that make this, each locked until the transaction ends: whoever plans in one of them waits, so that no two
 * take the same time. They are always locked in the order of their names, so that no two wait for each other.
 */
export const lockCapableCentres = async (
  client: Pick<pg.ClientBase, 'query'>,
  material: string,
  process: string,
): Promise<WorkCentre[]> => {
  const capable = (centres: WorkCentre[]) => centres.filter((centre) => makes(centre, material, process));
  const names = capable(await current(client, null)).map(({ work_centre }) => work_centre);
  if (names.length === 0) return [];
  await client.query({ name: 'lock-work-centres', text: LOCK, values: [names] });
  // Read again under the lock: a new version may have come while it was waited for.
  return capable(await current(client, names));
};

const SEED_CENTRE = 'insert into work_centre (work_centre) values ($1) on conflict do nothing';
const SEED_VERSION = `
  insert into work_centre_version
    (work_centre, version, materials, processes, capacity_seconds, time_zone, calendar)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`;

/** Adds the centres and versions that are not there yet; what is there stays as it is. */
export const seedWorkCentres = async (
  client: Pick<pg.ClientBase, 'query'>,
  centres: readonly WorkCentre[],
): Promise<void> => {
  for (const centre of centres) {
    const { work_centre, version, materials, processes, capacity_seconds, time_zone } = workCentre.parse(centre);
    await client.query(SEED_CENTRE, [work_centre]);
    const values = [work_centre, version, materials, processes, capacity_seconds, time_zone, centre.calendar];
    await client.query(SEED_VERSION, values);
  }
};
