import { describe, expect, it } from '@jest/globals';
import { filled, nearnessOf } from '../src/system/age.ts';
import { dayOf, durationParts, moneyText, timeText, zoneText } from '../src/system/formats.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const words = (ms: number): string =>
  durationParts(ms)
    .map(({ unit, value }) => `${value}${unit}`)
    .join(' ');

describe('an age', () => {
  it.each<[number, string]>([
    [0, '0s'],
    [-5, '0s'],
    [59_999, '59s'],
    [MINUTE, '1m'],
    [72 * MINUTE, '1h 12m'],
    [2 * HOUR, '2h'],
    [26 * HOUR + 5 * MINUTE, '1d 2h'],
    [24 * HOUR, '1d'],
  ])('of %d ms is told by its two largest units: %s', (ms, text) => {
    expect(words(ms)).toBe(text);
  });

  it('is calm until 70 % of its limit, a warning until all of it, late beyond', () => {
    expect([0, 69, 70, 100, 101].map((age) => nearnessOf(age, 100))).toEqual(['calm', 'calm', 'warn', 'warn', 'late']);
    expect(nearnessOf(1e12, null)).toBe('calm');
  });

  it('never fills more than its bar, and nothing of it without a limit', () => {
    expect([filled(50, 100), filled(200, 100), filled(-1, 100), filled(50, null), filled(1, 0)]).toEqual([
      0.5, 1, 0, 0, 0,
    ]);
  });
});

describe('money', () => {
  it('has the digits that its currency has', () => {
    expect(moneyText({ amount: 129_900, currency: 'RUB' }, 'en')).toMatch(/1,299\.00/);
    expect(moneyText({ amount: 129_900, currency: 'JPY' }, 'en')).toMatch(/129,900$/);
    expect(moneyText({ amount: 609_050, currency: 'RUB' }, 'ru')).toMatch(/^6\s090,50\s₽$/);
  });
});

describe('a time', () => {
  const at = new Date('2026-11-30T21:30:00Z');

  it('is told in the zone that is asked for', () => {
    expect(timeText(at, 'time', 'en', 'Europe/Moscow')).toBe('00:30');
    expect(timeText(at, 'time', 'ru', 'UTC')).toBe('21:30');
  });

  it('names its zone in the language that is read', () => {
    expect(zoneText('Europe/Moscow', 'en')).toBe('Moscow Standard Time');
    expect(zoneText('Europe/Moscow', 'ru')).toBe('Москва');
    expect(zoneText('Etc/GMT-3', 'ru')).toBe('GMT-3');
  });

  it('belongs to the day of its zone', () => {
    expect(dayOf(at, 'UTC')).not.toBe(dayOf(at, 'Europe/Moscow'));
  });
});
