import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { watchSteps } from '@order-ledger/platform/clock-steps';
import { createPool } from '@order-ledger/platform/postgres';
import type { Measured } from '@order-ledger/pricing/measure';
import { keepingLog } from '@order-ledger/testing/lines';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import { until } from '@order-ledger/testing/waiting';
import type pg from 'pg';
import { LANES, type Lane } from '../src/jobs/lanes.ts';
import { failJob, releaseLease, renewLease, saveMeasure } from '../src/jobs/lease.ts';
import { type TakeOptions, takeJob } from '../src/jobs/take-job.ts';
import { migrateSchema, SCHEMA } from '../src/schema.ts';
import { settings } from '../src/settings.ts';

let pool: pg.Pool;
let database: Awaited<ReturnType<typeof createTestDatabase>>;

beforeAll(async () => {
  database = await createTestDatabase();
  const { log } = keepingLog();
  await migrateSchema({ connectionString: database.url, log });
  pool = createPool({
    connectionString: database.url,
    applicationName: 'leases test',
    name: `test-${randomUUID()}`,
    log,
    max: 20,
    searchPath: SCHEMA,
  });
}, 60_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(async () => {
  await pool.query('truncate price_job, waiter, measure, worker');
  await pool.query('update limits set max_running = null');
  await pool.query(`insert into worker (worker_id, slots, engine_version) values ($1, 8, 'e')`, [randomUUID()]);
});

interface Queued {
  tenant?: string;
  lane?: Lane;
  ageS?: number;
}

const queue = async ({ tenant = 'house', lane = 'SHORT', ageS = 0 }: Queued = {}): Promise<string> => {
  const key = `${tenant} ${randomUUID()}`;
  const { rows } = await pool.query<{ job_id: string }>(
    `insert into price_job (measure_key, tenant, sha256, unit, orientation, process, engine_version, triangles, bytes,
                            lane, predicted_p50_s, predicted_p95_s, queued_at)
     values ($1, $2, 'x', 'MM', 'AS_IS', 'FDM', 'e', 12, 684, $3, 1, 2, now() - make_interval(secs => $4))
     returning job_id`,
    [key, tenant, lane, ageS],
  );
  const jobId = rows[0]!.job_id;
  await pool.query(
    `insert into waiter (order_id, measure_key, job_id, run, attempt, spec_version, state)
     values (gen_random_uuid(), $1, $2, 1, 1, 3, 'QUEUED')`,
    [key, jobId],
  );
  return jobId;
};

const take = (options: Partial<TakeOptions> = {}) =>
  takeJob(pool, {
    workerId: randomUUID(),
    engineVersion: 'e',
    // Longer than any pause of the machine: what is taken stays taken for the time of a test.
    leaseMs: 600_000,
    lanes: LANES,
    running: [],
    mayTakeOver: true,
    ...options,
  });

/** As another worker would: under a lease that is shorter than the age of the server, or nothing is taken over. */
const takeOver = () => until('a take-over', async () => (await take({ leaseMs: 1 })) ?? undefined);

/** A job whose holder's lease has run out. */
const takeExpired = async () => {
  const job = (await take())!;
  await pool.query(`update price_job set lease_expires_at = now() - interval '1 millisecond' where job_id = $1`, [
    job.job_id,
  ]);
  return job;
};

const RESULT: Measured = { ok: false, reason: 'TOO_LARGE', detail: 'too large', faults: [] };
const LIMITS = { maxDeaths: 3, maxInfraFailures: 5, deadForMs: 1_000, firstDelayMs: 1 };
const DEATH = { kind: 'death', code: 'PRICING_DEAD', detail: 'it died', traceId: 'trace' } as const;

it('keeps to the limit of running calculations whoever takes at once, and to a new one from then on [D3]', async () => {
  for (let jobs = 0; jobs < 6; jobs += 1) await queue();
  await pool.query('update limits set max_running = 2');
  const taken = await Promise.all(Array.from({ length: 16 }, () => take()));
  expect(taken.filter((job) => job !== null)).toHaveLength(2);
  await pool.query('update limits set max_running = 3');
  expect(await take()).not.toBeNull();
  expect(await take()).toBeNull();
});

it('gives no job twice', async () => {
  for (let jobs = 0; jobs < 5; jobs += 1) await queue();
  const taken = await Promise.all(Array.from({ length: 12 }, () => take()));
  const ids = taken.flatMap((job) => (job === null ? [] : [job.job_id]));
  expect(new Set(ids).size).toBe(5);
  expect(ids).toHaveLength(5);
});

it('refuses everything that a holder does whose lease another has taken', async () => {
  await queue();
  const stale = await takeExpired();
  const current = await takeOver();
  expect(current).toMatchObject({ job_id: stale.job_id, taken_over: true, restart_reason: 'LEASE_LOST' });
  expect(Number(current.lease_token)).toBe(Number(stale.lease_token) + 1);
  expect(current.lease_id).not.toBe(stale.lease_id);

  expect(await renewLease(pool, stale, 60_000, null)).toBe(false);
  expect(await saveMeasure(pool, stale, RESULT, 1)).toBe(false);
  expect(await failJob(pool, stale, DEATH, LIMITS)).toBeNull();
  expect(await releaseLease(pool, stale)).toBe(false);
  // A restored database may give the number again: it does not suffice.
  expect(await saveMeasure(pool, { ...current, lease_id: stale.lease_id }, RESULT, 1)).toBe(false);
  expect((await pool.query('select from measure')).rowCount).toBe(0);
  expect(await saveMeasure(pool, current, RESULT, 1)).toBe(true);
  // The answer to the first may have been lost.
  expect(await saveMeasure(pool, current, RESULT, 1)).toBe(true);
  expect((await pool.query('select from measure')).rowCount).toBe(1);
});

it('lets a holder go on whose lease ran out and was not taken', async () => {
  await queue();
  const job = await takeExpired();
  expect(await take({ leaseMs: 1, mayTakeOver: false })).toBeNull();
  expect(await renewLease(pool, job, 600_000, { phase: 'WALLS', percent: 40 })).toBe(true);
  expect(await take({ leaseMs: 1 })).toBeNull();
  expect((await pool.query('select phase, percent from job_view')).rows).toEqual([{ phase: 'WALLS', percent: 40 }]);
});

it('takes nothing over within one lease of the start of Postgres', async () => {
  await queue();
  await takeExpired();
  expect(await take({ leaseMs: 10 * 365 * 86_400_000 })).toBeNull();
  expect(await takeOver()).toMatchObject({ taken_over: true });
});

it('leaves a slot to short jobs, and half of the slots to others than long ones [D2]', async () => {
  for (let jobs = 0; jobs < 6; jobs += 1) await queue({ lane: 'LONG', ageS: 1_000 });
  await queue({ lane: 'SHORT' });
  const lanes = (await Promise.all(Array.from({ length: 8 }, () => take()))).flatMap((job) => job?.lane ?? []);
  expect(lanes.sort()).toEqual(['LONG', 'LONG', 'LONG', 'LONG', 'SHORT']);
  await queue({ lane: 'MEDIUM' });
  expect(await take({ lanes: ['SHORT'] })).toBeNull();
});

it('lets the customer with the fewest running jobs go first, unless another has waited for long', async () => {
  for (let jobs = 0; jobs < 3; jobs += 1) await queue({ tenant: 'partner:big', ageS: 60 });
  const small = await queue({ tenant: 'partner:small' });
  expect((await take())?.tenant).toBe('partner:big');
  expect((await take())?.job_id).toBe(small);
  const patient = await queue({ tenant: 'partner:small', ageS: 3_600 });
  await pool.query(`update price_job set taken_at = now() - interval '1 hour' where job_id = $1`, [small]);
  await queue({ tenant: 'partner:new' });
  expect((await take())?.job_id).toBe(patient);
});

it('takes turns between customers, however many jobs one of them has queued and however long ago', async () => {
  const [big, small] = ['partner:big', 'partner:small'];
  for (let jobs = 0; jobs < 30; jobs += 1) await queue({ tenant: big, ageS: 86_400 });
  for (let jobs = 0; jobs < 3; jobs += 1) await queue({ tenant: small });
  const { rows } = await pool.query<{ tenant: string }>(
    `select tenant from job_view join price_job using (job_id) where queue_position <= 8 order by queue_position`,
  );
  const turns = [big, small, big, small, big, small, big, big];
  expect(rows.map(({ tenant }) => tenant)).toEqual(turns);
  await pool.query('update limits set max_running = 1');
  const served: (string | undefined)[] = [];
  while (served.length < turns.length) {
    const job = await take();
    served.push(job?.tenant);
    await pool.query(`update price_job set state = 'DONE' where job_id = $1`, [job?.job_id]);
  }
  expect(served).toEqual(turns);
});

it('queues a job again after its first deaths, waits after trouble around it, and ends it at the limits', async () => {
  await queue();
  expect(await failJob(pool, (await take())!, DEATH, LIMITS)).toBe('QUEUED');
  const trouble = { ...DEATH, kind: 'infrastructure', code: 'INTEGRATION_FAILED' } as const;
  const slow = { ...LIMITS, firstDelayMs: 3_600_000 };
  expect(await failJob(pool, (await take())!, trouble, slow)).toBe('QUEUED');
  expect(await take()).toBeNull();
  await pool.query('update price_job set not_before = now()');
  expect(await failJob(pool, (await take())!, DEATH, LIMITS)).toBe('QUEUED');
  expect(await failJob(pool, (await take())!, DEATH, LIMITS)).toBe('DEAD');
  const { rows } = await pool.query('select deaths, infra_failures, dead_code from price_job');
  expect(rows).toEqual([{ deaths: 3, infra_failures: 1, dead_code: 'PRICING_DEAD' }]);
});

it('spreads the attempts that trouble around a job may take over an hour at least', async () => {
  await queue();
  const { INFRA_RETRY_MS } = settings.pick({ INFRA_RETRY_MS: true }).parse({});
  const trouble = { ...DEATH, kind: 'infrastructure', code: 'INTEGRATION_FAILED' } as const;
  const waits: number[] = [];
  for (const state of ['QUEUED', 'QUEUED', 'QUEUED', 'QUEUED', 'DEAD']) {
    expect(await failJob(pool, (await take())!, trouble, { ...LIMITS, firstDelayMs: INFRA_RETRY_MS })).toBe(state);
    if (state === 'DEAD') break;
    const { rows } = await pool.query<{ s: number }>(
      'select extract(epoch from not_before - now())::double precision as s from price_job',
    );
    waits.push(rows[0]!.s);
    await pool.query('update price_job set not_before = now()');
  }
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(3_600 - 60);
  for (const [index, wait] of waits.entries()) expect(wait).toBeLessThan((2 * INFRA_RETRY_MS * 2 ** index) / 1_000);
});

it('takes up what it holds itself and does not run, because the answer to its taking was lost', async () => {
  const workerId = randomUUID();
  const job = await queue();
  expect((await take({ workerId }))?.job_id).toBe(job);
  await pool.query(`update price_job set lease_expires_at = now() - interval '1 second'`);
  expect(await take({ workerId, leaseMs: 1, running: [job] })).toBeNull();
  expect(await take({ workerId, leaseMs: 1 })).toMatchObject({ job_id: job, taken_over: true, lease_token: '2' });
});

describe('when the clock of Postgres is set', () => {
  /** Back by an hour: whatever was written is an hour later now. */
  const setBack = async () => {
    const later = (columns: readonly string[]) =>
      columns.map((name) => `${name} = ${name} + interval '1 hour'`).join(', ');
    await pool.query(
      `update price_job set ${later(['queued_at', 'not_before', 'taken_at', 'lease_expires_at', 'timed_at'])}`,
    );
    await pool.query(`update worker set ${later(['seen_at'])}`);
  };

  it('back, no job waits for as long, neither a new one nor one that was given back', async () => {
    await queue();
    await setBack();
    const job = (await take())!;
    expect(job.queue_wait_s).toBe(0);
    await releaseLease(pool, job, 60_000);
    expect(await take()).toBeNull();
    await setBack();
    expect(await take()).toMatchObject({ job_id: job.job_id });
  });

  it('back, the job of a worker that is gone is taken over, and takes no slot from another [D1]', async () => {
    const job = await queue();
    expect(await take()).toMatchObject({ job_id: job });
    await setBack();
    await pool.query('update limits set max_running = 1');
    const other = await queue();
    expect(await take()).toMatchObject({ job_id: other });
    await pool.query('update limits set max_running = 2');
    expect(await takeOver()).toMatchObject({ job_id: job, taken_over: true });
  });

  it('back, a job whose holder has renewed its lease since is left to it', async () => {
    await queue();
    const job = (await take())!;
    await setBack();
    expect(await renewLease(pool, job, 600_000, null)).toBe(true);
    expect(await take({ leaseMs: 1 })).toBeNull();
  });

  it.each([3_600_000, -3_600_000])('by %d ms, nobody takes over before leases are renewed by it', async (step) => {
    await queue();
    const { job_id } = await takeExpired();
    const leaseMs = 1_000;
    await until('a server that is older than a lease', async () => {
      const { rows } = await pool.query<{ old: boolean }>(
        'select pg_postmaster_start_time() < now() - make_interval(secs => $1) as old',
        [leaseMs / 1_000],
      );
      return rows[0]?.old;
    });
    const steps = watchSteps();
    steps.saw(Date.now() - step, performance.now(), performance.now());
    expect(await take({ steps, leaseMs })).toBeNull();
    const taken = await until('a take-over', async () => (await take({ steps, leaseMs })) ?? undefined);
    expect(taken).toMatchObject({ job_id, taken_over: true });
  });
});

it('is dead at once at the hard limit', async () => {
  await queue();
  expect(await failJob(pool, (await take())!, { ...DEATH, kind: 'hard-limit' }, LIMITS)).toBe('DEAD');
});
