import type { OrderEvent } from '../order-queries.ts';

/** What is wrong with a model, or was mended; `faces` by their numbers in the file, 1,000 at most. */
export interface ModelFault {
  code: string;
  count: number;
  faces: readonly number[];
  /** The order cannot be priced for it. */
  refuses: boolean;
}

export interface Model {
  sha256: string;
  unit: string;
  format: string;
  triangles: number;
  /** µm */
  box: readonly [number, number, number];
  faults: readonly ModelFault[];
}

/** An open surface is refused as soon as a price is calculated. */
const REFUSING: readonly string[] = ['OPEN_EDGES', 'FLIPPED', 'NO_VOLUME'];

type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

const faultsIn = (list: unknown): Pick<ModelFault, 'code' | 'count' | 'faces'>[] =>
  Array.isArray(list) ? (list as Pick<ModelFault, 'code' | 'count' | 'faces'>[]) : [];

/** The model that an order has after these events, with the faults that were told with it, and those of a refusal or of the risk of its price. */
export const modelOf = (events: readonly OrderEvent[]): Model | null => {
  const attached = events.findLast(({ data }) => isData(data.model) && typeof data.sha256 === 'string');
  if (attached === undefined) return null;
  const { sha256, unit, model } = attached.data as { sha256: string; unit: string; model: Data };
  const since = (of: string): Data | undefined =>
    events.findLast(({ type, event_version }) => type === of && event_version > attached.event_version)?.data;
  const refusing = faultsIn(since('OrderRejected')?.faults);
  const risk = since('PriceCalculated')?.risk;
  const found = [...refusing, ...faultsIn(isData(risk) ? risk.faults : undefined)];
  const told = faultsIn(model.warnings).filter(({ code }) => found.every((fault) => fault.code !== code));
  return {
    sha256,
    unit,
    format: String(model.format),
    triangles: Number(model.triangles),
    box: model.bounding_box as Model['box'],
    faults: [
      ...found.map((fault) => ({ ...fault, refuses: refusing.includes(fault) })),
      ...told.map((fault) => ({ ...fault, refuses: REFUSING.includes(fault.code) })),
    ].sort((one, other) => Number(other.refuses) - Number(one.refuses)),
  };
};
