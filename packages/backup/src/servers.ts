import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Administrators, type Backing, runningServices, startBacking } from '@order-ledger/local/backing';
import { namedServers } from '@order-ledger/local/named-servers';
import { withOwnData } from '@order-ledger/local/own-data';
import { ServiceProblem } from '@order-ledger/local/problem';
import type { ServiceName } from '@order-ledger/local/services';
import { runningInstance } from '@order-ledger/local/single-instance';
import type { KeyFiles } from './keys.ts';
import { withClient } from './postgres.ts';
import type { Report } from './progress.ts';

/** Where everything is that a backup copies and a restore fills. */
export interface Places {
  /** Of the workspace. */
  root: string;
  /** `.data`. */
  data: string;
  /** Packages that were unpacked without root. */
  unpacked: string;
  uploads: string;
  keys: KeyFiles;
  /** The data folder of a private event store; null: one is named. */
  eventFolder: string | null;
  /** Servers that are used instead of private ones. */
  external: Readonly<Partial<Record<ServiceName, string>>>;
}

const named = (variable: string): string | undefined => {
  const value = process.env[variable];
  return value === undefined || value === '' ? undefined : value;
};

export const placesIn = (root: string, data: string, external: Places['external']): Places => ({
  root,
  data,
  unpacked: join(root, '.data', 'packages'),
  uploads: named('UPLOAD_FOLDER') ?? join(data, 'uploads'),
  keys: {
    freeTextKey: named('FREE_TEXT_KEY_FILE') ?? join(data, 'free-text.key'),
    partners: join(data, 'partners.json'),
  },
  eventFolder: external.eventStore === undefined ? join(data, 'eventStore') : null,
  external,
});

/** A system that is at work. */
export interface Source extends Places, Pick<Administrators, 'postgres' | 'eventStore'> {}

/** The database itself where the address names it, or the one that `npm start` makes on that server. */
export const databaseAt = async (address: string): Promise<string> => {
  const isOurs = await withClient(address, async (client) => {
    const { rowCount } = await client.query("select 1 where to_regnamespace('command_api') is not null");
    return rowCount === 1;
  });
  if (isOurs) return address;
  const other = new URL(address);
  other.pathname = '/order_ledger';
  return other.href;
};

/**
 * The system as it runs: what the environment names, else what `npm start` runs here. Where it does not run, its private
 * services are started for as long as it takes.
 *
 * @param needed what has to be named where not all is private
 */
export const withSource = async <T>(
  root: string,
  report: Report,
  work: (source: Source) => Promise<T>,
  needed: readonly ('postgres' | 'eventStore')[] = ['postgres', 'eventStore'],
): Promise<T> => {
  const places = placesIn(root, join(root, '.data'), await namedServers(report));
  const { data, external } = places;
  if (external.postgres !== undefined && needed.every((name) => external[name] !== undefined))
    return work({ ...places, postgres: await databaseAt(external.postgres), eventStore: external.eventStore ?? '' });
  const running = runningInstance(join(data, 'start.pid')) === null ? null : runningServices(data);
  if (running !== null) return work(sourceOf(places, running));
  if (!existsSync(join(data, 'secrets.json')))
    throw new ServiceProblem(
      'There is no system: npm start has not run here, and DATABASE_URL and EVENTSTORE_URL name none.',
    );
  return withOwnData(data, report, () =>
    withBacking(places, report, ({ administrators }) => work({ ...places, ...administrators })),
  );
};

export const sourceOf = (
  places: Places,
  running: Administrators & { readonly private: readonly string[] },
): Source => ({
  ...places,
  eventFolder: running.private.includes('eventStore') ? join(places.data, 'eventStore') : null,
  postgres: running.postgres,
  eventStore: running.eventStore,
});

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The services alone, started as `npm start -- --services-only` does and stopped again, also where a person breaks it off.
 *
 * @param database one that is there, with its roles; `npm start`'s own is made where it is missing if absent
 */
export const withBacking = async <T>(
  { root, data, external }: Places,
  report: Report,
  work: (backing: Backing) => Promise<T>,
  database?: string,
): Promise<T> => {
  let leave = (): void => undefined;
  const brokenOff = new Promise<never>((_resolve, reject) => {
    const breakOff = (signal: string) => reject(new ServiceProblem(`${signal}: broken off.`));
    for (const signal of SIGNALS) process.once(signal, breakOff);
    leave = () => {
      for (const signal of SIGNALS) process.off(signal, breakOff);
    };
  });
  const starting = startBacking({ root, data, report, external, ...(database === undefined ? {} : { database }) });
  try {
    return await Promise.race([starting.then(work), brokenOff]);
  } finally {
    leave();
    // One that could not be started has stopped what it had, and has said why.
    await (await starting.catch(() => null))?.stop();
  }
};
