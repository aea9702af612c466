import { spawn } from 'node:child_process';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { LIVES } from '@order-ledger/demo/scenario/lives';
import type { Summary } from '@order-ledger/demo/summary';
import { programOf } from '@order-ledger/platform/own-program';
import type { PrivateSystem } from '../src/private-system.ts';
import { sharedSystem } from './support/shared-system.ts';

const PROGRAM = programOf('demo');
let system: PrivateSystem;

beforeAll(async () => {
  system = await sharedSystem();
}, 600_000);

/** `npm run demo` against that system: its exit code and what the last line says. */
const demonstrate = async (...args: string[]): Promise<{ code: number | null; summary: Summary }> => {
  const credentials = ['--credentials', system.credentialsFile];
  const child = spawn(process.execPath, [PROGRAM, '--json', ...credentials, ...args], {
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
    const { code, summary } = await demonstrate('--orders', String(LIVES.length), '--patience', '600');
    expect(summary.failures).toEqual([]);
    expect(summary.mismatches).toEqual([]);
    expect(code).toBe(0);
    expect(summary).toMatchObject({ orders: LIVES.length, rules_walked: 35, facts_walked: 21, claims_lost: 1 });
    expect(summary.by_status).toEqual({ CANCELLED: 5, CLOSED: 22, REJECTED: 1 });
    expect(summary.duplicates_answered).toBeGreaterThan(10);
    expect(summary.projection_lag_ms_p99).not.toBeNull();
  }, 900_000);

  it('fails when the projector is stopped, and names the orders', async () => {
    const bringBack = await system.processes.get('projector')?.takeDown('in-order');
    const { code, summary } = await demonstrate('--orders', '1', '--settle', '2', '--patience', '5');
    expect(code).toBe(1);
    expect(summary.failures).toHaveLength(1);
    expect(summary.mismatches.map(({ found }) => found)).toContain('unknown to the read side');
    await bringBack?.();
  }, 300_000);
});
