import { describe, expect, it } from '@jest/globals';
import { commandDocument } from '@order-ledger/command-api/http/openapi';
import { REQUEST_BODIES } from '@order-ledger/domain/bodies';
import fc from 'fast-check';
import { bodyOf, placedErrors, type Typed } from '../src/order/forms/body.ts';
import { fieldsOf, type Schema } from '../src/order/forms/fields.ts';
import { minorUnits, typedAmount } from '../src/order/forms/money-input.ts';
import { askedFields, presetsFor } from '../src/order/forms/presets.ts';
import { clockTime, momentOf } from '../src/order/forms/zoned-time.ts';
import { type PageCommand, segmentOf } from '../src/order/next/commands.ts';

type Document = {
  paths: Record<string, { post: { requestBody: { content: { 'application/json': { schema: Schema } } } } }>;
};
const { paths } = commandDocument('test') as Document;
const schemaOf = (command: PageCommand): Schema =>
  paths[`/v1/orders/{order_id}/commands/${segmentOf(command)}`]?.post.requestBody.content['application/json'].schema ??
  {};
const fields = (command: PageCommand) => fieldsOf(schemaOf(command));

const MOSCOW = { locale: 'ru', timeZone: 'Europe/Moscow', currency: 'RUB' };
const typed = (values: Record<string, string>, rows: Record<string, number> = {}): Typed => ({ values, rows });

describe('a form', () => {
  it('has the fields of the command as its schema has them, required ones first, what is seldom needed last', () => {
    expect(fields('RecordPayment').map(({ name, kind, required }) => [name, kind, required])).toEqual([
      ['payment_id', 'text', true],
      ['amount', 'money', true],
      ['method', 'choice', true],
      ['note', 'text', false],
      ['occurred_at', 'time', false],
    ]);
    expect(fields('CompletePackaging').find(({ name }) => name === 'parcels')).toMatchObject({
      kind: 'list',
      fields: expect.arrayContaining([expect.objectContaining({ name: 'length', unit: 'mm', scale: 1_000 })]),
    });
  });

  it('makes a body that the API takes: money in minor units, times in UTC, lengths in µm, blanks left out', () => {
    const payment = bodyOf(
      fields('RecordPayment'),
      typed({
        '/payment_id': ' ПЛ-1 ',
        '/amount': '6 090,50',
        '/method': 'CARD',
        '/note': ' ',
        '/occurred_at': '2026-11-30T09:00',
      }),
      MOSCOW,
    );
    expect(payment.faults.size).toBe(0);
    expect(payment.body).toEqual({
      payment_id: 'ПЛ-1',
      amount: { amount: 609_050, currency: 'RUB' },
      method: 'CARD',
      occurred_at: '2026-11-30T06:00:00.000Z',
    });
    const parcel = {
      '/parcels/0/weight': '80',
      '/parcels/0/length': '90,5',
      '/parcels/0/width': '60',
      '/parcels/0/height': '50',
    };
    const packed = bodyOf(fields('CompletePackaging'), typed(parcel, { '/parcels': 1 }), MOSCOW);
    expect(packed.body).toEqual({ parcels: [{ weight: 80, length: 90_500, width: 60_000, height: 50_000 }] });
    expect(REQUEST_BODIES.CompletePackaging.safeParse(packed.body).success).toBe(true);
  });

  it('says at the field what is wrong with it, and sends nothing else for it', () => {
    const wrong = typed({ '/payment_id': 'a\u0001b', '/amount': '10,001', '/occurred_at': 'soon' });
    const { faults } = bodyOf(fields('RecordPayment'), wrong, MOSCOW);
    expect(Object.fromEntries(faults)).toEqual({
      '/payment_id': { is: 'form' },
      '/amount': { is: 'amount' },
      '/method': { is: 'required' },
      '/occurred_at': { is: 'time' },
    });
    const parcels = typed({ '/parcels/0/weight': '0', '/parcels/0/length': 'x' }, { '/parcels': 1 });
    expect(Object.fromEntries(bodyOf(fields('CompletePackaging'), parcels, MOSCOW).faults)).toMatchObject({
      '/parcels/0/weight': { is: 'least', bound: 1 },
      '/parcels/0/length': { is: 'whole' },
      '/parcels/0/width': { is: 'required' },
    });
  });

  it('shows an error of the API at its field, at the nearest that holds it, or above all', () => {
    const form = typed({}, { '/parcels': 1 });
    const placed = placedErrors(
      [
        { pointer: '/parcels/0/weight', detail: 'too heavy' },
        { pointer: '/parcels/0/colour', detail: 'unknown' },
        { pointer: '/carrier', detail: 'is not known' },
        { pointer: '', detail: 'nothing given' },
      ],
      fields('CompletePackaging'),
      form,
    );
    expect(Object.fromEntries(placed)).toEqual({
      '/parcels/0/weight': { is: 'told', text: 'too heavy' },
      '/parcels': { is: 'told', text: 'unknown' },
      '': { is: 'told', text: 'carrier: is not known; nothing given' },
    });
  });

  it.each(['AcceptQuote', 'ApproveManufacturing'] as const)(
    'of %s asks for a risk where the price has one, and for none else',
    (command) => {
      const quote = { quote_version: 5, due_before_production: { amount: 1, currency: 'RUB' } };
      const presets = (risk?: { reason: string }, status = 'PRICE_CALCULATED') =>
        presetsFor(
          command,
          status,
          { quote: { ...quote, risk }, shipment_request_id: null },
          { locale: 'en', newId: () => 'id' },
        );
      expect(presets().without).toContain('accepts_risk');
      const risky = presets({ reason: 'WALL_TOO_THIN' });
      expect([risky.without, risky.typed]).toEqual([[], { '/accepts_risk': 'WALL_TOO_THIN' }]);
      if (command === 'ApproveManufacturing')
        expect(presets({ reason: 'WALL_TOO_THIN' }, 'WAITING_PAYMENT').without).toContain('accepts_risk');
    },
  );

  it('asks nothing that the order says already', () => {
    const known = {
      claim: { operator: 'sub:oleg', fence_token: 7 },
      pieces: { ordered: 6, to_make: 2 },
      shipment_request_id: null,
    };
    const presets = presetsFor('CompleteManufacturing', 'MANUFACTURING_STARTED', known, {
      locale: 'en',
      newId: () => 'id',
    });
    expect(presets.silent).toEqual({ fence_token: 7 });
    expect(presets.typed).toMatchObject({ '/good_quantity': '2' });
    expect(askedFields(fields('CompleteManufacturing'), presets).map(({ name }) => name)).toEqual([
      'good_quantity',
      'scrap_quantity',
      'note',
      'occurred_at',
    ]);
  });
});

describe('money as it is typed', () => {
  it('is the same amount again, in any currency and locale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.constantFrom('RUB', 'EUR', 'JPY', 'KWD'),
        fc.constantFrom('ru', 'en', 'de', 'fr-CH'),
        (amount, currency, locale) => {
          expect(minorUnits(typedAmount(amount, currency, locale), currency, locale)).toBe(amount);
        },
      ),
    );
  });

  it.each([
    ['1,234.5', 'en', 123_450],
    ['1 234,5', 'ru', 123_450],
    ['1234.50', 'ru', 123_450],
    ['1.234,50', 'de', 123_450],
    ['12,345', 'ru', null],
    ['-5', 'en', null],
    ['5 eur', 'en', null],
    ['', 'en', null],
  ])('%s in %s is %s', (text, locale, expected) => {
    expect(minorUnits(text, 'RUB', locale)).toBe(expected);
  });
});

describe("times on the plant's clocks", () => {
  it('are the same moment again, in zones with and without summer time', () => {
    const minute = fc.integer({ min: 0, max: 60 * 24 * 365 * 80 }).map((minutes) => minutes * 60_000);
    fc.assert(
      fc.property(
        minute,
        fc.constantFrom('Europe/Moscow', 'Asia/Kolkata', 'UTC', 'Asia/Yekaterinburg'),
        (moment, zone) => {
          const shown = clockTime(moment, zone);
          expect(clockTime(Date.parse(momentOf(shown, zone) ?? ''), zone)).toBe(shown);
        },
      ),
    );
    expect(momentOf('2026-07-01T12:00', 'Europe/Berlin')).toBe('2026-07-01T10:00:00.000Z');
    expect(momentOf('2026-12-01T12:00', 'Europe/Berlin')).toBe('2026-12-01T11:00:00.000Z');
  });

  it('do not exist where the clocks skip them', () => {
    expect(momentOf('2026-03-29T02:30', 'Europe/Berlin')).toBeNull();
    expect(momentOf('tomorrow', 'UTC')).toBeNull();
  });
});
