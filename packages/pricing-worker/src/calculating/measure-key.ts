import type { OrderState } from '@order-ledger/domain/state';

/** Whose calculations may be shared with each other; never across tenants, or `cached` would tell of a rival's part. */
export const tenantOf = ({ partner_id }: Pick<OrderState, 'partner_id'>): string =>
  partner_id === null ? 'house' : `partner:${partner_id}`;

/** All that the geometry of a price follows from. Two orders that agree in it need one calculation. */
export interface MeasureInput {
  tenant: string;
  sha256: string;
  unit: 'MM' | 'CM' | 'INCH' | 'M';
  orientation: 'AS_IS' | 'BEST';
  /** The process profile: layer height, speeds and limits of a way of making. */
  process: string;
  engine_version: string;
  /** Not part of the key: they follow from the bytes, and the prediction needs them. */
  triangles: number;
  bytes: number;
}

/** @throws Error for an order that was never submitted */
export const measureInputOf = (state: OrderState, engineVersion: string): MeasureInput => {
  const { specification } = state;
  if (specification?.process === undefined) throw new Error('the order has no specification to measure');
  const { sha256, unit, orientation = 'AS_IS', process, model } = specification;
  const { triangles, bytes } = model;
  return {
    tenant: tenantOf(state),
    sha256,
    unit,
    orientation,
    process,
    engine_version: engineVersion,
    triangles,
    bytes,
  };
};

/** None of the parts can hold a space, so the text can be made in one way only. */
export const measureKeyOf = (input: MeasureInput): string =>
  [input.tenant, input.sha256, input.unit, input.orientation, input.process, input.engine_version].join(' ');
