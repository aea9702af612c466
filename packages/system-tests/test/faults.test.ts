import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { documentOf } from '../src/faults/document.ts';
import { ALL, cellsOf, DEPENDENCIES, everyCell, FAULTS, nameOf, PROCESS_NAMES, usersOf } from '../src/faults/matrix.ts';
import { sharesBetween } from '../src/faults/readiness.ts';
import { ROOT } from '../src/private-system.ts';
import { runFaults, troubles } from './support/fault-program.ts';

const SAMPLE = 2;

describe('the matrix of faults', () => {
  const names = (seed: number): string[] => cellsOf(seed).map(nameOf);

  it('has every fault of every dependency, for all who use it and for one alone where it can meet one', () => {
    for (const dependency of Object.keys(DEPENDENCIES))
      for (const [fault, { on }] of Object.entries(FAULTS)) {
        const own = cellsOf(1).filter((cell) => cell.dependency === dependency && cell.fault === fault);
        const alone = own.filter(({ process }) => process !== ALL);
        expect(own.filter(({ process }) => process === ALL)).toHaveLength(1);
        expect(alone).toHaveLength(on === 'way' ? 1 : 0);
      }
  });

  it('knows who uses what from what each process is told', () => {
    expect(usersOf('postgres')).toEqual(PROCESS_NAMES);
    expect(usersOf('redis')).toEqual(['command-api', 'query-api', 'projector']);
    expect(usersOf('rabbitmq')).toEqual(['bridge', 'pricing-worker', 'manufacturing-worker']);
    expect(usersOf('upload-api')).toEqual(['query-api', 'pricing-worker']);
    expect(usersOf('event-store')).not.toContain('query-api');
  });

  it('is chosen by the seed: the same again, another with another, and in the end every process is met', () => {
    expect(names(7)).toEqual(names(7));
    expect(names(8)).not.toEqual(names(7));
    const met = new Set(Array.from({ length: 200 }, (_, seed) => names(seed)).flat());
    expect([...met].sort()).toEqual(everyCell().map(nameOf).sort());
  });

  it('counts what a process said by its share of the time', () => {
    const said = [
      { says: 'ready', fromMs: 0, untilMs: 1_000 },
      { says: 'ledger: timeout', fromMs: 1_000, untilMs: 4_000 },
      { says: 'ready', fromMs: 4_000, untilMs: 5_000 },
    ];
    expect(sharesBetween(said, 0, 5_000)).toEqual([
      { says: 'ready', percent: 40 },
      { says: 'ledger: timeout', percent: 60 },
    ]);
    expect(sharesBetween(said, 1_000, 4_000)).toEqual([{ says: 'ledger: timeout', percent: 100 }]);
  });

  it('stands in docs/fault-matrix.md as it was recorded', () => {
    const record = join(ROOT, 'docs', 'long-runs', 'fault-matrix.json');
    expect(existsSync(record)).toBe(true);
    const made = documentOf(JSON.parse(readFileSync(record, 'utf8')));
    expect(readFileSync(join(ROOT, 'docs', 'fault-matrix.md'), 'utf8')).toBe(made);
  });
});

it(`comes back by itself from ${SAMPLE} faults that the day chooses, and nothing is lost or doubled [H3]`, async () => {
  const run = await runFaults('--sample', String(SAMPLE), '--seconds', '4', '--load', '3', '--limit', '300');
  expect(troubles(run)).toEqual([]);
  expect(run.results).toHaveLength(SAMPLE);
  expect(run.code).toBe(0);
}, 900_000);
