import { describe, expect, it } from '@jest/globals';
import { DISTRIBUTION_PERCENTILES, distributionOf, niceBetween } from '../src/analysis/distribution.ts';
import { courseOf, type Statistics, usualGrouping } from '../src/analysis/groupings.ts';
import { daysOf, rangeOf, readPeriod } from '../src/analysis/period.ts';
import { durationsAsked, groupingOf, readDurationsSearch } from '../src/durations/durations-search.ts';
import { stepsOf } from '../src/durations/steps.ts';
import { leadTimesAsked, readLeadTimesSearch } from '../src/lead-times/lead-times-search.ts';

const ZONE = 'Europe/Moscow';
const NOW = Date.parse('2026-11-30T08:25:40.000Z');
const said = (period: object): object => JSON.parse(JSON.stringify(period));

describe('the time that an analysis looks at', () => {
  it('goes back from now on the hour, so that it is the same question for an hour', () => {
    expect(rangeOf({ last: '7d' }, NOW, ZONE)).toEqual({ since: '2026-11-23T08:00:00.000Z' });
    expect(rangeOf({}, NOW, ZONE)).toEqual({ since: '2026-10-31T08:00:00.000Z' });
    expect(rangeOf({ last: 'all' }, NOW, ZONE)).toEqual({});
  });

  it('takes days of the plant, the last one whole', () => {
    expect(rangeOf({ since: '2026-11-01', until: '2026-11-30' }, NOW, ZONE)).toEqual({
      since: '2026-10-31T21:00:00.000Z',
      until: '2026-11-30T21:00:00.000Z',
    });
    expect(daysOf({ since: '2026-11-01', until: '2026-11-30' }, NOW, ZONE)).toBe(30);
    expect(daysOf({ last: 'all' }, NOW, ZONE)).toBe(Number.POSITIVE_INFINITY);
  });

  it('begins a day whose midnight the clocks skip with its first hour', () => {
    expect(rangeOf({ since: '2018-11-04', until: '2018-11-04' }, NOW, 'America/Sao_Paulo').since).toBe(
      '2018-11-04T03:00:00.000Z',
    );
  });

  it('is read from any address: days win over a span, turned ones are turned back, nonsense is left out', () => {
    expect(said(readPeriod({ last: '30d' }))).toEqual({});
    expect(said(readPeriod({ last: '7d' }))).toEqual({ last: '7d' });
    expect(said(readPeriod({ last: '7d', since: '2026-11-01' }))).toEqual({ since: '2026-11-01' });
    expect(said(readPeriod({ since: '2026-11-05', until: '2026-11-01' }))).toEqual({
      since: '2026-11-01',
      until: '2026-11-05',
    });
    expect(said(readPeriod({ last: '8d', since: '2026-13-45', until: 5 }))).toEqual({});
  });
});

describe('the address of the durations [C8]', () => {
  it('names any pair of statuses and what of the time counts', () => {
    const search = readDurationsSearch({
      ...{ from: 'PACKAGING_STARTED', to: 'DELIVERED', to_pick: 'last', measure: 'wall', last: 'all', by: 'material' },
    });
    expect(durationsAsked(search, NOW, ZONE)).toEqual({
      ...{ from: 'PACKAGING_STARTED', to: 'DELIVERED', from_pick: 'first', to_pick: 'last', measure: 'wall' },
    });
    expect(groupingOf(search, NOW, ZONE)).toBe('material');
  });

  it('says only what is not usual, and asks for nothing before both statuses are there', () => {
    expect(readDurationsSearch({ from: 'X', measure: 'net', from_pick: 'first', by: 'colour' })).toEqual({});
    expect(durationsAsked(readDurationsSearch({ from: 'SUBMITTED' }), NOW, ZONE)).toBeUndefined();
  });

  it('shows the course in as many points as can be read', () => {
    expect([7, 30, 90, 365, Number.POSITIVE_INFINITY].map(usualGrouping)).toEqual([
      ...['day', 'day', 'week', 'month', 'month'],
    ]);
  });

  it('of lead times holds the name of one that the API has', () => {
    expect(readLeadTimesSearch({ name: 'pricing', by: 'week', last: '90d' })).toEqual({
      ...{ name: 'pricing', by: 'week', last: '90d' },
    });
    expect(readLeadTimesSearch({ name: '<b>' })).toEqual({});
    expect(leadTimesAsked({ last: 'all' }, NOW, ZONE)).toEqual({ percentiles: '50,95,99' });
  });
});

const group = (name: string | null, orders = 3): Statistics => ({
  ...{ group: name, orders, mean_ms: 20_000, min_ms: 0, max_ms: 90_000 },
  percentiles_ms: { p50: 10_000, p95: 80_000, p99: 90_000 },
});

describe('a course over time', () => {
  it('has the days without any order too, so that no line runs over them', () => {
    const { at, groups } = courseOf([group('2026-11-01'), group('2026-11-04'), group(null)], 'day');
    expect(at.map((one) => new Date(one).toISOString().slice(0, 10))).toEqual([
      ...['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04'],
    ]);
    expect(groups.map((one) => one?.group)).toEqual(['2026-11-01', undefined, undefined, '2026-11-04']);
  });

  it('goes by months of any length', () => {
    const { at } = courseOf([group('2026-01-01'), group('2026-04-01')], 'month');
    expect(at).toHaveLength(4);
    expect(courseOf([], 'month')).toEqual({ at: [], groups: [] });
  });
});

describe('a distribution', () => {
  it('goes from the fastest to the slowest, and has no time of nothing, which a logarithm lacks', () => {
    const points = distributionOf(group(null));
    expect(points).toEqual([
      { ms: 1, share: 0 },
      { ms: 10_000, share: 0.5 },
      { ms: 80_000, share: 0.95 },
      { ms: 90_000, share: 0.99 },
      { ms: 90_000, share: 1 },
    ]);
  });

  it('asks for no more percentiles than the API gives at once', () => {
    expect(DISTRIBUTION_PERCENTILES.length).toBeLessThanOrEqual(10);
  });

  it('is marked at lengths of time that people think in', () => {
    expect(niceBetween(10_000, 3_600_000)).toEqual([15_000, 60_000, 300_000, 900_000, 3_600_000]);
  });
});

describe('the steps', () => {
  it('stand in the order of a life, without the creation and without what only interrupts', () => {
    const edge = { count: 1, rate: 1, mean_dwell_ms: 5, median_dwell_ms: 5 };
    const steps = stepsOf([
      { from: 'PACKAGING_STARTED', to: 'PACKAGING_COMPLETED', ...edge },
      { from: 'NONE', to: 'INITIATED', ...edge, mean_dwell_ms: null, median_dwell_ms: null },
      { from: 'SUBMITTED', to: 'ON_HOLD', ...edge, median_dwell_ms: null },
      { from: 'INITIATED', to: 'FILE_UPLOADED', ...edge },
    ]);
    expect(steps.map(({ from }) => from)).toEqual(['INITIATED', 'PACKAGING_STARTED']);
  });
});
