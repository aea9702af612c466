import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byCentreAndDay, makes, type Plan, plan, type Reserved, type WorkCentre } from '../src/planner.ts';
import { type Calendar, dayOf, openingOn } from '../src/working-time.ts';

const WEEKDAYS: Calendar = Object.fromEntries(
  ['1', '2', '3', '4', '5'].map((day) => [day, { opens: '08:00', closes: '20:00' }]),
);
const centre = (changes: Partial<WorkCentre> = {}): WorkCentre => ({
  work_centre: 'fdm-1',
  version: 1,
  materials: ['PLA', 'PETG'],
  processes: ['FDM'],
  capacity_seconds: 43_200,
  time_zone: 'UTC',
  calendar: WEEKDAYS,
  ...changes,
});
/** A Monday, before opening. */
const MONDAY = Date.parse('2026-03-02T06:00:00Z');
const reservedBy = ({ work_centre, slots }: Plan): Reserved[] => slots.map((slot) => ({ work_centre, ...slot }));

describe('a plan', () => {
  it('begins when the centre opens and takes as long as its machines need', () => {
    expect(plan(3_600, [centre()], [], MONDAY)).toEqual({
      work_centre: 'fdm-1',
      version: 1,
      start_at: '2026-03-02T08:00:00.000Z',
      finish_at: '2026-03-02T09:00:00.000Z',
      slots: [{ day: '2026-03-02', from_s: 0, to_s: 3_600 }],
    });
  });

  it('spreads the pieces over all machines of the centre', () => {
    const four = centre({ capacity_seconds: 4 * 43_200 });
    expect(plan(3_600, [four], [], MONDAY)?.finish_at).toBe('2026-03-02T08:15:00.000Z');
  });

  it('goes on the next working day, over the weekend', () => {
    const friday = Date.parse('2026-03-06T19:00:00Z');
    const planned = plan(7_200, [centre()], [], friday);
    expect([planned?.start_at, planned?.finish_at]).toEqual(['2026-03-06T19:00:00.000Z', '2026-03-09T09:00:00.000Z']);
    expect(planned?.slots.map(({ day }) => day)).toEqual(['2026-03-06', '2026-03-09']);
  });

  it('uses the gap that a cancelled order has left', () => {
    const taken = [
      { work_centre: 'fdm-1', day: '2026-03-02', from_s: 0, to_s: 1_000 },
      { work_centre: 'fdm-1', day: '2026-03-02', from_s: 4_600, to_s: 43_200 },
    ];
    expect(plan(3_600, [centre()], taken, MONDAY)?.slots).toEqual([{ day: '2026-03-02', from_s: 1_000, to_s: 4_600 }]);
  });

  it('is in the centre that finishes first', () => {
    const busy = [{ work_centre: 'fdm-1', day: '2026-03-02', from_s: 0, to_s: 3_600 }];
    expect(plan(60, [centre(), centre({ work_centre: 'fdm-2' })], busy, MONDAY)?.work_centre).toBe('fdm-2');
  });

  it("follows the centre's own clock through its change", () => {
    const berlin = centre({ time_zone: 'Europe/Berlin' });
    const starts = ['2026-03-27', '2026-03-30'].map(
      (day) => plan(60, [berlin], [], Date.parse(`${day}T00:00:00Z`))?.start_at,
    );
    expect(starts).toEqual(['2026-03-27T07:00:00.000Z', '2026-03-30T06:00:00.000Z']);
  });

  it('is none where no centre works or the time never suffices', () => {
    expect(plan(60, [], [], MONDAY)).toBeNull();
    expect(plan(60, [centre({ calendar: {} })], [], MONDAY)).toBeNull();
    expect(plan(1e9, [centre()], [], MONDAY)).toBeNull();
  });

  it('takes no machine time for an order that needs none', () => {
    const planned = plan(0, [centre()], [], MONDAY);
    expect(planned).toMatchObject({ slots: [], start_at: planned?.finish_at });
  });
});

it('knows which centre makes what', () => {
  expect(makes(centre(), 'PETG', 'FDM')).toBe(true);
  expect(makes(centre(), 'PETG', 'SLS')).toBe(false);
  expect(makes(centre(), 'PA12', 'FDM')).toBe(false);
});

/** Each plans a dozen orders, some of them over hundreds of days. */
const RUNS = { numRuns: 50 };

const clock = fc
  .tuple(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 24 }))
  .filter(([opens, closes]) => opens < closes)
  .map(([opens, closes]) => ({
    opens: `${String(opens).padStart(2, '0')}:00`,
    closes: `${String(closes).padStart(2, '0')}:00`,
  }));
const someCentres = fc
  .array(
    fc.record({
      capacity_seconds: fc.integer({ min: 3_000, max: 400_000 }),
      time_zone: fc.constantFrom('UTC', 'Europe/Moscow', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'),
      calendar: fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), clock, { minKeys: 1 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) => all.map((one, index) => centre({ work_centre: `centre-${index}`, ...one })));
const orders = fc.array(fc.integer({ min: 0, max: 200_000 }), { minLength: 1, maxLength: 12 });
const moment = fc.integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2027-01-01T00:00:00Z') });

/** One order after the other, each with what those before have taken; every third is cancelled again. */
const planAll = (centres: readonly WorkCentre[], seconds: readonly number[], now: number) => {
  let reserved: Reserved[] = [];
  const plans: { needs: number; planned: Plan; reserved: Reserved[] }[] = [];
  for (const [index, needs] of seconds.entries()) {
    const planned = plan(needs, centres, reserved, now + index * 600_000);
    if (planned === null) continue;
    plans.push({ needs, planned, reserved });
    if (index % 3 !== 2) reserved = [...reserved, ...reservedBy(planned)];
  }
  return { plans, reserved };
};
const named = (centres: readonly WorkCentre[], name: string): WorkCentre =>
  centres.find(({ work_centre }) => work_centre === name) as WorkCentre;

describe('whatever comes', () => {
  it("never gives more than a day's capacity, nor the same time twice", () => {
    fc.assert(
      fc.property(someCentres, orders, moment, (centres, seconds, now) => {
        const { reserved } = planAll(centres, seconds, now);
        for (const [key, slots] of byCentreAndDay(reserved)) {
          const { capacity_seconds } = named(centres, key.split(' ')[0] ?? '');
          const inOrder = slots.sort((a, b) => a.from_s - b.from_s);
          for (const [index, { from_s, to_s }] of inOrder.entries()) {
            expect(from_s).toBeLessThan(to_s);
            expect(to_s).toBeLessThanOrEqual(capacity_seconds);
            expect(from_s).toBeGreaterThanOrEqual(inOrder[index - 1]?.to_s ?? 0);
          }
        }
      }),
      RUNS,
    );
  });

  it('gives each order all that it needs, in opening hours, not before now', () => {
    fc.assert(
      fc.property(someCentres, orders, moment, (centres, seconds, now) => {
        for (const { needs, planned } of planAll(centres, seconds, now).plans) {
          expect(planned.slots.reduce((sum, { from_s, to_s }) => sum + to_s - from_s, 0)).toBe(needs);
          const { calendar, time_zone } = named(centres, planned.work_centre);
          const [start, finish] = [Date.parse(planned.start_at), Date.parse(planned.finish_at)];
          expect(start).toBeGreaterThanOrEqual(now);
          expect(finish).toBeGreaterThanOrEqual(start);
          for (const { day } of planned.slots) expect(openingOn(day, calendar, time_zone)).not.toBeNull();
          for (const [at, edge] of [
            [start, start],
            [finish, finish - 1],
          ] as const) {
            const opening = openingOn(dayOf(needs === 0 ? start : edge, time_zone), calendar, time_zone);
            expect(at).toBeGreaterThanOrEqual(opening?.opens ?? Number.NaN);
            expect(at).toBeLessThanOrEqual(opening?.closes ?? Number.NaN);
          }
        }
      }),
      RUNS,
    );
  });

  it('finishes no later than any single centre could, and says the same when asked again in another order', () => {
    fc.assert(
      fc.property(someCentres, orders, moment, (centres, seconds, now) => {
        const { reserved } = planAll(centres, seconds, now);
        const chosen = plan(5_000, centres, reserved, now);
        for (const one of centres) {
          const alone = plan(5_000, [one], reserved, now);
          if (alone === null) continue;
          expect(Date.parse(chosen?.finish_at ?? '')).toBeLessThanOrEqual(Date.parse(alone.finish_at));
        }
        expect(plan(5_000, [...centres].reverse(), [...reserved].reverse(), now)).toEqual(chosen);
      }),
      RUNS,
    );
  });
});
