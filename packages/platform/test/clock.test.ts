import { beforeEach, describe, expect, it } from '@jest/globals';
import { type ClockReading, createClock } from '../src/clock.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 0, 1);

/** The time as it truly is, and by how much each clock is ahead of it. */
let passed = 0;
let ahead: { own: number; postgres: number; 'event-store': number };
let clock: ReturnType<typeof createClock>;

const truly = () => START + passed;
const begin = (wrong: Partial<typeof ahead> = {}) => {
  passed = 0;
  ahead = { own: 0, postgres: 0, 'event-store': 0, ...wrong };
  clock = createClock({ wall: () => truly() + ahead.own, monotonic: () => 5_000 + passed });
};
/** @param roundTripMs half of it before the other clock is read; the event store shows whole seconds */
const look = (names: readonly ('postgres' | 'event-store')[] = ['postgres', 'event-store'], roundTripMs = 10) => {
  const readings = names.map((name): ClockReading => {
    const shown = truly() + roundTripMs / 2 + ahead[name];
    const asked = 5_000 + passed;
    const seconds = Math.floor(shown / 1_000) * 1_000;
    const range = name === 'postgres' ? { from: shown, to: shown } : { from: seconds, to: seconds + 1_000 };
    return { name, asked, answered: asked + roundTripMs, ...range };
  });
  passed += roundTripMs;
  clock.take(readings);
};
const error = () => Math.abs(clock.now() - truly());
/** What clocks show that agree may differ by that. */
const LITTLE = 2_100;

beforeEach(() => begin());

describe('the time of a process', () => {
  it("is this machine's clock while that goes evenly, whatever the others say", () => {
    look();
    for (const other of [HOUR, -HOUR]) {
      ahead.postgres = other;
      ahead['event-store'] = other;
      look();
      expect([clock.now(), clock.latest(), clock.correction()]).toEqual([truly(), truly(), 0]);
      expect(clock.ahead('postgres')).toBe(other + Math.sign(other) * -5);
    }
  });

  it.each([HOUR, -HOUR, 40 * 365 * DAY])('goes on as it was when this clock alone is set by %d ms', (step) => {
    look();
    ahead.own = step;
    // At once, and not at the next look.
    expect(error()).toBeLessThan(LITTLE);
    expect(clock.correction()).toBe(-step);
    // Nobody has looked yet whether the machine slept.
    expect(clock.latest()).toBe(Math.max(truly(), truly() + step));
    passed += HOUR;
    look();
    expect(error()).toBeLessThan(LITTLE);
    expect(clock.latest()).toBe(clock.now());
    ahead.own = 0;
    look();
    expect([clock.now(), clock.correction()]).toEqual([truly(), 0]);
  });

  it.each([HOUR, -HOUR])('is that of the others from the first look on, where this clock is %d ms ahead', (step) => {
    begin({ own: step });
    look();
    expect(error()).toBeLessThan(LITTLE);
    // An hour too far ahead it takes nothing of the future for the present.
    expect(clock.latest() - truly()).toBeLessThan(LITTLE);
    ahead.own = 0;
    expect(error()).toBeLessThan(LITTLE);
    look();
    expect([clock.now(), clock.correction()]).toEqual([truly(), 0]);
  });

  it.each(['postgres', 'event-store'] as const)('does not follow the one clock that is wrong: %s', (wrong) => {
    for (const step of [HOUR, -HOUR]) {
      begin({ [wrong]: step });
      look();
      expect([clock.now(), clock.latest()]).toEqual([truly(), truly()]);
      expect(Math.abs(clock.ahead(wrong) - step)).toBeLessThan(LITTLE);
    }
  });

  it.each([40, -40])('leaves a clock that drifts away from all others by %d ms a look', (drift) => {
    look();
    for (let looks = 0; looks < 500; looks += 1) {
      ahead.own += drift;
      passed += 5_000;
      look();
      expect(error()).toBeLessThan(LITTLE + 1_000);
    }
    expect(Math.abs(ahead.own)).toBe(20_000);
    expect(clock.held()).toBe(0);
  });

  it('stays as it was where one other clock says something else, and takes nothing for the future that may be now', () => {
    begin({ own: -HOUR });
    look(['postgres']);
    expect(clock.now()).toBe(truly() - HOUR);
    expect(truly() - clock.latest()).toBeLessThan(LITTLE);
    // From the third on there is a majority.
    look();
    expect(error()).toBeLessThan(LITTLE);
  });

  it('follows all clocks forwards, and backwards leaves both possible for a day', () => {
    look();
    ahead = { own: HOUR, postgres: HOUR, 'event-store': HOUR };
    look();
    expect(clock.now()).toBe(truly() + HOUR);
    expect(clock.held()).toBe(0);

    begin();
    look();
    ahead = { own: -HOUR, postgres: -HOUR, 'event-store': -HOUR };
    look();
    expect(clock.now()).toBe(truly() - HOUR);
    expect(Math.abs(clock.latest() - truly())).toBeLessThan(LITTLE);
    expect(clock.held()).toBeGreaterThan(HOUR - LITTLE);
    passed += DAY;
    look();
    expect([clock.held(), clock.latest()]).toEqual([0, truly() - HOUR]);
  });

  it('takes what the way of the question took for no difference', () => {
    ahead.postgres = 900;
    look(['postgres'], 2_000);
    expect(clock.ahead('postgres')).toBe(0);
    ahead.postgres = HOUR;
    look(['postgres'], 2_000);
    expect(clock.ahead('postgres')).toBe(HOUR - 1_000);
  });

  it('tells when another clock showed a time', () => {
    for (const wrong of ['own', 'event-store', 'postgres'] as const) {
      begin({ [wrong]: -HOUR });
      look();
      for (const name of ['event-store', 'postgres'] as const)
        expect(Math.abs(clock.when(name, truly() + ahead[name]) - truly())).toBeLessThan(LITTLE);
    }
  });

  it('knows nothing of a clock that was not read at the last look', () => {
    ahead.postgres = HOUR;
    look();
    look(['event-store']);
    expect([clock.ahead('postgres'), clock.names()]).toEqual([0, ['event-store']]);
  });
});
