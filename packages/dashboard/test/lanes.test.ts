import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { axisOf, positionAt } from '../src/order/lanes/axis.ts';
import { type LanesLayout, layoutOf } from '../src/order/lanes/layout.ts';
import { type Life, type LifeEvent, segmentsOf, type Visit } from '../src/order/lanes/segments.ts';
import { isStage, STAGES, type StageName } from '../src/order/lanes/stages.ts';

const START = Date.parse('2026-11-30T06:00:00.000Z');
const iso = (at: number): string => new Date(at).toISOString();
const dayOf = (at: number): string => iso(at).slice(0, 10);
const SECOND = 1_000;
const HOUR = 3_600_000;

type Step = 'hold' | 'resume' | 'error' | 'resolve' | 'fact' | 'restart' | StageName;

const SYSTEMS = ['store', 'CRM', 'MES', 'carrier', 'partner'];

/** A life as the API would tell it: visits of stages, and those of ON_HOLD and ERROR over them. */
const lifeOf = (steps: readonly (readonly [Step, number])[], after: number): Life => {
  const visits: (Visit & { left_at: string | null; left_version: number | null; next: string | null })[] = [];
  const events: LifeEvent[] = [];
  let at = START;
  const leave = (which: (visit: Visit) => boolean, next: string | null): void => {
    for (const visit of visits)
      if (visit.left_at === null && which(visit))
        Object.assign(visit, { left_at: iso(at), left_version: events.length + 1, next });
  };
  const enter = (status: string): void => {
    const version = events.length + 1;
    visits.push({
      status,
      entered_at: iso(at),
      left_at: null,
      next: null,
      entered_version: version,
      left_version: null,
      net_ms: 0,
    });
  };
  for (const [step, wait] of [['INITIATED', 0] as const, ...steps]) {
    at += wait;
    const frozen = visits.some(({ status, left_at }) => !isStage(status) && left_at === null);
    const ended = visits.some(
      ({ status, left_at }) => isStage(status) && STAGES[status].kind === 'end' && left_at === null,
    );
    if (ended) break;
    let type: string = step;
    if (step === 'hold' && !frozen) enter('ON_HOLD');
    else if (step === 'error' && !frozen) enter('ERROR');
    else if (step === 'resume') leave(({ status }) => status === 'ON_HOLD', null);
    else if (step === 'resolve') leave(({ status }) => status === 'ERROR', null);
    else if (step === 'restart') type = 'PriceCalculationRestarted';
    else if (isStage(step)) {
      leave(() => true, step);
      enter(step);
    }
    const system = SYSTEMS[(events.length + wait) % SYSTEMS.length] as string;
    events.push({
      event_version: events.length + 1,
      type,
      system,
      occurred_at: iso(at),
      data: step === 'hold' ? { reason: 'QUALITY' } : {},
    });
  }
  return { visits, events, now: at + after };
};

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(...(Object.keys(STAGES) as StageName[]).filter((name) => STAGES[name].kind !== 'end')),
  },
  { weight: 2, arbitrary: fc.constantFrom<Step>('hold', 'resume', 'error', 'resolve', 'fact', 'restart') },
  { weight: 1, arbitrary: fc.constantFrom<Step>('CLOSED', 'CANCELLED') },
);
const wait = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: SECOND }),
  fc.integer({ min: SECOND, max: 100 * HOUR }),
);
const life = fc
  .tuple(fc.array(fc.tuple(step, wait), { maxLength: 40 }), wait)
  .map(([steps, after]) => lifeOf(steps, after));
const width = fc.integer({ min: 200, max: 1_600 });
const laidOut = (check: (layout: LanesLayout, life: Life, width: number) => void) =>
  fc.assert(fc.property(life, width, (one, room) => check(layoutOf(one, room, dayOf), one, room)));

const EVEN = 1e-6;
const endOf = ({ x, width: wide }: { x: number; width: number }) => x + wide;

describe('the lanes of any life', () => {
  it('keep what lies on a lane in its order, and nothing over another', () => {
    laidOut(({ lanes }) => {
      for (const { bars } of lanes)
        for (const [index, bar] of bars.entries()) {
          const before = bars[index - 1];
          if (before === undefined) continue;
          expect(bar.x).toBeGreaterThanOrEqual(endOf(before) - EVEN);
          expect(bar.version).toBeGreaterThan(before.version);
        }
    });
  });

  it('stay within the axis, which is as wide as the page unless the life has too many changes for it', () => {
    laidOut(({ lanes, bands, gaps, ticks, width: whole, nowAt }, { visits }, room) => {
      if (visits.length < 5) expect(whole).toBeLessThanOrEqual(room + EVEN);
      for (const each of [...lanes.flatMap(({ bars }) => bars), ...bands, ...gaps]) {
        expect(each.x).toBeGreaterThanOrEqual(0);
        expect(each.width).toBeGreaterThan(0);
        expect(endOf(each)).toBeLessThanOrEqual(whole + EVEN);
      }
      for (const { x } of [...lanes.flatMap(({ dots }) => dots), ...ticks]) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(whole + EVEN);
      }
      if (nowAt !== null) expect(nowAt).toBeLessThanOrEqual(whole + EVEN);
    });
  });

  it('never lead time back: what happened later stands further to the right', () => {
    fc.assert(
      fc.property(life, width, (one, room) => {
        const { placed } = axisOf(segmentsOf(one), room);
        for (const [index, segment] of placed.entries()) {
          const before = placed[index - 1];
          if (before !== undefined) {
            expect(segment.x).toBeCloseTo(endOf(before), 6);
            expect(segment.from).toBe(before.to);
          }
          const half = (segment.from + segment.to) / 2;
          expect(positionAt(placed, segment.version, half)).toBeGreaterThanOrEqual(
            positionAt(placed, segment.version, segment.from),
          );
        }
        const positions = one.events.map(({ event_version, occurred_at }) =>
          positionAt(placed, event_version, Date.parse(occurred_at)),
        );
        expect(positions).toEqual([...positions].sort((a, b) => a - b));
      }),
    );
  });

  it('show every event once, and every stay in a stage', () => {
    laidOut(({ lanes }, { events, visits }) => {
      const shown = lanes.flatMap(({ dots }) => dots.flatMap(({ versions }) => versions));
      expect(shown.sort((a, b) => a - b)).toEqual(events.map(({ event_version }) => event_version));
      const begun = new Set(lanes.flatMap(({ bars }) => bars.map(({ version }) => version)));
      for (const { status, entered_version } of visits) if (isStage(status)) expect(begun).toContain(entered_version);
    });
  });

  it('put holds and errors across them, never two over each other', () => {
    laidOut(({ bands }, { visits }) => {
      const inOrder = [...bands].sort((one, other) => one.x - other.x);
      for (const [index, band] of inOrder.entries()) {
        const before = inOrder[index - 1];
        if (before !== undefined) expect(band.x).toBeGreaterThanOrEqual(endOf(before) - EVEN);
      }
      const stopped = visits.filter(({ status }) => !isStage(status)).length;
      expect(bands.length).toBeLessThanOrEqual(stopped * 2);
      expect(bands.length > 0).toBe(stopped > 0);
    });
  });

  it('keep the labels of the axis apart and in order', () => {
    laidOut(({ ticks }) => {
      expect(ticks[0]?.dated).toBe(true);
      for (const [index, tick] of ticks.entries()) {
        const before = ticks[index - 1];
        if (before === undefined) continue;
        expect(tick.x - before.x).toBeGreaterThanOrEqual(before.dated ? 92 : 56);
        expect(tick.at).toBeGreaterThanOrEqual(before.at);
        expect(tick.dated).toBe(dayOf(tick.at) !== dayOf(before.at));
      }
    });
  });
});

describe('waiting', () => {
  const paid = lifeOf(
    [
      ['FILE_UPLOADED', 20 * SECOND],
      ['SUBMITTED', 10 * SECOND],
      ['PRICE_CALCULATION_STARTED', 1 * SECOND],
      ['PRICE_CALCULATED', 600 * SECOND],
      ['WAITING_PAYMENT', 30 * SECOND],
      ['MANUFACTURING_APPROVED', 50 * HOUR],
      ['MANUFACTURING_STARTED', 60 * SECOND],
    ],
    2 * HOUR,
  );

  it('is squeezed to room for its name, and the work keeps its proportion', () => {
    const { gaps, lanes } = layoutOf(paid, 900, dayOf);
    const payment = gaps.find(({ stage }) => stage === 'WAITING_PAYMENT');
    expect(payment).toMatchObject({ squeezed: true, named: 'whole', to: expect.any(Number) });
    expect(payment?.width).toBeLessThan(140);
    const work = lanes.flatMap(({ bars }) => bars).filter(({ kind }) => kind === 'work');
    const [price, making] = work.map(({ width: wide }) => wide - 22) as [number, number];
    expect(making / price).toBeCloseTo((2 * HOUR) / (600 * SECOND), 1);
  });

  it('names the longest gaps first where there is no room for all', () => {
    const named = layoutOf(paid, 420, dayOf).gaps.filter(({ named: how }) => how !== 'no');
    expect(named.map(({ stage }) => stage)).toContain('WAITING_PAYMENT');
    expect(named.length).toBeLessThan(5);
  });

  it('ends in what goes on now, which grows as time passes', () => {
    const soon = layoutOf(paid, 900, dayOf);
    const later = layoutOf({ ...paid, now: paid.now + 8 * HOUR }, 900, dayOf);
    const open = ({ lanes }: LanesLayout) => lanes.flatMap(({ bars }) => bars).filter((bar) => bar.open);
    expect(open(soon)).toMatchObject([{ stage: 'MANUFACTURING_STARTED' }]);
    expect(open(later)[0]?.width).toBeGreaterThan(open(soon)[0]?.width ?? 0);
    expect(soon.nowAt).toBeCloseTo(soon.width, 6);
    const over = lifeOf([['CANCELLED', SECOND]], HOUR);
    expect(layoutOf(over, 900, dayOf).nowAt).toBeNull();
  });

  it('is not told of while the order is on hold: the hold is, with its reason', () => {
    const held = layoutOf(
      lifeOf(
        [
          ['WAITING_PAYMENT', SECOND],
          ['hold', HOUR],
        ],
        HOUR,
      ),
      900,
      dayOf,
    );
    expect(held.bands).toMatchObject([{ kind: 'hold', reason: 'QUALITY', open: true }]);
    expect(held.gaps.every(({ to }) => to <= START + SECOND + HOUR)).toBe(true);
  });
});

it('shows a calculation that was begun again as two attempts, the first of them lost', () => {
  const one = lifeOf(
    [
      ['SUBMITTED', SECOND],
      ['PRICE_CALCULATION_STARTED', SECOND],
      ['restart', HOUR],
    ],
    HOUR,
  );
  const bars = layoutOf(one, 900, dayOf).lanes.flatMap((lane) => lane.bars);
  expect(bars.filter(({ stage }) => stage === 'PRICE_CALCULATION_STARTED')).toMatchObject([
    { attempt: 1, lost: true },
    { attempt: 2, lost: false, open: true },
  ]);
});
