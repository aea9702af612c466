import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { credentialsOf } from '@order-ledger/demo/credentials';
import { demonstration } from '@order-ledger/demo/run';
import { startPgbouncer } from '@order-ledger/local/pgbouncer';
import { freePort } from '@order-ledger/local/ports';
import { PROCESSES } from '@order-ledger/local/processes';
import { startSystem } from '@order-ledger/local/system';
import { createLog } from '@order-ledger/platform/log';
import { testService } from '@order-ledger/testing/services/shared';
import { ROOT } from '../src/private-system.ts';
import { endWithoutSession } from './support/start-without-session.ts';

const ORDERS = 27;

it('behind a pooler in session mode the whole system works', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'order-ledger-pooler-'));
  chmodSync(folder, 0o711);
  const report = () => undefined;
  const pooler = await startPgbouncer({
    server: testService('postgres'),
    mode: 'session',
    folder: join(folder, 'pgbouncer'),
    unpacked: join(ROOT, '.data', 'packages'),
    report,
  });
  const external = { postgres: pooler.url };
  const system = await startSystem({ root: ROOT, data: folder, report, external, portOf: freePort });
  try {
    const { run } = demonstration({
      credentials: credentialsOf(JSON.parse(readFileSync(join(folder, 'credentials.json'), 'utf8'))),
      orders: ORDERS,
      concurrency: 6,
      patienceMs: 600_000,
      settleMs: 60_000,
      log: createLog({ service: 'pooler-test', level: 'error' }),
    });
    const { mismatches, failures } = await run();
    expect({ mismatches, failures }).toEqual({ mismatches: [], failures: [] });
  } finally {
    await system.stop();
    await pooler.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}, 900_000);

it('every process says at its start that a pooler in transaction mode keeps no session, and ends', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'order-ledger-pooler-'));
  chmodSync(folder, 0o711);
  const pooler = await startPgbouncer({
    server: testService('postgres'),
    mode: 'transaction',
    folder: join(folder, 'pgbouncer'),
    unpacked: join(ROOT, '.data', 'packages'),
    report: () => undefined,
  });
  try {
    await endWithoutSession(
      PROCESSES.map(({ name }) => name),
      pooler.url,
      folder,
    );
  } finally {
    await pooler.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}, 300_000);
