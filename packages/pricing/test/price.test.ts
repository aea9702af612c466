import { describe, expect, it } from '@jest/globals';
import { type Measure, measureModel } from '@order-ledger/pricing/measure';
import { ENGINE_VERSION, type PriceRequest, priceOf } from '@order-ledger/pricing/price';
import { catalogueOf, TARIFF, type Tariff } from '@order-ledger/pricing/tariff';
import { cubeStl, torusStl } from '@order-ledger/testing/models/bodies';
import fc from 'fast-check';

const measureOf = (bytes: Uint8Array, process: 'FDM' | 'SLS' | 'SLA' = 'FDM'): Measure => {
  const result = measureModel(bytes, { unit: 'MM', orientation: 'AS_IS', process });
  if (!result.ok) throw new Error(result.detail);
  return result.measure;
};
const CUBE = measureOf(cubeStl(20));

/** Round figures, so that every line can be reckoned by hand. */
const PLAIN: Tariff = {
  tariff_version: 'plain',
  currency: 'RUB',
  materials: [
    { material: 'PLA', process: 'FDM', density_mg_per_cm3: 1000, price_per_kg: 100_000, finishings: ['SANDED'] },
  ],
  processes: [{ process: 'FDM', setup: 10_000, machine_hour: 36_000, inspection: 500, risk_ppm: 100_000 }],
  finishings: [
    { finishing: 'SANDED', per_piece: 100, per_cm2: 10 },
    { finishing: 'DYED', per_piece: 1, per_cm2: 1 },
  ],
  minimum: 0,
  quantity_breaks: [],
  priorities: {
    LOW: { surcharge_ppm: -100_000 },
    NORMAL: { surcharge_ppm: 0 },
    HIGH: { surcharge_ppm: 200_000 },
    URGENT: { surcharge_ppm: 500_000 },
  },
  tax_ppm: 0,
};
/** 8 cm³, 24 cm², a quarter of an hour. */
const PIECE: Measure = { ...CUBE, support_volume: 0, machine_seconds: 900 };
const ORDER: PriceRequest = { material: 'PLA', process: 'FDM', quantity: 1, priority: 'NORMAL' };

const priced = (order: Partial<PriceRequest> = {}, tariff: Tariff = PLAIN, measure: Measure = PIECE) => {
  const result = priceOf(measure, { ...ORDER, ...order }, tariff);
  if (!result.ok) throw new Error(result.detail);
  return result;
};
const linesOf = (...args: Parameters<typeof priced>) =>
  Object.fromEntries(priced(...args).breakdown.map(({ line, amount }) => [line, amount.amount]));

describe('the lines of a price', () => {
  it('has one more of a part that may be spoilt, half of what its pieces cost unless the tariff says otherwise', () => {
    const risky: Measure = { ...PIECE, risk: { reason: 'WALL_TOO_THIN', faults: [] } };
    expect(linesOf({}, PLAIN, risky)).toEqual({ ...linesOf(), WAIVED_RISK: 5150 });
    const [rate] = PLAIN.processes;
    const named: Tariff = { ...PLAIN, processes: [{ ...rate!, waived_risk_ppm: 200_000 }] };
    expect(linesOf({}, named, risky)).toEqual({ ...linesOf(), WAIVED_RISK: 2060 });
    expect(linesOf({}, { ...PLAIN, processes: [{ ...rate!, waived_risk_ppm: 0 }] }, risky)).toEqual(linesOf());
  });

  it('are setup once, and material, machine, inspection and risk by the piece', () => {
    // 8 g at 1 RUB a g; a quarter of 360 RUB; 5 RUB; a tenth of these.
    expect(linesOf()).toEqual({ SETUP: 10_000, MATERIAL: 800, MACHINE: 9000, INSPECTION: 500, RISK: 1030 });
    expect(linesOf({ quantity: 7 })).toEqual({
      SETUP: 10_000,
      MATERIAL: 5600,
      MACHINE: 63_000,
      INSPECTION: 3500,
      RISK: 7210,
    });
    expect(priced({ quantity: 7 })).toMatchObject({
      price: { amount: 89_310, currency: 'RUB' },
      machine_seconds: 6300,
    });
  });

  it('count the material of the supports too', () => {
    expect(linesOf({}, PLAIN, { ...PIECE, support_volume: 2000 })).toMatchObject({ MATERIAL: 1000 });
  });

  it('count the finishing by piece and by surface', () => {
    expect(linesOf({ finishing: 'SANDED', quantity: 2 })).toMatchObject({ FINISHING: 2 * (100 + 24 * 10) });
  });

  it('leave out what an infill leaves out of the inside, and are the same to the cent where it is solid', () => {
    const tariff: Tariff = { ...PLAIN, materials: [{ ...PLAIN.materials[0]!, infills: [25] }] };
    const hollow: Measure = { ...PIECE, inside: { volume: 4000, seconds: 400 } };
    // Three quarters of 4 g, and of 400 s, are left out.
    expect(linesOf({ infill: 25 }, tariff, hollow)).toMatchObject({ MATERIAL: 800 - 300, MACHINE: 9000 - 3000 });
    expect(priced({ infill: 25, quantity: 3 }, tariff, hollow).machine_seconds).toBe(3 * 600);
    // A second that is begun counts.
    expect(priced({ infill: 25 }, tariff, { ...hollow, inside: { volume: 0, seconds: 0.5 } }).machine_seconds).toBe(
      900,
    );
    for (const solid of [{}, { infill: 100 }]) expect(priced(solid, tariff, hollow)).toEqual(priced());
    expect(priceOf(hollow, { ...ORDER, infill: 30 }, tariff)).toMatchObject({
      ok: false,
      reason: 'MATERIAL_UNAVAILABLE',
      detail: expect.stringContaining('Available: 25 %, 100 %'),
    });
    expect(priceOf(hollow, { ...ORDER, infill: 30 }, PLAIN)).toMatchObject({ ok: false });
    // A measure of an engine that knew no infill.
    const { inside: _inside, ...before } = hollow;
    expect(priced({}, tariff, before)).toEqual(priced());
    expect(() => priced({ infill: 25 }, tariff, before)).toThrow('measure it again');
  });

  it('round halves away from nothing, each line by itself', () => {
    // 8 g at 62,500 a kg are 500, at 62,562 a kg 500.496, at 62,563 a kg 500.504; a tenth of 5 is a half.
    const at = (price_per_kg: number) => ({ ...PLAIN, materials: [{ ...PLAIN.materials[0]!, price_per_kg }] });
    expect(linesOf({}, at(62_562)).MATERIAL).toBe(500);
    expect(linesOf({}, at(62_563)).MATERIAL).toBe(501);
    const small: Tariff = {
      ...PLAIN,
      materials: [{ ...PLAIN.materials[0]!, price_per_kg: 0 }],
      processes: [{ process: 'FDM', setup: 0, machine_hour: 0, inspection: 5, risk_ppm: 100_000 }],
    };
    expect(linesOf({}, small)).toEqual({ INSPECTION: 5, RISK: 1 });
    expect(linesOf({ priority: 'LOW' }, { ...small, processes: [{ ...small.processes[0]!, risk_ppm: 0 }] })).toEqual({
      INSPECTION: 5,
      PRIORITY: -1,
    });
  });

  it('raise a small order to the minimum, then come quantity break, priority and tax, each of what stands so far', () => {
    const tariff: Tariff = {
      ...PLAIN,
      minimum: 50_000,
      quantity_breaks: [
        { from: 2, discount_ppm: 100_000 },
        { from: 3, discount_ppm: 200_000 },
      ],
      tax_ppm: 200_000,
    };
    expect(linesOf({}, tariff)).toMatchObject({ MINIMUM: 50_000 - 21_330, TAX: 10_000 });
    expect(linesOf({ quantity: 2, priority: 'URGENT' }, tariff)).toMatchObject({
      MINIMUM: 50_000 - 32_660,
      QUANTITY_BREAK: -5000,
      PRIORITY: 22_500,
      TAX: 13_500,
    });
    expect(linesOf({ quantity: 5, priority: 'LOW' }, tariff)).toMatchObject({
      QUANTITY_BREAK: -13_330,
      PRIORITY: -5332,
      TAX: 9598,
    });
    expect(linesOf({ quantity: 5 }, tariff)).not.toHaveProperty('MINIMUM');
  });
});

describe('a price', () => {
  const order = fc.record({
    quantity: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 1_000_000 })),
    priority: fc.constantFrom('LOW', 'NORMAL', 'HIGH', 'URGENT' as const),
    offer: fc.constantFrom(
      ...catalogueOf(TARIFF).flatMap(({ material, process, finishings }) =>
        [undefined, ...finishings].map((finishing) => ({
          material,
          process,
          ...(finishing === undefined ? {} : { finishing }),
        })),
      ),
    ),
  });
  const measure = fc.record({
    volume: fc.integer({ min: 1, max: 50_000_000_000 }).map((value) => value / 1000),
    area: fc.integer({ min: 1, max: 5_000_000_000 }).map((value) => value / 1000),
    support: fc.integer({ min: 0, max: 5_000_000_000 }).map((value) => value / 1000),
    seconds: fc.integer({ min: 1, max: 2_000_000 }),
  });
  const anyPrice = (
    {
      quantity,
      priority,
      offer,
    }: {
      quantity: number;
      priority: PriceRequest['priority'];
      offer: { material: string; process: string; finishing?: string };
    },
    { volume, area, support, seconds }: { volume: number; area: number; support: number; seconds: number },
  ) => {
    const piece: Measure = {
      ...CUBE,
      process: offer.process as Measure['process'],
      measures: { ...CUBE.measures, volume, area },
      support_volume: support,
      machine_seconds: seconds,
    };
    return priced({ ...offer, quantity, priority }, TARIFF, piece);
  };

  it('is the sum of its lines exactly, all of them integers of one currency, and more than nothing', () => {
    fc.assert(
      fc.property(order, measure, (request, piece) => {
        const { price, breakdown } = anyPrice(request, piece);
        expect(breakdown.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(price.amount);
        expect(breakdown.every(({ amount }) => Number.isSafeInteger(amount.amount) && amount.currency === 'RUB')).toBe(
          true,
        );
        expect(breakdown.every(({ amount }) => amount.amount !== 0)).toBe(true);
        expect(price.amount).toBeGreaterThan(0);
      }),
    );
  });

  it('never falls with one more piece, as long as no quantity break begins', () => {
    fc.assert(
      fc.property(order, measure, (request, piece) => {
        const next = request.quantity === 1_000_000 ? request.quantity : request.quantity + 1;
        fc.pre(!TARIFF.quantity_breaks.some(({ from }) => from === next));
        const more = anyPrice({ ...request, quantity: next }, piece);
        expect(more.price.amount).toBeGreaterThanOrEqual(anyPrice(request, piece).price.amount);
      }),
    );
  });

  it('comes out the same, byte by byte, when it is reckoned again from the recorded measure [D5]', () => {
    const recorded = JSON.stringify(measureOf(torusStl(20, 5), 'SLA'));
    const again = () =>
      JSON.stringify(
        priceOf(
          JSON.parse(recorded),
          { material: 'RESIN', process: 'SLA', quantity: 12, finishing: 'PAINTED', priority: 'HIGH' },
          TARIFF,
        ),
      );
    expect(again()).toBe(again());
    expect(JSON.parse(again())).toMatchObject({
      ok: true,
      tariff_version: TARIFF.tariff_version,
      engine_version: ENGINE_VERSION,
    });
  });

  it('grows with urgency', () => {
    const amounts = (['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const).map((priority) => priced({ priority }).price.amount);
    expect(amounts).toEqual([...new Set(amounts)].sort((one, other) => one - other));
  });

  it('is refused for what the tariff does not offer, with what it does [A9]', () => {
    const refusal = (request: Partial<PriceRequest>) => priceOf(PIECE, { ...ORDER, ...request }, PLAIN);
    expect(refusal({ material: 'GOLD' })).toEqual({
      ok: false,
      reason: 'MATERIAL_UNAVAILABLE',
      detail: 'GOLD by FDM is not available. Available: PLA by FDM.',
    });
    expect(refusal({ finishing: 'DYED' })).toMatchObject({
      ok: false,
      detail: expect.stringContaining('Available: SANDED.'),
    });
  });

  it.each<[string, Partial<PriceRequest>]>([
    ['no pieces', { quantity: 0 }],
    ['half a piece', { quantity: 1.5 }],
    ['too many pieces', { quantity: 1_000_001 }],
    ['another process than was measured', { process: 'SLS' }],
    ['another currency than the tariff has', { currency: 'EUR' }],
  ])('is not made for %s: the caller is told', (_, request) => {
    expect(() => priceOf(PIECE, { ...ORDER, ...request }, PLAIN)).toThrow(RangeError);
  });
});

describe('the tariff', () => {
  it('offers what can be ordered', () => {
    expect(catalogueOf(TARIFF)).toEqual([
      { material: 'PLA', process: 'FDM', finishings: ['SANDED', 'PAINTED'], infills: [15, 30, 50] },
      { material: 'PETG', process: 'FDM', finishings: ['SANDED'], infills: [15, 30, 50] },
      { material: 'PA12', process: 'SLS', finishings: ['DYED'] },
      { material: 'RESIN', process: 'SLA', finishings: ['SANDED', 'PAINTED'] },
    ]);
  });

  it('has a rate for every process and finishing that it offers, and breaks that ascend', () => {
    for (const { process, finishings } of TARIFF.materials) {
      expect(TARIFF.processes.map((rate) => rate.process)).toContain(process);
      for (const finishing of finishings) expect(TARIFF.finishings.map((rate) => rate.finishing)).toContain(finishing);
    }
    const breaks = TARIFF.quantity_breaks;
    expect(breaks.map(({ from }) => from)).toEqual(breaks.map(({ from }) => from).sort((one, other) => one - other));
  });
});
