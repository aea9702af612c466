import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { runningProcesses } from '@order-ledger/local/running-processes';
import { until } from '@order-ledger/testing/waiting';
import pg from 'pg';
import { type PrivateSystem, ROOT, startPrivateSystem } from '../src/private-system.ts';

/** One that ends, one that is not ready, and three that are well; command-api needs the tariff of the pricing worker. */
const ONLY = ['command-api', 'query-api', 'projector', 'bridge', 'pricing-worker'];

let outside: string;
let system: PrivateSystem;

beforeAll(async () => {
  outside = mkdtempSync(join(tmpdir(), 'order-ledger-patient-'));
  system = await startPrivateSystem(
    (name) => {
      // Ends at its start, until the key is there.
      if (name === 'command-api') return { FREE_TEXT_KEY_FILE: join(outside, 'free-text.key') };
      // Runs and is not ready, and stays so: nothing listens there.
      return name === 'bridge' ? { AMQP_URL: 'amqp://127.0.0.1:1' } : {};
    },
    // Far below the time that any process needs: each is told of, and those that are well become ready all the same.
    { root: ROOT, patienceMs: 2_000, only: ONLY },
  );
}, 600_000);
afterAll(async () => {
  await system?.stop();
  rmSync(outside, { recursive: true, force: true });
}, 300_000);

it('keeps everything else where a process ends or is not ready, names it with the reason, and takes it in when it is mended', async () => {
  expect([...system.away.keys()]).toEqual(expect.arrayContaining(['bridge', 'command-api']));
  const told = async (text: RegExp) => system.reports.some((line) => text.test(line));
  await until('command-api is told of with its last words', () =>
    told(/^command-api ended \(exit code \d+\) before it was ready.*free-text\.key/s),
  );
  await until('the bridge is told of with its check', () =>
    told(/^bridge is not ready: .*(ECONNREFUSED|broker-unavailable).*everything else keeps running/),
  );
  // While it is starting it has no other reason yet.
  await until('the bridge is away for that reason', async () =>
    /ECONNREFUSED|broker-unavailable|no answer/.test(system.away.get('bridge') ?? ''),
  );

  // Who repairs finds the services, and their addresses.
  const { postgres } = JSON.parse(readFileSync(join(system.folder, 'services.json'), 'utf8'));
  const client = new pg.Client({ connectionString: postgres });
  await client.connect();
  expect((await client.query("select 1 from pg_roles where rolname = 'command_api'")).rowCount).toBe(1);
  await client.end();

  writeFileSync(join(outside, 'free-text.key'), Buffer.alloc(32, 1), { mode: 0o600 });
  await until('command-api is ready', () => told(/^command-api is ready on port/));
  await until('all but the bridge are there', async () => system.away.size === 1);
  expect([...system.processes.keys()].sort()).toEqual(ONLY.filter((name) => name !== 'bridge').sort());
  expect(existsSync(system.credentialsFile)).toBe(true);
}, 600_000);

it('starts one anew that is ready, and one that is waited for', async () => {
  const pidOf = (name: string) => runningProcesses(system.folder)?.find((each) => each.name === name)?.pid;
  const before = { projector: pidOf('projector'), bridge: pidOf('bridge') };
  expect(Object.values(before).every(Number.isInteger)).toBe(true);
  await system.restart('projector');
  expect(system.processes.get('projector')?.pid).toBe(pidOf('projector'));
  expect(pidOf('projector')).not.toBe(before.projector);
  expect((await fetch(`${system.adminUrl('projector')}/health/ready`)).status).toBe(200);
  await system.restart('bridge');
  await until('another bridge is waited for', async () => pidOf('bridge') !== before.bridge);
}, 300_000);
