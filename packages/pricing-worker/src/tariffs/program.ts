import { readFile } from 'node:fs/promises';
import { loadConfig } from '@order-ledger/platform/config';
import { createLog } from '@order-ledger/platform/log';
import { createPool } from '@order-ledger/platform/postgres';
import { runTableProgram } from '@order-ledger/platform/table-program';
import { catalogueOf, type Tariff, tariffSchema } from '@order-ledger/pricing/tariff';
import { z } from 'zod';
import { SCHEMA } from '../schema.ts';
import { settings } from '../settings.ts';
import {
  activateTariff,
  addTariff,
  allTariffs,
  faultsIn,
  TariffError,
  type TariffRow,
  tariffChanges,
  tariffIn,
} from './book.ts';
import { differencesOf } from './differences.ts';

// A program: looks at tariffs and changes which one is in force, for `npm run tariff`. It prints what was asked for; what
// it did, and at last why it went no further, go to standard error.
const MOST_CHANGES = 100;
const MOST_BYTES = 1_048_576;

const config = loadConfig(
  settings.pick({ DATABASE_URL: true }).extend({ TARIFF_CHANGED_BY: z.string().min(1) }),
  process.env,
);
const { TARIFF_CHANGED_BY: changed_by } = config;
const log = createLog({ service: 'tariff', level: 'error', destination: process.stderr });
const pool = createPool({
  connectionString: config.DATABASE_URL,
  applicationName: 'tariff',
  name: 'tariff',
  log,
  searchPath: SCHEMA,
});
const report = (line: string): void => void process.stderr.write(`${line}\n`);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const lineOf = ({ version, active, created_at, data }: TariffRow): string => {
  const { currency = '?', materials = [] } = data as Partial<Tariff>;
  return `${version}  ${active ? 'in force' : 'not in force'}  ${currency}  ${materials.length} materials  added ${created_at.toISOString()}`;
};

const tariffInFile = async (file: string): Promise<Tariff> => {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new TariffError(`${file} cannot be read: ${error.message}`);
  });
  if (bytes.length > MOST_BYTES) throw new TariffError(`${file} is larger than ${MOST_BYTES} bytes: no tariff is.`);
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new TariffError(`${file} is no JSON: ${(error as Error).message.replaceAll(/\s+/g, ' ')}`);
  }
  const read = tariffSchema.safeParse(json);
  if (!read.success) throw new TariffError(`${file} is no tariff: ${faultsIn(read.error)}`);
  return read.data;
};

const offers = (tariff: Tariff): string[] =>
  catalogueOf(tariff).flatMap(({ material, process: by, finishings, infills = [] }) => [
    `${material} by ${by}`,
    ...finishings.map((finishing) => `${material} by ${by} as ${finishing}`),
    ...infills.map((infill) => `${material} by ${by} filled to ${infill} %`),
  ]);

const activate = async (version: string): Promise<void> => {
  const { former, present } = await activateTariff(pool, version, changed_by);
  const gone = former === null ? [] : offers(former).filter((offer) => !offers(present).includes(offer));
  report(
    `${version} is in force${former === null ? '' : `, in the place of ${former.tariff_version}`}. Orders are priced by it from now on, and taken by it within seconds.`,
  );
  report('Prices that were given stay. An order that is submitted and has no price yet gets that of this tariff.');
  if (gone.length > 0) report(`No more offered, and rejected where it has no price yet: ${gone.join(', ')}.`);
};

const COMMANDS: Readonly<Record<string, (...args: string[]) => Promise<void>>> = {
  list: async () => {
    for (const row of await allTariffs(pool)) print(lineOf(row));
  },
  show: async (version) => {
    const { data } = tariffIn(await allTariffs(pool), version);
    // In a tariff's own order, which the database does not keep.
    print(JSON.stringify(tariffSchema.safeParse(data).data ?? data, null, 2));
  },
  add: async (file = '') => {
    const tariff = await tariffInFile(file);
    const version = tariff.tariff_version;
    if ((await addTariff(pool, tariff, changed_by)) === 'known')
      report(`Tariff ${version} is there already, with this content.`);
    else report(`Tariff ${version} is added. It is in force when you say so: npm run tariff -- activate ${version}`);
  },
  activate: async (version = '') => activate(version),
  diff: async (before = '', after = '') => {
    const rows = await allTariffs(pool);
    const { data: old } = tariffIn(rows, before);
    const { data: present } = tariffIn(rows, after);
    for (const line of differencesOf(old, present)) print(line);
  },
  log: async () => {
    for (const change of await tariffChanges(pool, MOST_CHANGES)) {
      const { changed_at, changed_by: who, action, version, former_version } = change;
      const place = former_version === null ? '' : `  in the place of ${former_version}`;
      print(`${changed_at.toISOString()}  ${who}  ${action}  ${version}${place}`);
    }
  },
};

await runTableProgram({ commands: COMMANDS, told: [TariffError], owner: 'pricing-worker', pool });
