import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { programOf } from '@order-ledger/platform/own-program';
import { createPool } from '@order-ledger/platform/postgres';
import { TARIFF, type Tariff } from '@order-ledger/pricing/tariff';
import { keepingLog } from '@order-ledger/testing/lines';
import { createTestDatabase, type TestDatabase } from '@order-ledger/testing/services/database';
import type pg from 'pg';
import { migrateSchema, SCHEMA } from '../src/schema.ts';
import { activateTariff, addTariff } from '../src/tariffs/book.ts';
import { activeTariff, seedTariff } from '../src/tariffs/in-force.ts';

jest.setTimeout(120_000);
const PROGRAM = programOf('pricing-worker', { file: 'tariffs/program' });
const folder = mkdtempSync(join(tmpdir(), 'tariffs-'));

let database: TestDatabase;
let pool: pg.Pool;
beforeEach(async () => {
  const { log } = keepingLog();
  database = await createTestDatabase();
  await migrateSchema({ connectionString: database.url, log });
  pool = createPool({
    connectionString: database.url,
    applicationName: 'tariffs',
    name: `tariffs-${crypto.randomUUID()}`,
    log,
    searchPath: SCHEMA,
  });
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});
afterAll(() => rmSync(folder, { recursive: true }));

const tariff = (tariff_version: string, changes: Partial<Tariff> = {}): Tariff => ({
  ...TARIFF,
  tariff_version,
  ...changes,
});
const inForce = async () => (await activeTariff(pool)).tariff_version;
const seeded = async (version: string) => {
  await seedTariff(pool, tariff(version));
  return inForce();
};
const changes = async () =>
  (
    await pool.query<{ changed_by: string; action: string; version: string; former_version: string | null }>(
      'select changed_by, action, version, former_version from tariff_change order by change_id',
    )
  ).rows.map((row) => Object.values(row).join(' ').trim());

describe('the tariff of a build', () => {
  it('takes the place of an older one, never of a newer one or of what people chose, and is on record [K7]', async () => {
    expect(await seeded('2026-11')).toBe('2026-11');
    expect(await seeded('2027-01')).toBe('2027-01');
    expect(await seeded('2026-11')).toBe('2027-01');
    // A build that has never been here before.
    expect(await seeded('2026-12')).toBe('2027-01');
    await pool.query('update tariff set active = false where active');
    await pool.query(`update tariff set active = true where version = '2026-12'`);
    expect(await seeded('2027-01')).toBe('2026-12');
    expect(await changes()).toEqual([
      'pricing-worker add 2026-11',
      'pricing-worker activate 2026-11',
      'pricing-worker add 2027-01',
      'pricing-worker activate 2027-01 2026-11',
      'pricing-worker add 2026-12',
    ]);
  });

  it('waits where an administrator has put one in force, however old that is', async () => {
    await seeded('2026-11');
    await addTariff(pool, tariff('2026-10'), 'anna@here');
    await activateTariff(pool, '2026-10', 'anna@here');
    expect(await seeded('2027-01')).toBe('2026-10');
  });

  it('is put in force once by instances that start together', async () => {
    await Promise.all(Array.from({ length: 5 }, () => seedTariff(pool, tariff('2026-11'))));
    expect(await changes()).toHaveLength(2);
  });
});

describe('tariffs in the hands of an administrator', () => {
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [PROGRAM, ...args], {
      env: { ...process.env, DATABASE_URL: database.url, TARIFF_CHANGED_BY: 'anna@here' },
    });
  const refusal = (...args: string[]): Promise<string> =>
    run(...args).then(
      ({ stderr }) => `done: ${stderr}`,
      ({ stderr }: { stderr: string }) => stderr.trim(),
    );
  const file = (content: unknown, name = 'tariff.json'): string => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  beforeEach(() => seeded('2026-11'));

  it('are shown as files that can be changed, added, compared and put in force, and who did it is on record', async () => {
    const { stdout: shown } = await run('show');
    expect(JSON.parse(shown)).toEqual(tariff('2026-11'));
    const [pla, petg, ...others] = TARIFF.materials as [Tariff['materials'][number], Tariff['materials'][number]];
    const next = {
      ...(JSON.parse(shown) as Tariff),
      tariff_version: '2026-12',
      materials: [{ ...pla, price_per_kg: 260_000 }, { ...petg, material: 'PEEK' }, ...others],
    };
    const added = await run('add', file(next));
    expect(added.stderr).toContain('npm run tariff -- activate 2026-12');
    expect(await inForce()).toBe('2026-11');
    expect((await run('add', file(next))).stderr).toContain('there already');
    const { stdout: differences } = await run('diff', '2026-11', '2026-12');
    expect(differences.split('\n')).toEqual(
      expect.arrayContaining([
        '  materials PLA/FDM price_per_kg: 250000 → 260000',
        '+ materials PEEK/FDM price_per_kg: 290000',
        '- materials PETG/FDM price_per_kg: 290000',
      ]),
    );
    const activated = await run('activate', '2026-12');
    expect(activated.stderr).toContain('in the place of 2026-11');
    expect(activated.stderr).toContain('PETG by FDM, PETG by FDM as SANDED');
    expect(await inForce()).toBe('2026-12');
    expect((await run('list')).stdout).toMatch(/2026-11 {2}not in force.*\n2026-12 {2}in force/);
    expect((await run('log')).stdout.split('\n')[0]).toMatch(
      /Z {2}anna@here {2}activate {2}2026-12 {2}in the place of 2026-11$/,
    );
    expect((await changes()).slice(2)).toEqual(['anna@here add 2026-12', 'anna@here activate 2026-12 2026-11']);
    await run('activate', '2026-11');
    expect(await inForce()).toBe('2026-11');
  });

  it('are refused in one line that says what is allowed', async () => {
    await addTariff(pool, tariff('2026-12', { currency: 'EUR' }), 'anna@here');
    await pool.query(`insert into tariff (version, data, active) values ('broken', '{"currency": "RUB"}', false)`);
    const cases: [said: RegExp, ...args: string[]][] = [
      [/^There is no tariff 2027; there are: 2026-11, 2026-12, broken$/, 'activate', '2027'],
      [/^There is no tariff 2027; there are: /, 'show', '2027'],
      [/^There is no tariff x; there are: /, 'diff', '2026-11', 'x'],
      [/^Tariff 2026-11 is in force already; others: 2026-12, broken$/, 'activate', '2026-11'],
      [/^Tariff 2026-12 is in EUR, and orders are in RUB/, 'activate', '2026-12'],
      [/^Tariff broken cannot be priced by: tariff_version: .*; and \d+ more$/, 'activate', 'broken'],
      [
        /^Tariff 2026-11 is there with other content.*tariff_version of its own\.$/,
        'add',
        file(tariff('2026-11', { tax_ppm: 0 })),
      ],
      [/is no tariff: minimum: /, 'add', file(tariff('2027', { minimum: -1 }), 'minus.json')],
      [
        /is no tariff: materials\.0\.process: has no rate; rates: SLS/,
        'add',
        file({ ...TARIFF, processes: [TARIFF.processes[1]] }, 'rate.json'),
      ],
      [/is no JSON: /, 'add', file('{"tariff_version":', 'half.json')],
      [/is no tariff: the whole: /, 'add', file('[]', 'list.json')],
      [/cannot be read: ENOENT/, 'add', join(folder, 'none.json')],
      [/cannot be read: EISDIR/, 'add', folder],
      [/is larger than/, 'add', file(' '.repeat(1_100_000), 'large.json')],
    ];
    for (const [said, ...args] of cases) {
      const line = await refusal(...args);
      expect([args[0], line]).toEqual([args[0], expect.stringMatching(said)]);
      expect(line.split('\n')).toHaveLength(1);
    }
    expect(await inForce()).toBe('2026-11');
    expect(await changes()).toHaveLength(3);
  });

  it('has one in force at every moment, also while several are put in force at once', async () => {
    for (const version of ['a', 'b', 'c']) await addTariff(pool, tariff(version), 'anna@here');
    let at = true;
    const seen = (async () => {
      while (at) expect(['2026-11', 'a', 'b', 'c']).toContain(await inForce());
    })();
    await Promise.all(['a', 'b', 'c'].map((version) => activateTariff(pool, version, 'anna@here')));
    at = false;
    await seen;
    expect((await changes()).filter((line) => line.startsWith('anna@here activate'))).toHaveLength(3);
  });
});
