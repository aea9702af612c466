import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Credentials, credentialsOf } from '@order-ledger/demo/credentials';
import { freePort } from '@order-ledger/local/ports';
import { PROCESSES } from '@order-ledger/local/processes';
import { type System, startSystem } from '@order-ledger/local/system';
import pg from 'pg';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

export interface TestSystem extends System {
  credentials: Credentials;
  /** Where they are written, for a program that reads them itself. */
  credentialsFile: string;
  /** What was said while it ran: what died and came back. */
  reports: readonly string[];
  /** Base address of a process. */
  url(name: string): string;
  /** Sees every schema. */
  database: pg.Pool;
}

/** Everything that `npm start` starts, compiled and as it is, on its own ports and with data that is gone afterwards. */
export const startTestSystem = async (
  envOf: (name: string) => Readonly<Record<string, string>> = () => ({}),
): Promise<TestSystem> => {
  const data = mkdtempSync(join(tmpdir(), 'order-ledger-system-'));
  chmodSync(data, 0o711);
  const ports = new Map<string, number>();
  for (const { name } of PROCESSES) ports.set(name, await freePort());
  const reports: string[] = [];
  const system = await startSystem({
    root: ROOT,
    data,
    report: (line) => reports.push(line),
    portOf: (name) => ports.get(name) ?? 0,
    envOf,
  });
  const administrator = new URL(system.services.running.postgres?.url ?? '');
  administrator.pathname = '/order_ledger';
  const credentialsFile = join(data, 'credentials.json');
  const database = new pg.Pool({ connectionString: administrator.href, max: 2 });
  database.on('error', () => undefined);
  return {
    ...system,
    credentials: credentialsOf(JSON.parse(readFileSync(credentialsFile, 'utf8'))),
    credentialsFile,
    reports,
    url: (name) => system.surroundings.urlOf(name),
    database,
    stop: async () => {
      await database.end();
      await system.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
};

/** Asks until there is an answer that is neither false nor null; says what was awaited when it does not come. */
export const eventually = async <T>(
  what: string,
  ask: () => Promise<T | null | false>,
  limitMs = 60_000,
): Promise<T> => {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`not within ${limitMs / 1_000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
