import type { EventData } from '@order-ledger/domain/events';
import { ENGINES, type Engine, engineOf } from '@order-ledger/pricing/engines';
import type { Measured, MeasureOptions } from '@order-ledger/pricing/measure';
import { ENGINE_VERSION, type Price } from '@order-ledger/pricing/price';
import type { Tariff } from '@order-ledger/pricing/tariff';
import { priceRequest } from '../calculating/price-request.ts';

export type GivenPrice = EventData<'PriceCalculated'>;

/** What a price follows from beside what its event holds. */
export interface Around {
  /** The model's bytes; null where its file is not here. */
  model: Uint8Array | null;
  /** Null where there is none of this version. */
  tariffOf(version: string): Tariff | null;
  inForce: Tariff;
  /** What an engine of this version measured of the model then; null where that is not kept. */
  measureBy(version: string): Promise<Measured | null>;
}

/** A price that was calculated again, or why there is none. */
type Calculated =
  | ({ ok: true; from: 'model' | 'measure' } & Pick<Price, 'price' | 'breakdown' | 'machine_seconds'>)
  | { ok: false; why: string };

export interface Repricing {
  given: GivenPrice;
  /** By the engine and the tariff of then. */
  again: Calculated;
  /** By the present engine and the tariff in force. */
  now: Calculated;
  engine_now: string;
  tariff_now: string;
}

const optionsOf = ({ parameters: { unit, orientation = 'AS_IS', process } }: GivenPrice): MeasureOptions => ({
  unit,
  orientation,
  process: process as MeasureOptions['process'],
  thinWalls: 'risk',
});

const priced = (
  engine: Pick<Engine, 'priceOf'>,
  measured: Measured,
  { parameters, price: { currency } }: GivenPrice,
  tariff: Tariff,
  from: 'model' | 'measure',
): Calculated => {
  if (!measured.ok) return { ok: false, why: `${measured.reason}: ${measured.detail}` };
  if (currency !== tariff.currency)
    return { ok: false, why: `tariff ${tariff.tariff_version} is in ${tariff.currency}` };
  const { material, process, quantity, priority, finishing, infill } = parameters;
  const request = { material, process, quantity, priority, finishing, infill, currency: undefined };
  const { ok, ...made } = engine.priceOf(measured.measure, priceRequest(request), tariff);
  return ok ? { ok, from, ...(made as Price) } : { ok, why: (made as { detail: string }).detail };
};

/** By an engine: from the model where it is here, else from what that engine measured of it then. */
const calculated = async (version: string, given: GivenPrice, tariff: Tariff, around: Around): Promise<Calculated> => {
  const engine = await engineOf(version);
  if (engine !== null && around.model !== null)
    return priced(engine, engine.measureModel(around.model, optionsOf(given)), given, tariff, 'model');
  const measured = await around.measureBy(version);
  const missing =
    engine === null
      ? `Engine ${version} is not in this build, which has ${ENGINES.join(', ')}: build the release that has it (docs/pricing.md)`
      : `The file of the model ${given.model_sha256} is not here: restore the folder of uploads`;
  if (measured === null) return { ok: false, why: `${missing}. What it measured then is not kept either.` };
  // How a price follows from a measure has been the same since the first engine.
  const pricing = engine ?? (await engineOf(ENGINE_VERSION))!;
  return priced(pricing, measured, given, tariff, 'measure');
};

/** A price that was given, calculated again as it was then, and as it would be now. */
export const reprice = async (given: GivenPrice, around: Around): Promise<Repricing> => {
  const tariff = around.tariffOf(given.tariff_version);
  const again: Calculated =
    tariff === null
      ? { ok: false, why: `Tariff ${given.tariff_version} is not in pricing.tariff: restore it from a backup.` }
      : await calculated(given.engine_version, given, tariff, around);
  const now = await calculated(ENGINE_VERSION, given, around.inForce, around);
  return { given, again, now, engine_now: ENGINE_VERSION, tariff_now: around.inForce.tariff_version };
};

/** The price of then came out again, line by line. */
export const isSame = ({ given, again }: Pick<Repricing, 'given' | 'again'>): boolean =>
  again.ok &&
  again.machine_seconds === given.machine_seconds &&
  again.price.amount === given.price.amount &&
  JSON.stringify(sumsOf(again)) === JSON.stringify(sumsOf(given));

/** Amounts by line, in the order of the calculation. */
export const sumsOf = ({ breakdown }: Pick<GivenPrice, 'breakdown'>): [line: string, amount: number][] =>
  breakdown.map(({ line, amount }) => [line, amount.amount]);
