import { ENGINE_VERSION } from './engine-version.ts';
import type { Measure } from './measure.ts';
import type { Priority, Tariff } from './tariff.ts';

export { ENGINE_VERSION } from './engine-version.ts';

export interface PriceRequest {
  material: string;
  process: string;
  /** Pieces, 1 to 1,000,000. */
  quantity: number;
  finishing?: string;
  /** Per cent of the inside; left out: solid. */
  infill?: number;
  priority: Priority;
  /** Left out: the tariff's. */
  currency?: string;
}

/** Minor units: 129900 RUB is 1,299.00 roubles. */
export interface Money {
  amount: number;
  currency: string;
}

type BreakdownLine =
  | 'SETUP'
  | 'MATERIAL'
  | 'MACHINE'
  | 'FINISHING'
  | 'INSPECTION'
  | 'RISK'
  | 'WAIVED_RISK'
  | 'MINIMUM'
  | 'QUANTITY_BREAK'
  | 'PRIORITY'
  | 'TAX';

export interface Price {
  price: Money;
  /** Signed, in the order of the calculation, without lines of nothing; sums exactly to the price. */
  breakdown: { line: BreakdownLine; amount: Money }[];
  tariff_version: string;
  engine_version: string;
  /** Of the whole order. */
  machine_seconds: number;
}

type Priced = ({ ok: true } & Price) | { ok: false; reason: 'MATERIAL_UNAVAILABLE'; detail: string };

const MILLION = 1_000_000n;
/** Where a tariff says nothing of it: of three such pieces one is made again. */
const WAIVED_RISK_PPM = 500_000;
const SOLID = 100;
const MOST_PIECES = 1_000_000;

/** numerator / denominator to the nearest integer, halves away from zero, so that a discount rounds as a surcharge does. */
const rounded = (numerator: bigint, denominator: bigint): bigint =>
  numerator < 0n ? -rounded(-numerator, denominator) : (2n * numerator + denominator) / (2n * denominator);

/** A number with at most three decimals in thousandths, exactly. */
const thousandths = (value: number): bigint => BigInt(Math.round(value * 1000));

/** Thousandths of what an infill leaves out of the inside: nothing of it where the piece is solid. */
const leftOut = (infill: number, inside: number): bigint =>
  rounded(BigInt(SOLID - infill) * thousandths(inside), BigInt(SOLID));

/** Whole seconds, what is begun counts. */
const secondsOfPiece = (solid: number, hollow: bigint): bigint => {
  const seconds = (1000n * BigInt(solid) - hollow + 999n) / 1000n;
  return seconds > 1n ? seconds : 1n;
};

const refused = (detail: string): Priced => ({ ok: false, reason: 'MATERIAL_UNAVAILABLE', detail });

/** A refusal is the customer's business; a request that no order can hold is a mistake of the caller. */
const check = (measure: Measure, request: PriceRequest, tariff: Tariff) => {
  const { quantity, process, currency, infill = SOLID } = request;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MOST_PIECES) {
    throw new RangeError(`quantity must be an integer from 1 to ${MOST_PIECES}, not ${quantity}`);
  }
  if (process !== measure.process) {
    throw new RangeError(`the model was measured for ${measure.process}, not for ${process}: measure it again`);
  }
  if (infill !== SOLID && measure.inside === undefined) {
    throw new RangeError(`engine ${measure.engine_version} measured no inside: measure it again`);
  }
  if (currency !== undefined && currency !== tariff.currency) {
    throw new RangeError(`tariff ${tariff.tariff_version} is in ${tariff.currency}, not in ${currency}`);
  }
};

/**
 * The price of an order by a tariff:
 * (setup + pieces × [material + machine + finishing + inspection] × (1 + risk + waived risk)) → minimum → quantity break → priority → tax.
 * Integers only, every line rounded by itself and the rounded lines summed, so the same input always gives the same price.
 * Throws RangeError for a quantity, process or currency that cannot be priced at all.
 */
export const priceOf = (measure: Measure, request: PriceRequest, tariff: Tariff): Priced => {
  check(measure, request, tariff);
  const { material, process, finishing } = request;
  const materialRate = tariff.materials.find((entry) => entry.material === material && entry.process === process);
  const processRate = tariff.processes.find((entry) => entry.process === process);
  if (materialRate === undefined || processRate === undefined) {
    const offered = tariff.materials.map((entry) => `${entry.material} by ${entry.process}`).join(', ');
    return refused(`${material} by ${process} is not available. Available: ${offered}.`);
  }
  const finishingRate = tariff.finishings.find((entry) => entry.finishing === finishing);
  if (finishing !== undefined && (finishingRate === undefined || !materialRate.finishings.includes(finishing))) {
    const offered = materialRate.finishings.join(', ') || 'none';
    return refused(`${material} by ${process} cannot be finished as ${finishing}. Available: ${offered}.`);
  }

  const { infill = SOLID } = request;
  const { inside = { volume: 0, seconds: 0 } } = measure;
  if (infill !== SOLID && !materialRate.infills?.includes(infill)) {
    const offered = [...(materialRate.infills ?? []), SOLID].map((percent) => `${percent} %`).join(', ');
    return refused(`${material} by ${process} cannot be filled to ${infill} %. Available: ${offered}.`);
  }

  const pieces = BigInt(request.quantity);
  const breakdown: Price['breakdown'] = [];
  let total = 0n;
  const add = (line: BreakdownLine, amount: bigint): bigint => {
    total += amount;
    if (amount !== 0n) breakdown.push({ line, amount: { amount: Number(amount), currency: tariff.currency } });
    return amount;
  };
  const ppm = (base: bigint, share: number) => rounded(base * BigInt(share), MILLION);

  add('SETUP', BigInt(processRate.setup));
  // 1 mm³ of 1 mg/cm³ weighs 1e-9 kg, and the volume counts thousandths of mm³.
  const solid = thousandths(measure.measures.volume) + thousandths(measure.support_volume);
  const volume = solid - leftOut(infill, inside.volume);
  const weight = pieces * volume * BigInt(materialRate.density_mg_per_cm3);
  let made = add('MATERIAL', rounded(weight * BigInt(materialRate.price_per_kg), 1_000_000_000_000n));
  const seconds = pieces * secondsOfPiece(measure.machine_seconds, leftOut(infill, inside.seconds));
  made += add('MACHINE', rounded(seconds * BigInt(processRate.machine_hour), 3600n));
  if (finishingRate !== undefined) {
    // 1 cm² is 100,000 thousandths of mm².
    const worked = rounded(pieces * thousandths(measure.measures.area) * BigInt(finishingRate.per_cm2), 100_000n);
    made += add('FINISHING', pieces * BigInt(finishingRate.per_piece) + worked);
  }
  made += add('INSPECTION', pieces * BigInt(processRate.inspection));
  add('RISK', ppm(made, processRate.risk_ppm));
  if (measure.risk !== undefined) add('WAIVED_RISK', ppm(made, processRate.waived_risk_ppm ?? WAIVED_RISK_PPM));

  if (total < BigInt(tariff.minimum)) add('MINIMUM', BigInt(tariff.minimum) - total);
  const quantityBreak = tariff.quantity_breaks.findLast(({ from }) => request.quantity >= from);
  if (quantityBreak !== undefined) add('QUANTITY_BREAK', -ppm(total, quantityBreak.discount_ppm));
  add('PRIORITY', ppm(total, tariff.priorities[request.priority].surcharge_ppm));
  add('TAX', ppm(total, tariff.tax_ppm));

  const amount = Number(total);
  if (!Number.isSafeInteger(amount)) {
    throw new RangeError(`the price ${total} ${tariff.currency} is more than a number holds exactly`);
  }
  return {
    ok: true,
    price: { amount, currency: tariff.currency },
    breakdown,
    tariff_version: tariff.tariff_version,
    engine_version: ENGINE_VERSION,
    machine_seconds: Number(seconds),
  };
};
