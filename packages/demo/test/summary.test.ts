import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { play } from '../src/player.ts';
import { showProgress } from '../src/progress.ts';
import { type OrderRecord, openRecord } from '../src/record.ts';
import { LIVES } from '../src/scenario/lives.ts';
import type { Life } from '../src/scenario/steps.ts';
import { isWell, percentile, type Run, summarize } from '../src/summary.ts';
import { summaryText } from '../src/summary-text.ts';
import { pureWorld } from './support/pure-world.ts';

const lived = async (lives: readonly Life[]): Promise<Run> => {
  const plays = await Promise.all(
    lives.map(async (life, index) => {
      const { world, order } = pureWorld(life.account);
      const record = openRecord(index + 1, life.name);
      await play({ life, record, world, run: 'qwrtzp', patienceMs: 600_000 });
      return { record, readBack: { events: [...order().events], mismatches: [] } };
    }),
  );
  return {
    run: 'qwrtzp',
    seconds: 1,
    records: plays.map(({ record }) => record),
    readBack: plays.map(({ readBack }) => readBack),
    lags: [10, 20, 30],
    statedLags: [500],
    requests: 1,
    repeats: new Map(),
  };
};

const ALL = lived(LIVES);

describe('the summary', () => {
  it('counts what a run of all lives came to', async () => {
    const summary = summarize(await ALL);
    expect(summary).toMatchObject({
      orders: LIVES.length,
      rules_walked: 35,
      facts_walked: 21,
      failures: [],
      mismatches: [],
    });
    expect(summary.by_status).toEqual({ CANCELLED: 5, CLOSED: 22, REJECTED: 1 });
    expect(summary.refused_illegal).toBeGreaterThan(5);
    expect(summary.claims_lost).toBe(1);
    expect(summary.claims_won).toBeGreaterThan(20);
    expect(summary.duplicates_answered).toBeGreaterThan(10);
    expect(summary.projection_lag_ms_p99).toBe(30);
    expect(summary.lead_times.customer.count).toBe(21);
    expect(summary.lead_times.customer.p95_ms).toBeGreaterThanOrEqual(summary.lead_times.customer.p50_ms as number);
    expect(isWell(summary)).toBe(true);
    expect(summaryText(summary)).toContain('All is well');
  });

  it('is not well when a rule was never walked although the run was long enough', async () => {
    const run = await ALL;
    const without = (what: string) => ({
      ...run,
      readBack: run.readBack.map((readBack) => ({
        ...readBack,
        events: readBack.events.some(({ type }) => type === what) ? [] : readBack.events,
      })),
    });
    const summary = summarize(without('ReturnDeclined'));
    expect(summary.rules_walked).toBe(34);
    expect(summary.failures).toEqual(['never walked: T26']);
    expect(isWell(summary)).toBe(false);
  });

  it('expects of a short run only what its lives are for', async () => {
    const summary = summarize(await lived(LIVES.slice(0, 3)));
    expect(summary.rules_walked).toBeLessThan(35);
    expect(isWell(summary)).toBe(true);
  });

  it('names an order that did not go its way, and every mismatch', async () => {
    const run = await lived(LIVES.slice(2, 3));
    const records = run.records.map((record): OrderRecord => ({ ...record, failure: 'waits for CLOSED: it did not' }));
    const mismatch = {
      order_id: 'o-1',
      life: 'plain',
      between: 'ledger and read side',
      what: 'paid',
      expected: '5',
      found: '7',
    } as const;
    const readBack = run.readBack.map((one) => ({ ...one, mismatches: [mismatch] }));
    const summary = summarize({ ...run, records, readBack });
    expect(isWell(summary)).toBe(false);
    const text = summaryText(summary);
    expect(text).toMatch(/✗ order 1 \(plain, [0-9a-f-]{36}\): waits for CLOSED: it did not/);
    expect(text).toMatch(/✗ o-1 \(plain\), ledger and read side: paid: expected 5, found 7/);
  });

  it.each([
    [[], 0.5, null],
    [[7], 0.99, 7],
    [[3, 1, 2, 4], 0.5, 2],
    [[3, 1, 2, 4], 0.95, 4],
  ])('takes of %j the percentile %d', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });
});

describe('the display', () => {
  afterEach(() => void jest.restoreAllMocks());
  const records = Array.from(
    { length: 40 },
    (_, i): OrderRecord => ({ ...openRecord(i + 1, 'plain'), step: 'x'.repeat(300) }),
  );
  const drawnOn = (terminal: { isTTY: boolean; columns?: number; rows?: number }): string => {
    const written: string[] = [];
    const write = (text: string) => void written.push(text);
    showProgress({ ...terminal, write }, () => ({ records, orders: 40, phase: 'playing' })).stop();
    return written.join('');
  };

  it('fits the window of the terminal', () => {
    const lines = drawnOn({ isTTY: true, columns: 60, rows: 6 }).replace('\u001b[J', '').trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(6);
    for (const line of lines) expect(line.length).toBeLessThan(60);
  });

  it('writes plain lines where there is no terminal', () => {
    jest.spyOn(performance, 'now').mockReturnValueOnce(10_000).mockReturnValue(17_000);
    expect(drawnOn({ isTTY: false })).toBe('playing: 0/40 orders, 0 accepted, 0 refused, 7 s\n');
  });
});
