import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Credentials, credentialsOf } from '@order-ledger/demo/credentials';
import { freePort } from '@order-ledger/local/ports';
import { type System, type SystemOptions, startSystem } from '@order-ledger/local/system';
import pg from 'pg';

/** Of the workspace. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export interface PrivateSystem extends System {
  /** Data, logs and credentials. */
  folder: string;
  credentials: Credentials;
  /** Where they are written, for a program that reads them itself. */
  credentialsFile: string;
  /** What was said while it ran: what died and came back. */
  reports: readonly string[];
  /** Base address of a process's interface. */
  url(name: string): string;
  /** Sees every schema. */
  database: pg.Pool;
  /** Makes a database beside it; answers its address. */
  emptyDatabase(name: string): Promise<string>;
  /** @param keepLogs leaves them where they are; all else is gone */
  stop(keepLogs?: boolean): Promise<void>;
}

/**
 * Everything that `npm start` starts, compiled and as it is, on its own ports and with data that is gone afterwards.
 *
 * @param how whose processes are started, and on which ports; this build on free ports if absent. `data`, if it is
 * given, is the caller's to remove
 */
export const startPrivateSystem = async (
  envOf: NonNullable<SystemOptions['envOf']> = () => ({}),
  how: Pick<SystemOptions, 'root' | 'portOf' | 'patienceMs' | 'only' | 'signal'> & {
    data?: string;
    keepsSpans?: boolean;
  } = {
    root: ROOT,
  },
): Promise<PrivateSystem> => {
  const folder = how.data ?? mkdtempSync(join(tmpdir(), 'order-ledger-system-'));
  mkdirSync(folder, { recursive: true });
  // User postgres passes through to its own folder.
  chmodSync(folder, 0o711);
  const reports: string[] = [];
  const system = await startSystem({
    portOf: freePort,
    ...how,
    data: folder,
    spansFolder: how.keepsSpans === true ? join(folder, 'traces') : undefined,
    report: (line) => reports.push(line),
    envOf,
  });
  // Where it was told to end before it had begun there are no credentials.
  const credentialsFile = join(folder, 'credentials.json');
  const credentialsOrStop = async (): Promise<Credentials> => {
    try {
      return credentialsOf(JSON.parse(readFileSync(credentialsFile, 'utf8')));
    } catch (error) {
      await system.stop();
      if (how.data === undefined && how.signal?.aborted === true) rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  };
  const credentials = await credentialsOrStop();
  const administrator = new URL(system.services.running.postgres?.url ?? '');
  administrator.pathname = '/order_ledger';
  const database = new pg.Pool({ connectionString: administrator.href, max: 2 });
  database.on('error', () => undefined);
  return {
    ...system,
    folder,
    credentials,
    credentialsFile,
    reports,
    url: (name) => system.dependencies.urlOf(name),
    database,
    emptyDatabase: async (name) => {
      await database.query(`create database ${pg.escapeIdentifier(name)}`);
      const made = new URL(administrator);
      made.pathname = `/${name}`;
      return made.href;
    },
    stop: async (keepLogs = false) => {
      await database.end();
      await system.stop();
      if (how.data !== undefined) return;
      const gone = keepLogs ? readdirSync(folder).filter((name) => name !== 'logs') : ['.'];
      for (const name of gone) rmSync(join(folder, name), { recursive: true, force: true });
    },
  };
};
