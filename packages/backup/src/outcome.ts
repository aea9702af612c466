import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Backing } from '@order-ledger/local/backing';
import { withWholeLedger } from './event-store.ts';
import { checkKeys, type KeyReport } from './keys.ts';
import { type LostOrder, lostOrders, type Missing, scanLedger } from './losses.ts';
import { withClient } from './postgres.ts';
import { type Report, step } from './progress.ts';
import type { Places } from './servers.ts';
import { missingFiles } from './uploads.ts';

/** What a restore has found in the end. */
export interface Outcome {
  events: number;
  orders: number;
  /** When the last event of an order was recorded; null: there is none. */
  last: string | null;
  /** Of PostgreSQL's copy; null where PostgreSQL was left as it is. */
  moment: string | null;
  /** Events that were recorded after that moment. */
  after: number;
  missing: Missing;
  /** Uploads whose file is not there. */
  missing_files: readonly string[];
  /** Orders of which events are gone that the read side has shown. */
  lost: readonly LostOrder[];
  /** Null: there is no free-text key here, on a system that was never started. */
  keys: KeyReport | null;
}

/** Reads the ledger as it is now, and holds against it what was made of it and what lies beside it. */
export const lookOver = async (
  places: Places,
  { administrators }: Backing,
  moment: string | null,
  report: Report,
): Promise<Outcome> => {
  const { scan, lost } = await step(
    report,
    'Ledger read',
    (counted) =>
      withWholeLedger(administrators.eventStore, (ledger) =>
        withClient(administrators.postgres, async (client) => {
          const scan = await scanLedger(ledger.read(), client, moment, counted);
          return { scan, lost: await lostOrders(client, scan.versions) };
        }),
      ),
    (events) => `${events} events`,
  );
  const missing_files = await withClient(administrators.postgres, (client) => missingFiles(client, places.uploads));
  const keys = existsSync(places.keys.freeTextKey)
    ? await checkKeys(places.root, administrators.postgres, places.keys)
    : null;
  const { events, versions, last, after, missing } = scan;
  return { events, orders: versions.size, last, moment, after, missing, missing_files, lost, keys };
};

const counted = (count: number, what: string): string[] => (count === 0 ? [] : [`  ${count} ${what}`]);

const keyLines = ({ subject_keys, unopened, without_key, dead }: KeyReport): string[] => [
  ...(unopened === 0
    ? [`The free-text key opens all ${subject_keys} keys of subjects.`]
    : [`THE FREE-TEXT KEY IS ANOTHER: it opens ${subject_keys - unopened} of ${subject_keys} keys of subjects.`]),
  ...(without_key.length === 0 ? [] : [`Partners without a live key: ${without_key.join(', ')}.`]),
  ...(dead.length === 0 ? [] : [`Keys in partners.json that are dead: ${dead.join(', ')}.`]),
];

/** Says what is there and what is not, and writes each order of it to a file. */
export const tell = (outcome: Outcome, data: string, report: Report): Outcome => {
  const { events, orders, last, moment, after, missing, missing_files, lost, keys } = outcome;
  mkdirSync(join(data, 'logs'), { recursive: true, mode: 0o700 });
  const file = join(data, 'logs', `restore-${new Date().toISOString().replaceAll(':', '-')}.json`);
  writeFileSync(file, `${JSON.stringify(outcome, null, 2)}\n`, { mode: 0o600 });
  const gone = lost.filter(({ held }) => held === 0).length;
  const found = [
    ...counted(gone, 'orders that were shown are gone'),
    ...counted(lost.length - gone, 'orders have fewer events than were shown'),
    ...counted(missing.uploads.length, 'uploads of orders have no row'),
    ...counted(missing_files.length, 'uploads have no file'),
    ...counted(missing.texts.length, 'texts of events are not there'),
    ...counted(missing.partners.length, 'orders belong to a partner that is not there'),
  ];
  const lines = [
    `The ledger holds ${events} events, of ${orders} orders, the last of ${last ?? 'none'}.`,
    ...(moment === null ? [] : [`PostgreSQL and uploads are of ${moment}; ${after} events came after that.`]),
    ...(found.length === 0 ? ['Nothing that an event speaks of is missing.'] : ['What is lost:', ...found]),
    'Answers that were given for later events are void: who repeats such a command with its key has it done again.',
    ...(keys === null ? [] : keyLines(keys)),
    `All of it, order by order: ${file}`,
  ];
  for (const line of lines) report(line);
  return outcome;
};
