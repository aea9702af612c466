import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Summary } from '@order-ledger/demo/summary';
import { PROCESSES } from '@order-ledger/local/processes';
import { programOf } from '@order-ledger/platform/own-program';
import { type ShiftedClock, shiftedClock } from '@order-ledger/testing/processes/shifted-clock';
import { until } from '@order-ledger/testing/waiting';
import { type PrivateSystem, startPrivateSystem } from '../src/private-system.ts';

const PROGRAM = programOf('demo');
const HOUR_MS = 3_600_000;
const names = PROCESSES.map(({ name }) => name);

/** Each process is on a machine of its own, as far as its clock tells. */
const clocks = new Map<string, ShiftedClock>(names.map((name) => [name, shiftedClock()]));
let system: PrivateSystem;

beforeAll(async () => {
  system = await startPrivateSystem((name) => clocks.get(name)?.env ?? {});
}, 600_000);
afterAll(async () => {
  await system.stop();
  for (const clock of clocks.values()) clock.remove();
}, 300_000);

/** Every second one ahead, all others behind. */
const setAll = (ms: number): void =>
  names.forEach((name, index) => void clocks.get(name)?.set(index % 2 === 0 ? ms : -ms));

const demonstrate = async (orders: number): Promise<Summary> => {
  const options = ['--json', '--credentials', system.credentialsFile, '--orders', String(orders), '--patience', '300'];
  const child = spawn(process.execPath, [PROGRAM, ...options], { stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  await new Promise((resolve) => child.on('close', resolve));
  return JSON.parse(text.trim().split('\n').at(-1) as string);
};

const readinessOf = async (name: string) => {
  const answer = await fetch(`${system.adminUrl(name)}/health/ready`);
  const { checks } = (await answer.json()) as { checks: { name: string; ok: boolean; code?: string }[] };
  return { status: answer.status, clock: checks.find((check) => check.name === 'clock') };
};
/** Seconds by which Postgres's clock is ahead of that of the process. */
const aheadIn = async (name: string): Promise<number> => {
  const text = await (await fetch(`${system.adminUrl(name)}/metrics`)).text();
  const [, figure] = /^clock_ahead_seconds\{[^}]*of="postgres"[^}]*\} (\S+)/m.exec(text) ?? [];
  return Number(figure);
};

it('each process says whether its clock and the others agree, and goes on where they do not', async () => {
  // All at once: each looks at its own clock, and only every few seconds.
  await Promise.all(
    names.map(async (name) => {
      const clock = clocks.get(name);
      for (const step of [-HOUR_MS, HOUR_MS]) {
        clock?.set(step);
        await until(`the figure of ${name}`, async () => Math.abs((await aheadIn(name)) + step / 1_000) < 60);
        await until(`the warning of ${name}`, async () => (await readinessOf(name)).clock?.code === 'clock-skew');
        // What the process manager's timers cancel stays cancelled.
        expect([name, (await readinessOf(name)).status]).toEqual([name, name === 'process-manager' ? 503 : 200]);
        clock?.set(0);
        await until(`${name} well again`, async () => (await readinessOf(name)).clock?.ok === true);
      }
    }),
  );
}, 300_000);

it('plays orders from their creation to their end while every clock is an hour off, forwards and back', async () => {
  for (const ms of [HOUR_MS, -HOUR_MS]) {
    setAll(ms);
    const { failures, mismatches } = await demonstrate(3);
    expect([failures, mismatches]).toEqual([[], []]);
  }
  setAll(0);
  // No event of an order lies before the one before it, and none is an hour off.
  const { rows } = await system.database.query<{ backwards: string; off: string }>(`
    select count(*) filter (where recorded_at < before) as backwards,
           count(*) filter (where recorded_at > now() + interval '1 minute') as off
    from (select recorded_at, lag(recorded_at) over (partition by order_id order by event_version) as before
          from read_model_1.order_timeline) timeline`);
  expect(rows).toEqual([{ backwards: '0', off: '0' }]);
}, 900_000);
