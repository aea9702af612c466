import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { containsPersonalData, scrub } from '../src/mask.ts';
import { plantedPersonalData } from './support/personal-data.ts';

it.each([
  ['mail jane.doe+x@example.co.uk now', 'mail [email] now'],
  ['mail=иван@почта.рф', 'mail=[email]'],
  ['jane%40example.com', '[email]'],
  ['call +7 (926) 123-45-67 or 8 926 123 45 67', 'call [phone] or [phone]'],
  ['79261234567', '[phone]'],
  ['card 4111 1111 1111 1111.', 'card [card].'],
  ['Authorization: Bearer abc.def-ghi123', 'Authorization: Bearer [secret]'],
  ['postgres://user:p4ss@db.example.com/x', 'postgres://[secret]@db.example.com/x'],
  ['key pk_a1_s3cr3ts3cr3t', 'key [secret]'],
  ['{"password":"hunter22"}', '{"password":"[secret]"}'],
  ['lives at 221B Baker Street, London', 'lives at [address], London'],
  ['адрес: ул. Ленина, д. 5, кв. 12', 'адрес: [address]'],
  ['wohnt Hauptstraße 12', 'wohnt [address]'],
])('replaces what is personal or secret: %s [M1]', (text, expected) => {
  expect(scrub(text)).toBe(expected);
});

it.each([
  'order-0190c8a2-1234-7123-8123-123456789012 at revision 12',
  '2026-11-23T08:21:55.123Z to 2026-11-23',
  'trace 4bf92f3577b34da6a3ce929d0e0e4736',
  'connect ECONNREFUSED 127.0.0.1:54321',
  '3 jobs in the short lane took 1200 ms',
  'commit 123456789 prepare 123456789',
  'PO-2026-000123',
  'since 1763886115123',
])('leaves alone what is nobody’s: %s', (text) => {
  expect(scrub(text)).toBe(text);
});

it('finds planted personal data wherever it stands [M1]', () => {
  const noise = fc.stringMatching(/^[ a-zA-Zа-я,;:"'(){}<>/=\n]{0,20}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(noise, plantedPersonalData), { minLength: 1, maxLength: 4 }), noise, (parts, end) => {
      const text = parts.map(([before, planted]) => `${before} ${planted} `).join('') + end;
      const clean = scrub(text);
      for (const [, planted] of parts) expect(clean).not.toContain(planted);
    }),
    { numRuns: 2_000 },
  );
});

it.each(['79261234567', '8-926-123-45-67', 'tel:79261234567', 'cust/380501234567', 'jane@example.com'])(
  'says that the reference %s holds personal data',
  (reference) => expect(containsPersonalData(reference)).toBe(true),
);

it.each([
  'CRM-20261123-000123',
  'customer-42',
  'ext-1763886115123',
  '0190c8a2-1234-7123-8123-123456789012',
  'PO-2026-000123',
  '00-27513395343ab6b8301064831cfd09fe-06970c78f091edba-00',
])('says that the reference %s holds none', (reference) => expect(containsPersonalData(reference)).toBe(false));

it.each(['1', 'a.', '1 ', 'x', 'x@', '://a:', 'eyJx', 'secret   ', 'Aa ', '1 Aa ', '+1-'])(
  'takes time in proportion to the length of a text that repeats "%s"',
  (piece) => {
    const [short, long] = [1_000, 16_000].map((length) => piece.repeat(length / piece.length)) as [string, string];
    const times = Array.from({ length: 12 }, () => [
      processorTime(() => {
        for (let time = 0; time < 16; time += 1) scrub(short);
      }),
      processorTime(() => void scrub(long)),
    ]) as [number, number][];
    const [apart, atOnce] = [0, 1].map((which) => Math.min(...times.map((pair) => pair[which] as number)));
    // The same number of characters: in proportion 1, quadratic 16.
    expect(atOnce).toBeLessThan((apart as number) * 4);
  },
);

/** Microseconds. Not by the clock: what else runs here would count, and only for the pieces that it interrupts. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
