import { type Measured, type MeasureOptions, measureModel } from './measure.ts';
import { ENGINE_VERSION, priceOf } from './price.ts';

/** What makes a price: the measure of a model, and its price by a tariff. */
export interface Engine {
  measureModel(bytes: Uint8Array, options: MeasureOptions): Measured;
  priceOf: typeof priceOf;
}

/** Former engines, each in a file of its own as it was: see `engines/keep.mjs`. */
const KEPT = ['1.0.0', '1.1.0', '2.0.0', '2.1.0', '2.2.0', '2.3.0', '2.4.0'] as const;

export const ENGINES: readonly string[] = [...KEPT, ENGINE_VERSION];

/** The engine of a version, the present one or a former one; null where this build has none such. */
export const engineOf = async (version: string): Promise<Engine | null> => {
  if (version === ENGINE_VERSION) return { measureModel, priceOf };
  if (!KEPT.some((kept) => kept === version)) return null;
  return (await import(new URL(`../engines/${version}.js`, import.meta.url).href)) as Engine;
};
