import { describe, expect, it } from '@jest/globals';
import { COMMAND_BODIES, COMMAND_NAMES, type CommandName, REQUEST_BODIES } from '@order-ledger/domain/bodies';
import { EVENTS } from '@order-ledger/domain/events';
import { EARLIEST_TIME, isOfCalendar, LATEST_TIME, plusSeconds } from '@order-ledger/domain/time';
import { incomingTime, timestamp } from '@order-ledger/domain/values';
import { journeyTo } from '@order-ledger/testing/orders/journeys';
import { RIGHTFUL } from '@order-ledger/testing/orders/rightful';

const RANGE = 'must lie between 1970-01-01T00:00:00.000Z and 9999-12-31T23:59:59.999Z, both in UTC';
const FORM = 'must be an RFC 3339 time, such as 2026-12-01T09:30:00Z';

/** What a time from outside becomes, or what is said of it. */
const made = (text: string): string | undefined => {
  const { success, data, error } = incomingTime.safeParse(text);
  return success ? data : error.issues.map(({ message }) => message).join('; ');
};

describe('a time from outside', () => {
  it.each([
    ['2026-12-01T09:30:00Z', '2026-12-01T09:30:00.000Z'],
    ['2026-12-01t09:30:00z', '2026-12-01T09:30:00.000Z'],
    ['2026-12-01T09:30Z', '2026-12-01T09:30:00.000Z'],
    ['2026-12-01T12:30:00+03:00', '2026-12-01T09:30:00.000Z'],
    ['2026-12-01T09:30:00+14:00', '2026-11-30T19:30:00.000Z'],
    ['2026-12-01T09:30:00-12:00', '2026-12-01T21:30:00.000Z'],
    ['2026-12-01T09:30:00-00:00', '2026-12-01T09:30:00.000Z'],
    ['2026-12-01T09:30:00.5Z', '2026-12-01T09:30:00.500Z'],
    ['2026-12-01T09:30:00.123456789Z', '2026-12-01T09:30:00.123Z'],
    [`2026-12-01T09:30:00.${'9'.repeat(400)}Z`, '2026-12-01T09:30:00.999Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    [EARLIEST_TIME, EARLIEST_TIME],
    ['1969-12-31T23:59:00-00:01', EARLIEST_TIME],
    ['1970-01-01T03:00:00+03:00', EARLIEST_TIME],
    [LATEST_TIME, LATEST_TIME],
    ['9999-12-31T23:59:59.999999999Z', LATEST_TIME],
    ['9999-12-31T20:59:59.999-03:00', LATEST_TIME],
  ])('%s is stored as %s', (text, stored) => {
    expect(made(text)).toBe(stored);
  });

  it.each([
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.999Z'],
    ['2015-06-30T23:59:60.25Z', '2015-06-30T23:59:59.999Z'],
    ['2017-01-01T02:59:60+03:00', '2016-12-31T23:59:59.999Z'],
  ])('%s, a leap second, is the last millisecond before it', (text, stored) => {
    expect(made(text)).toBe(stored);
  });

  it.each([
    '0001-01-01T00:00:00Z',
    '0001-01-01T00:00:00+03:00',
    '0000-01-01T00:00:00Z',
    '1969-12-31T23:59:59.999Z',
    '1970-01-01T00:00:00+00:01',
    '1900-01-01T00:00:00Z',
    '9999-12-31T23:59:59-00:01',
    '9999-12-31T23:59:59.999-14:00',
  ])('%s is refused with the range', (text) => {
    expect(made(text)).toBe(RANGE);
  });

  it.each([
    '2026-12-01',
    'now',
    '',
    '1764581400',
    '2026-12-01T09:30:00',
    '2026-12-01 09:30:00Z',
    ' 2026-12-01T09:30:00Z',
    '2026-12-01T09:30:00Z\n',
    '2026-12-01T24:00:00Z',
    '2026-12-01T09:60:00Z',
    '2026-12-01T09:30:60Z',
    '2026-12-30T23:59:60Z',
    '2026-12-31T23:59:61Z',
    '2026-12-31T23:59:60+03:00',
    '2026-12-01T09:30:00,5Z',
    '2026-12-01T09:30:00.Z',
    '2026-12-01T09:30:00+0300',
    '2026-12-01T09:30:00+24:00',
    '2026-02-29T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '0000-00-00T00:00:00Z',
    '10000-01-01T00:00:00Z',
    '+010000-01-01T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    '٢٠٢٦-12-01T09:30:00Z',
  ])('%j is no time', (text) => {
    expect(made(text)).toBe(FORM);
  });
});

const OUTSIDE = ['0000-12-31T21:00:00.000Z', '1969-12-31T23:59:59.999Z'];

/** Every field of the bodies that holds a time: what holds a time takes one, and not one of an unknown zone. */
const timesOf = (name: CommandName): string[] => {
  const body = RIGHTFUL[name](journeyTo('MANUFACTURING_STARTED').state).body;
  return Object.keys(COMMAND_BODIES[name].shape).filter((field) => {
    const told = (value: string) =>
      COMMAND_BODIES[name].safeParse({ ...body, [field]: value }).error?.issues.some(({ path }) => path[0] === field);
    return told(EARLIEST_TIME) !== true && told(EARLIEST_TIME.replace('Z', 'Q')) === true;
  });
};

describe('every time of a body', () => {
  it.each(COMMAND_NAMES.flatMap((name) => timesOf(name).map((field) => [name, field] as const)))(
    '%s %s lies in the range, from callers and from processes of ours',
    (name, field) => {
      for (const value of OUTSIDE) {
        for (const schema of [REQUEST_BODIES[name], COMMAND_BODIES[name]]) {
          const told = schema.safeParse({ [field]: value }).error?.issues.filter(({ path }) => path[0] === field);
          expect(told?.map(({ message }) => message)).toEqual([RANGE]);
        }
      }
    },
  );

  it('is looked at: due dates and plans', () => {
    expect(COMMAND_NAMES.filter((name) => timesOf(name).length > 0)).toEqual([
      'InitiateOrder',
      'PlanProduction',
      'ChangeDueDate',
    ]);
  });
});

describe('what is in the ledger already', () => {
  it('stays readable whatever its times and counts are', () => {
    for (const time of OUTSIDE) {
      expect(timestamp.safeParse(time).success).toBe(true);
      const due = { due_at: time, reason: 'DELAY' };
      expect(EVENTS.DueDateChanged.data.safeParse(due).success).toBe(true);
    }
    expect(EVENTS.CorrectionRecorded.data.safeParse({ corrects_event_version: 2 ** 40, reason: 'OTHER' }).success).toBe(
      true,
    );
    expect(timestamp.safeParse('2026-02-30T00:00:00.000Z').success).toBe(false);
    expect(timestamp.safeParse('2026-12-01T09:30:00Z').success).toBe(false);
  });
});

it('a stored time is of the calendar where a Date gives it back as it is', () => {
  const two = (n: number): string => String(n).padStart(2, '0');
  const isGivenBack = (time: string): boolean => {
    const ms = Date.parse(time);
    return !Number.isNaN(ms) && new Date(ms).toISOString() === time;
  };
  const times: string[] = [];
  for (const year of ['0000', '1900', '2000', '2023', '2024', '2100', '9999'])
    for (let month = 0; month < 14; month += 1)
      for (let day = 0; day < 34; day += 1) times.push(`${year}-${two(month)}-${two(day)}T23:59:59.999Z`);
  for (const at of ['24:00:00', '23:60:00', '23:59:60', '00:00:00', '99:99:99']) times.push(`2024-02-29T${at}.000Z`);
  expect(times.filter((time) => isOfCalendar(time) !== isGivenBack(time))).toEqual([]);
});

describe('a period', () => {
  it('of any length ends within the range', () => {
    expect(plusSeconds('2026-12-01T09:30:00.000Z', 90)).toBe('2026-12-01T09:31:30.000Z');
    expect(plusSeconds('2026-12-01T09:30:00.000Z', Number.MAX_SAFE_INTEGER)).toBe(LATEST_TIME);
    expect(plusSeconds(LATEST_TIME, 1)).toBe(LATEST_TIME);
  });
});
