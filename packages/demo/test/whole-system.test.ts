import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '@order-ledger/local/ports';
import { PROCESSES } from '@order-ledger/local/processes';
import { type System, startSystem } from '@order-ledger/local/system';
import { LIVES } from '../src/scenario/lives.ts';
import type { Summary } from '../src/summary.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'demo-system-'));
// PostgreSQL runs under an account of its own where we are root: its folder can be passed through.
chmodSync(data, 0o711);
let system: System;

beforeAll(async () => {
  const ports = new Map<string, number>();
  for (const { name } of PROCESSES) ports.set(name, await freePort());
  system = await startSystem({
    root: ROOT,
    data,
    report: () => undefined,
    portOf: (name) => ports.get(name) as number,
  });
}, 180_000);
afterAll(async () => {
  await system.stop();
  rmSync(data, { recursive: true, force: true });
}, 60_000);

/** `npm run demo` against that system: its exit code and what the last line says. */
const demonstrate = async (...args: string[]): Promise<{ code: number | null; summary: Summary }> => {
  const program = join(ROOT, 'packages/demo/dist/main.js');
  const credentials = ['--credentials', join(data, 'credentials.json')];
  const child = spawn(process.execPath, [program, '--json', ...credentials, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, summary: JSON.parse(text.trim().split('\n').at(-1) as string) };
};

describe('the demonstration against the whole system', () => {
  it('walks every rule and every fact, and the records agree', async () => {
    const { code, summary } = await demonstrate('--orders', String(LIVES.length));
    expect(summary.failures).toEqual([]);
    expect(summary.mismatches).toEqual([]);
    expect(code).toBe(0);
    expect(summary).toMatchObject({ orders: LIVES.length, rules_walked: 35, facts_walked: 21, claims_lost: 1 });
    expect(summary.by_status).toEqual({ CANCELLED: 5, CLOSED: 21, REJECTED: 1 });
    expect(summary.duplicates_answered).toBeGreaterThan(10);
    expect(summary.projection_lag_ms_p99).not.toBeNull();
  }, 300_000);

  it('fails when the projector is stopped, and names the orders', async () => {
    await system.processes.get('projector')?.stop();
    const { code, summary } = await demonstrate('--orders', '1', '--settle', '2', '--patience', '5');
    expect(code).toBe(1);
    expect(summary.failures).toHaveLength(1);
    expect(summary.mismatches.map(({ found }) => found)).toContain('unknown to the read side');
  }, 120_000);
});
