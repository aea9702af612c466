import { describe, expect, it } from '@jest/globals';
import { COMMAND_NAMES, type CommandName, REQUEST_BODIES } from '@order-ledger/domain/bodies';
import { code, money, plainText, threeDecimals, uuid } from '@order-ledger/domain/values';
import { CACHED_PRICE, RIGHTFUL } from '@order-ledger/testing/orders/rightful';

const rightful = (name: CommandName): Record<string, unknown> =>
  name === 'CancelOrder' ? { reason: 'CUSTOMER_ASKED' } : { ...RIGHTFUL[name](null).body };
/** The paths at fault when single fields of the rightful body are replaced; undefined takes a field away. */
const faults = (name: CommandName, fields: Record<string, unknown>): string[] => {
  const body = Object.fromEntries(
    Object.entries({ ...rightful(name), ...fields }).filter(([, value]) => value !== undefined),
  );
  return REQUEST_BODIES[name].safeParse(body).error?.issues.map((issue) => issue.path.join('/')) ?? [];
};

describe('values from outside', () => {
  it.each(['A', 'a.b_c:d/e-f', '79161234567', 'x'.repeat(100)])('takes %s for a code of ours', (text) => {
    expect(code.safeParse(text).success).toBe(true);
  });

  it.each(['', 'x'.repeat(101), 'a b', 'a@b.example', 'naïve', 'a\n', 'a\u0000', ' a'])(
    'takes %j for no code of ours',
    (text) => {
      expect(code.safeParse(text).success).toBe(false);
    },
  );

  it('trims free text and takes newline and tab, but no other control character and no lone surrogate', () => {
    expect(plainText.parse('  two\nlines\tand 😀 ')).toBe('two\nlines\tand 😀');
    for (const text of ['', '   ', 'a\u0000', 'a\u0007', 'a\u0085', 'a\rb', '\ud83d', 'x'.repeat(2001)])
      expect([text, plainText.safeParse(text).success]).toEqual([text, false]);
    expect(plainText.safeParse(` ${'x'.repeat(2000)} `).success).toBe(true);
  });

  it('takes an id in upper case for the same id', () => {
    expect(uuid.parse('9F3A1C52-7D1E-5C33-8A57-6F0E5B1F2A77')).toBe('9f3a1c52-7d1e-5c33-8a57-6f0e5b1f2a77');
    const closing = REQUEST_BODIES.CloseOrder.parse({ remake_order_id: '9F3A1C52-7D1E-5C33-8A57-6F0E5B1F2A77' });
    expect(closing).toEqual({ remake_order_id: '9f3a1c52-7d1e-5c33-8a57-6f0e5b1f2a77' });
  });

  it('takes no version, attempt, token or number of pieces above what the columns of readers hold', () => {
    const COUNTS = /^(attempt|.*_version|fence_token|.*_quantity)$/;
    const fields = COMMAND_NAMES.flatMap((name) =>
      Object.keys(REQUEST_BODIES[name].shape)
        .filter((field) => COUNTS.test(field) && !field.endsWith('tariff_version') && !field.endsWith('engine_version'))
        .map((field) => [name, field] as const),
    );
    expect(fields.length).toBeGreaterThan(15);
    for (const [name, field] of [...fields, ['AcceptShortage', 'quantity'] as const]) {
      const told = (value: number) =>
        REQUEST_BODIES[name].safeParse({ [field]: value }).error?.issues.some(({ path }) => path[0] === field) === true;
      expect([name, field, told(2_147_483_647), told(2_147_483_648)]).toEqual([name, field, false, true]);
    }
  });

  it('takes money in integer minor units that a double holds exactly', () => {
    expect(money.safeParse({ amount: Number.MAX_SAFE_INTEGER, currency: 'RUB' }).success).toBe(true);
    for (const amount of [1.5, -1, 2 ** 53, '100', Number.NaN])
      expect(money.safeParse({ amount, currency: 'RUB' }).success).toBe(false);
    expect(money.safeParse({ amount: 1, currency: 'rub' }).success).toBe(false);
  });

  it('takes volumes and areas with three decimals', () => {
    expect([0.001, 2400.125, 1e9 + 0.5].every((value) => threeDecimals.safeParse(value).success)).toBe(true);
    expect([0.0001, -1, Number.POSITIVE_INFINITY].some((value) => threeDecimals.safeParse(value).success)).toBe(false);
  });
});

describe('bodies', () => {
  it.each(COMMAND_NAMES)('of %s hold no unknown field', (name) => {
    expect(faults(name, { surplus: 1 })).toContain('');
  });

  it.each(COMMAND_NAMES)('of %s may hold a note in plain words, and never its reference', (name) => {
    expect(faults(name, { note: 'in words' })).not.toContain('note');
    expect(faults(name, { note: { ref: 'text/1', hmac: 'b'.repeat(64) } })).toContain('note');
  });

  it('ask for a reason of the closed list [A8, A11]', () => {
    for (const name of [
      'CancelOrder',
      'HoldOrder',
      'RequestReturn',
      'DeclineReturn',
      'ReleaseClaim',
      'RecordCorrection',
    ] as const) {
      expect([name, faults(name, { reason: 'BECAUSE' })]).toEqual([name, ['reason']]);
      expect([name, faults(name, { reason: undefined })]).toEqual([name, ['reason']]);
    }
    expect(faults('FailManufacturing', { defect: 'UGLY' })).toEqual(['defect']);
  });

  it('ask for one proof of delivery or a handover record [A14]', () => {
    expect(faults('ConfirmDelivery', {})).toEqual([]);
    expect(faults('ConfirmDelivery', { proof_of_delivery_id: undefined })).toEqual(['']);
    expect(faults('ConfirmDelivery', { handover_record_id: 'h-1' })).toEqual(['']);
    expect(faults('ConfirmDelivery', { proof_of_delivery_id: undefined, handover_record_id: 'h-1' })).toEqual([]);
  });

  it('ask for an address unless the goods are picked up', () => {
    expect(faults('SubmitOrder', { delivery: { method: 'CARRIER' } })).toEqual(['delivery/address_ref']);
    expect(faults('SubmitOrder', { delivery: { method: 'PICKUP' } })).toEqual([]);
    expect(faults('SubmitOrder', { delivery: { method: 'PICKUP', address_ref: 'a' } })).toEqual([
      'delivery/address_ref',
    ]);
    expect(faults('SubmitOrder', { quantity: 0 })).toEqual(['quantity']);
  });

  it('of a revision change at least one field, an upload only with its sha256', () => {
    expect(faults('ReviseOrder', { quantity: undefined })).toEqual(['']);
    expect(faults('ReviseOrder', { upload_id: 'u-1' })).toEqual(['upload_id']);
    expect(faults('ReviseOrder', { unit: 'CM' })).toEqual(['upload_id']);
    expect(faults('ReviseOrder', { upload_id: 'u-1', sha256: 'a'.repeat(64), unit: 'CM' })).toEqual([]);
  });

  it('of a price have a breakdown that sums to it, in its currency', () => {
    const line = (amount: number, currency = 'RUB') => ({ line: 'all', amount: { amount, currency } });
    expect(faults('CompletePriceCalculation', { breakdown: [line(129_899)] })).toEqual(['breakdown']);
    expect(faults('CompletePriceCalculation', { breakdown: [line(129_900, 'EUR')] })).toEqual(['breakdown']);
    expect(faults('CompletePriceCalculation', { breakdown: [line(130_000), line(-100)] })).toEqual([]);
  });

  it('of a start hold a result exactly when it came from the cache, of the same job', () => {
    expect(faults('StartPriceCalculation', { cached: true })).toEqual(['result']);
    expect(faults('StartPriceCalculation', { result: CACHED_PRICE })).toEqual(['result']);
    expect(faults('StartPriceCalculation', { cached: true, result: CACHED_PRICE })).toEqual([]);
    const other = { cached: true, result: CACHED_PRICE, job_id: '77777777-7777-5777-8777-777777777777' };
    expect(faults('StartPriceCalculation', other)).toEqual(['result/job_id']);
  });

  it('of a cancellation charge only a customer who was decided to pay', () => {
    const charge = { amount: 1, currency: 'RUB' };
    expect(faults('CancelOrder', { charge })).toEqual(['charge']);
    expect(faults('CancelOrder', { charge, cost_decision: 'COMPANY' })).toEqual(['charge']);
    expect(faults('CancelOrder', { charge, cost_decision: 'SPLIT' })).toEqual([]);
    expect(faults('CancelOrder', { charge, cost_decision: 'CUSTOMER' })).toEqual([]);
  });

  it('fill in the unit and the priority', () => {
    const { unit: _unit, ...attach } = rightful('AttachModel');
    expect(REQUEST_BODIES.AttachModel.parse(attach)).toMatchObject({ unit: 'MM' });
    const { priority: _priority, ...creation } = rightful('InitiateOrder');
    expect(REQUEST_BODIES.InitiateOrder.parse(creation)).toMatchObject({ priority: 'NORMAL' });
  });
});
