import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createPool } from '@order-ledger/platform/postgres';
import { keepingLog } from '@order-ledger/testing/lines';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import { until } from '@order-ledger/testing/waiting';
import type pg from 'pg';
import type { RunningJob } from '../src/jobs/calculate-job.ts';
import { LANES, type Lane, laneOf, lanesFor, outgrown, predict } from '../src/jobs/lanes.ts';
import { releaseLease } from '../src/jobs/lease.ts';
import { runSlots } from '../src/jobs/slots.ts';
import type { TakenJob } from '../src/jobs/take-job.ts';
import { migrateSchema, SCHEMA } from '../src/schema.ts';

const { log } = keepingLog();
let pool: pg.Pool;
let database: Awaited<ReturnType<typeof createTestDatabase>>;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrateSchema({ connectionString: database.url, log });
  pool = createPool({
    connectionString: database.url,
    applicationName: 'lanes test',
    name: `test-${randomUUID()}`,
    log,
    searchPath: SCHEMA,
  });
}, 60_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(async () => {
  await pool.query('truncate price_job, waiter, measure, worker');
});

const queue = async (lane: Lane): Promise<string> => {
  const { rows } = await pool.query<{ job_id: string }>(
    `with job as (
       insert into price_job (measure_key, tenant, sha256, unit, orientation, process, engine_version, triangles, bytes,
                              lane, predicted_p50_s, predicted_p95_s)
       values ($1, 'house', 'x', 'MM', 'AS_IS', 'FDM', 'e', 12, 684, $2, 1, 2) returning measure_key, job_id)
     insert into waiter (order_id, measure_key, job_id, run, attempt, spec_version, state)
     select gen_random_uuid(), measure_key, job_id, 1, 1, 3, 'QUEUED' from job returning job_id`,
    [randomUUID(), lane],
  );
  return rows[0]!.job_id;
};

describe('a lane', () => {
  it.each<[Lane, number, Lane | null]>([
    ['SHORT', 179, null],
    ['SHORT', 180, 'MEDIUM'],
    ['SHORT', 600, 'LONG'],
    ['MEDIUM', 599, null],
    ['MEDIUM', 600, 'LONG'],
    ['MEDIUM', 1, null],
    ['LONG', 9_999, null],
  ])('%s is outgrown after %d s: %s', (lane, seconds, to) => {
    expect(outgrown(lane, seconds)).toBe(to);
  });

  it.each<[readonly Lane[], number, readonly Lane[]]>([
    [[], 1, LANES],
    [[], 2, LANES],
    [['SHORT'], 2, LANES],
    [['LONG'], 2, ['SHORT']],
    [['MEDIUM', 'SHORT'], 3, LANES],
    [['MEDIUM', 'LONG'], 3, ['SHORT']],
  ])('beside %j a slot of %d takes %j [D2]', (others, slots, lanes) => {
    expect(lanesFor(others, slots)).toEqual(lanes);
  });
});

describe('a prediction', () => {
  const measured = (triangles: number, seconds: number) =>
    pool.query(
      `insert into measure (measure_key, result, triangles, orientation, process, seconds)
       values (gen_random_uuid()::text, '{}', $1, 'AS_IS', 'FDM', $2)`,
      [triangles, seconds],
    );
  const ask = (triangles: number) => predict(pool, { process: 'FDM', orientation: 'AS_IS', triangles });

  it('follows what models of about the size have taken, whatever small ones take a triangle', async () => {
    for (let count = 0; count < 50; count += 1) await measured(12, 2);
    const before = await ask(600_000);
    for (let count = 0; count < 5; count += 1) await measured(500_000, 100 + count);
    const large = await ask(600_000);
    expect(large.p50).toBeGreaterThan(100);
    expect(large.p50).toBeLessThan(150);
    expect(large).not.toEqual(before);
    expect(laneOf(large)).toBe('SHORT');
    expect((await ask(12)).p50).toBeCloseTo(2, 1);
    for (let count = 0; count < 20; count += 1) await measured(700_000, 400);
    expect(laneOf(await ask(600_000))).toBe('MEDIUM');
  });
});

describe('jobs that run longer than their lane', () => {
  let closing: () => Promise<void>;
  afterEach(() => closing());

  /** Calculations that go on until they are stopped or finished, on a clock that the test sets. */
  const stage = async (slots: number) => {
    const stop = new AbortController();
    let seconds = 0;
    const atWork = new Map<string, { job: TakenJob; end: (outcome: string) => void }>();
    const calculateJob = (job: TakenJob): RunningJob => {
      const done = new Promise<string>((resolve) => atWork.set(job.job_id, { job, end: resolve })).then(
        async (outcome) => {
          if (outcome === 'measured')
            await pool.query(`update price_job set state = 'DONE' where job_id = $1`, [job.job_id]);
          else await releaseLease(pool, job);
          atWork.delete(job.job_id);
          return outcome;
        },
      );
      return { job_id: job.job_id, stop: (reason) => atWork.get(job.job_id)?.end(reason), done };
    };
    const running = await runSlots({
      ...{ pool, calculateJob, log, slots, workerId: randomUUID(), engineVersion: 'e' },
      ...{ leaseMs: 600_000, heartbeatMs: 20, drainMs: 0, pollMs: 20, signal: stop.signal },
      ...{ lastOutage: () => Number.NEGATIVE_INFINITY, onOutage: () => undefined, clock: () => seconds },
    });
    closing = async () => {
      stop.abort();
      await running.done;
    };
    return {
      atWork,
      pass: (more: number) => {
        seconds += more;
      },
      lanes: () => [...atWork.values()].map(({ job }) => job.lane).sort(),
    };
  };
  const laneIn = async (job: string) =>
    (await pool.query('select lane, state from price_job where job_id = $1', [job])).rows[0];

  it('are moved, and go on where a slot is left to short ones [D2]', async () => {
    const { atWork, pass, lanes } = await stage(2);
    const job = await queue('SHORT');
    await until('its calculation', () => atWork.has(job));
    pass(200);
    await until('its move', async () => (await laneIn(job)).lane === 'MEDIUM');
    await queue('LONG');
    const short = await queue('SHORT');
    await until('the short one', () => atWork.has(short));
    expect(lanes()).toEqual(['MEDIUM', 'SHORT']);
    pass(500);
    await until('its next move', async () => (await laneIn(job)).lane === 'LONG');
    expect(atWork.has(job)).toBe(true);
  });

  it('are given back where no slot is left to short ones that wait, and begin again behind them [D2]', async () => {
    const { atWork, pass } = await stage(2);
    const long = await queue('LONG');
    await until('a long one', () => atWork.has(long));
    const job = await queue('SHORT');
    await until('its calculation', () => atWork.has(job));
    const short = await queue('SHORT');
    pass(200);
    await until('the short one in its place', () => atWork.has(short) && !atWork.has(job));
    expect(await laneIn(job)).toEqual({ lane: 'MEDIUM', state: 'QUEUED' });
    atWork.get(long)?.end('measured');
    await until('it at work again', () => atWork.has(job));
  });
});
