import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demonstration } from '@order-ledger/demo/run';
import type { Summary } from '@order-ledger/demo/summary';
import type { Running } from '@order-ledger/local/keep-running';
import { startOwnProcess } from '@order-ledger/local/own-process';
import { freePort } from '@order-ledger/local/ports';
import { type Ports, PROCESSES } from '@order-ledger/local/processes';
import type { SystemOptions } from '@order-ledger/local/system';
import { createLog } from '@order-ledger/platform/log';
import { type Migration, migrate } from '@order-ledger/platform/migrate';
import { until } from '@order-ledger/testing/waiting';
import { type PrivateSystem, ROOT, startPrivateSystem } from '../src/private-system.ts';
import { earlierBuild } from './support/earlier-build.ts';
import { SCHEMAS } from './support/schemas.ts';

/**
 * An earlier build and this one on one ledger and one database, under load: this one beside the earlier one, instead of
 * it, and back. So that this build is the newer one for certain, its schemas get a migration more than they have.
 */

const log = createLog({ service: 'versions-test', level: 'error' });
const ORDERS = 12;
/** No two instances share a folder of uploads. */
const ALONE: readonly string[] = ['upload-api'];
const EARLIER = 'earlier';
const THIS = 'this';
type Build = typeof EARLIER | typeof THIS;

let system: PrivateSystem;
let folders: Record<Build, string>;
/** Those that run, by name and build. */
const running = new Map<string, Running>();
const adminPortOf = new Map<string, number>();
const logOf = (build: Build, name: string): string => join(system.folder, 'logs', `${name}-${build}.log`);

/** With this file began that operators have a port of their own; builds before it answer everybody on one. */
const TWO_PORTS = 'packages/platform/src/paced.ts';
const hasTwoPorts = (build: Build): boolean => existsSync(join(folders[build], TWO_PORTS));

const start = async (build: Build, name: string, served: boolean): Promise<void> => {
  const definition = PROCESSES.find((process) => process.name === name)!;
  const ports = await portsFor(build, name, served);
  adminPortOf.set(`${name} ${build}`, ports.adminPort);
  running.set(
    `${name} ${build}`,
    await startOwnProcess({
      name,
      ...ports,
      env: definition.env(system.dependencies),
      program: join(folders[build], 'packages', name, 'dist', 'main.js'),
      logFile: logOf(build, name),
    }),
  );
};
const stop = async (build: Build, name: string): Promise<void> => {
  await running.get(`${name} ${build}`)?.stop();
  running.delete(`${name} ${build}`);
};
/** Those that callers know, or others beside them. */
const portsFor = async (build: Build, name: string, served: boolean): Promise<Ports> => {
  const hasInterface = PROCESSES.find((process) => process.name === name)?.port !== undefined;
  const port = served && hasInterface ? Number(new URL(system.url(name)).port) : await freePort();
  if (!hasTwoPorts(build)) return { port, adminPort: port };
  return { ...(hasInterface ? { port } : {}), adminPort: await freePort() };
};

/** What every running process says of itself; empty when all is well. */
const notWell = async (): Promise<string[]> => {
  const answers = [...running.keys()].map(async (key) => {
    const answer = await fetch(`http://127.0.0.1:${adminPortOf.get(key)}/health/ready`, {
      signal: AbortSignal.timeout(5_000),
    });
    return answer.status === 200 ? [] : [`${key}: ${await answer.text()}`];
  });
  return (await Promise.all(answers)).flat();
};
const unknownMigrations = async (build: Build, name: string): Promise<number> => {
  const shown = await fetch(`http://127.0.0.1:${adminPortOf.get(`${name} ${build}`)}/metrics`);
  const counts = [...(await shown.text()).matchAll(/^schema_unknown_migrations\{.*\} (\d+)/gm)];
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
};

/** Every table gets a column and the schema a table: whoever inserts without naming columns, or reads all, notices. */
const newer = (schema: string): Migration => ({
  name: '900-newer',
  up: async (knex) => {
    const { rows } = await knex.raw(
      `select tablename from pg_tables where schemaname = ? and tablename not like 'migration%'`,
      [schema],
    );
    for (const { tablename } of rows) await knex.raw('alter table ?? add column newer jsonb', [tablename]);
    await knex.raw('create table newer (newer text)');
  },
});
const ownerOf = (schema: string): string =>
  system.dependencies.databases[schema.startsWith('read_model') ? 'read_model' : schema] ?? '';
const migrateNewer = async (): Promise<void> => {
  for (const [schema, migrations] of Object.entries(SCHEMAS)) {
    const options = { connectionString: ownerOf(schema), schema, migrations: [...migrations, newer(schema)], log };
    await migrate({ ...options, readers: { roles: [], relations: [] } });
  }
};

const play = (): Promise<Summary> =>
  demonstration({
    credentials: system.credentials,
    orders: ORDERS,
    concurrency: 4,
    patienceMs: 600_000,
    settleMs: 120_000,
    log,
  }).run();
/** Why the player had to repeat a request, beside limits: a 503, a broken connection. */
const outages = ({ requests_repeated }: Summary): string[] =>
  Object.keys(requests_repeated).filter((reason) => reason !== 'rate-limited');
const expectWell = ({ mismatches, failures }: Summary): void =>
  expect({ mismatches, failures }).toEqual({ mismatches: [], failures: [] });

/** Does it while orders are played, and goes on playing until it is done. */
const underLoad = async (work: () => Promise<void>): Promise<Summary[]> => {
  const summaries: Summary[] = [];
  let over = false;
  const playing = (async () => {
    do summaries.push(await play());
    while (!over);
  })();
  const working = work().finally(() => {
    over = true;
  });
  // Both to their ends, whichever fails: nothing may go on when the system is stopped.
  const [worked, played] = await Promise.allSettled([working, playing]);
  if (worked.status === 'rejected') throw worked.reason;
  if (played.status === 'rejected') throw played.reason;
  return summaries;
};

const NAMES = PROCESSES.map(({ name }) => name);

beforeAll(async () => {
  const { folder } = await earlierBuild(ROOT);
  folders = { earlier: folder, this: ROOT };
  const ports = new Map<string, number>();
  for (const name of NAMES) ports.set(name, await freePort());
  const one = (name: string): number => ports.get(name)!;
  // The earlier build's workers declare queues that are not theirs, for which the accounts of today have no right.
  const withAllRights: NonNullable<SystemOptions['envOf']> = (name, env, around) =>
    PROCESSES.find((process) => process.name === name)?.env(around) ?? env;
  system = hasTwoPorts(EARLIER)
    ? await startPrivateSystem(withAllRights, { root: folder })
    : await startPrivateSystem(
        (name, env, around) => ({ ...withAllRights(name, env, around), PORT: String(one(name)) }),
        { root: folder, portOf: async (name) => one(name) },
      );
  for (const name of NAMES) {
    await system.processes.get(name)?.stop();
    await start(EARLIER, name, true);
  }
}, 900_000);
afterAll(async () => {
  for (const each of running.values()) await each.stop();
  await system?.stop();
  if (folders !== undefined) rmSync(folders.earlier, { recursive: true, force: true });
}, 300_000);

const LIMIT_MS = 1_200_000;

describe('an earlier build and this one, in this order', () => {
  it(
    'this one starts beside the earlier one and migrates; the earlier one works on without a fault [K7]',
    async () => {
      const summaries = await underLoad(async () => {
        for (const name of NAMES.filter((each) => !ALONE.includes(each))) await start(THIS, name, false);
        await migrateNewer();
      });
      // The next orders meet both builds from their beginning to their end.
      const after = await play();
      for (const summary of [...summaries, after]) {
        expectWell(summary);
        expect(outages(summary)).toEqual([]);
      }
      expect(await notWell()).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'the earlier one starts again on the newer schema and says so',
    async () => {
      const summaries = await underLoad(async () => {
        for (const name of NAMES) {
          await stop(EARLIER, name);
          await start(EARLIER, name, true);
        }
      });
      summaries.forEach(expectWell);
      await until('all are well', async () => (await notWell()).length === 0);
      for (const name of NAMES) {
        expect([name, await unknownMigrations(EARLIER, name)]).not.toEqual([name, 0]);
        const said = readFileSync(logOf(EARLIER, name), 'utf8')
          .split('\n')
          .filter((line) => line.includes('900-newer'));
        expect([name, said.length]).not.toEqual([name, 0]);
      }
    },
    LIMIT_MS,
  );

  it(
    'this one takes over, and hands back to the earlier one alone',
    async () => {
      const summaries = await underLoad(async () => {
        for (const name of NAMES) {
          await stop(EARLIER, name);
          await stop(THIS, name);
          await start(THIS, name, true);
        }
        for (const name of NAMES) {
          await stop(THIS, name);
          await start(EARLIER, name, true);
        }
      });
      summaries.forEach(expectWell);
      const after = await play();
      expectWell(after);
      expect(outages(after)).toEqual([]);
      expect(await notWell()).toEqual([]);
    },
    LIMIT_MS,
  );

  it('every order ended equal in the ledger and in the read model, whoever wrote it', async () => {
    const { rows } = await system.database.query(
      `select (select count(*) from read_model_1.order_parked)::int + (select count(*) from messaging.parked_order)::int
         + (select count(*) from process_manager.parked_order)::int as parked,
         (select count(*) from read_model_1.order_row where is_stale)::int as stale`,
    );
    expect(rows).toEqual([{ parked: 0, stale: 0 }]);
  });

  it(
    'what is contracted beyond the earlier build is refused by it, at work and at its start',
    async () => {
      const contract: Migration = {
        name: '901-contract',
        needs: '900-newer',
        up: async (knex) => void (await knex.raw('alter table parked_order drop column detail')),
      };
      const migrations = [...SCHEMAS.messaging!, newer('messaging'), contract];
      await migrate({ connectionString: ownerOf('messaging'), schema: 'messaging', migrations, log });
      expect(await notWell()).toEqual([expect.stringContaining('schema-contracted')]);
      await stop(EARLIER, 'bridge');
      await expect(start(EARLIER, 'bridge', true)).rejects.toThrow('deploy a build that has the migration 900-newer');
    },
    LIMIT_MS,
  );
});
