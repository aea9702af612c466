import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Burn, FOLDER, type Objective, readObjectives, secondsOf } from '@order-ledger/observability/slo';
import { sampleOf } from '@order-ledger/testing/sample-of-the-day';
import type { Case } from './support/alert-cases.ts';
import { failuresOf } from './support/promtool-file.ts';

const all = readObjectives();

/** So many minutes with so many events each, of which this share is bad. */
interface Phase {
  minutes: number;
  events: number;
  share: number;
}

const metricOf = (selector: string, labels: Readonly<Record<string, string>>): string => {
  const [name = '', inside = ''] = selector.replace('}', '').split('{');
  const given = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return `${name}{${[...inside.split(',').filter(Boolean), ...given].join(',')}}`;
};

/** Counters that tell of these phases. */
const seriesOf = ({ good, bad, all: total, lanes }: Objective, phases: readonly Phase[]): Record<string, string> => {
  const lane = Object.entries(lanes ?? {})[0];
  const counter = (each: (phase: Phase) => number): string => {
    let count = 0;
    return phases
      .map((phase) => {
        const begin = count;
        count += each(phase) * phase.minutes;
        return `${begin}+${each(phase)}x${phase.minutes - 1}`;
      })
      .join(' ');
  };
  const ofLane = lane === undefined ? {} : { lane: lane[0] };
  const marked = metricOf(good ?? bad ?? '', lane === undefined ? {} : { ...ofLane, le: String(lane[1]) });
  return {
    [metricOf(total, ofLane)]: counter(({ events }) => events),
    [marked]: counter(({ events, share }) => events * (good === undefined ? share : 1 - share)),
  };
};

const minutes = (window: string): number => secondsOf(window) / 60;
const BUSY = 1_000;
/** Minutes between two evaluations, for the sake of the test: over days every half hour tells the same. */
const EVERY: Readonly<Record<string, number>> = { '6h': 5, '3d': 30 };

const casesOf = (objective: Objective, { rate, long, short, severity }: Burn): Case[] => {
  const allowance = 1 - objective.percent / 100;
  const labels = { slo: objective.name, window: long, severity };
  const one = (fires: boolean, when: string, phases: Phase[], at: number): Case => ({
    ...{ alert: objective.alert, labels, fires, at },
    when: `${when}, ${long} and ${short}`,
    series: seriesOf(objective, phases),
  });
  const whole = minutes(long);
  const above = Math.min(rate * 1.1 * allowance, 1);
  return [
    one(true, 'a little above the rate', [{ minutes: whole + 10, events: BUSY, share: above }], whole + 9),
    one(
      false,
      'a little below the rate',
      [{ minutes: whole + 10, events: BUSY, share: rate * 0.9 * allowance }],
      whole + 9,
    ),
    one(
      false,
      'over since the short window',
      [
        { minutes: whole, events: BUSY, share: above },
        { minutes: minutes(short) + 10, events: BUSY, share: 0 },
      ],
      whole + minutes(short) + 9,
    ),
    one(
      false,
      'begun just now',
      [
        { minutes: whole, events: BUSY, share: 0 },
        { minutes: Math.ceil(minutes(short) / 3), events: BUSY, share: above },
      ],
      whole + Math.ceil(minutes(short) / 3) - 1,
    ),
    one(false, 'nothing at all happens', [{ minutes: whole + 10, events: 0, share: 0 }], whole + 9),
    one(
      false,
      'all bad, and too few to say',
      [{ minutes: whole + 10, events: (objective.floor * 0.8) / whole, share: 1 }],
      whole + 9,
    ),
  ];
};

describe('the burn rates of the objectives [Q1]', () => {
  const rows = all.burn.flatMap((burn) =>
    all.objectives.map((objective) => ({ ...burn, objective, named: `${objective.name} at ${burn.rate}` })),
  );

  // Three days are asked of each: of all of them promtool needs 18 s of processor time.
  it.each(sampleOf(rows, 3))(
    '$named fire in their two windows together, and in no other situation',
    ({ objective, ...burn }) => {
      const every = EVERY[burn.long] ?? 1;
      // Where alerts are looked at they must have been evaluated.
      const cases = casesOf(objective, burn).map((one) => ({ ...one, at: Math.floor((one.at ?? 0) / every) * every }));
      expect(failuresOf(cases, every)).toBe('');
    },
  );

  it('need a file that says good or bad of each, and windows that are durations', () => {
    const text = readFileSync(join(FOLDER, 'slo.yaml'), 'utf8');
    const changed =
      (from: RegExp, to: string): (() => unknown) =>
      () => {
        expect(text).toMatch(from);
        return readObjectives(text.replace(from, to));
      };
    expect(changed(/good: .*/, '')).toThrow(/good or bad/);
    expect(changed(/long: 3d/, 'long: three days')).toThrow(/duration/);
    expect(changed(/percent: 99\.9/, 'percent: 100')).toThrow(/100/);
    expect(changed(/ {2}customer: .*/, '')).toThrow(/customer/);
    expect(changed(/floor: 20$/m, 'flor: 20')).toThrow(/flor/);
  });
});
