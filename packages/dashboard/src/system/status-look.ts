import type { StatusName } from '../api/shapes.ts';

export type Hue = 'waiting' | 'pricing' | 'production' | 'packing' | 'shipping' | 'done' | 'hold' | 'bad' | 'off';

interface Look {
  hue: Hue;
  /** Its stage's work is over: a hollow dot instead of a filled one. */
  end?: true;
  struck?: true;
}

/** How a status looks, in the order of an order's life. The compiler names a status that has no look. */
// biome-ignore format: one status a line reads as the table that it is
export const STATUS_LOOK: Readonly<Record<StatusName, Look>> = {
  INITIATED:                     { hue: 'waiting' },
  FILE_UPLOADED:                 { hue: 'waiting' },
  SUBMITTED:                     { hue: 'pricing' },
  PRICE_CALCULATION_STARTED:     { hue: 'pricing' },
  PRICE_CALCULATED:              { hue: 'pricing', end: true },
  REJECTED:                      { hue: 'off', struck: true },
  WAITING_PAYMENT:               { hue: 'waiting' },
  MANUFACTURING_APPROVED:        { hue: 'production' },
  MANUFACTURING_STARTED:         { hue: 'production' },
  MANUFACTURING_FAILED:          { hue: 'bad' },
  REWORK_REQUIRED:               { hue: 'hold' },
  MANUFACTURING_COMPLETED:       { hue: 'production', end: true },
  PACKAGING_STARTED:             { hue: 'packing' },
  PACKAGING_COMPLETED:           { hue: 'packing', end: true },
  WAITING_SHIPMENT_CONFIRMATION: { hue: 'shipping' },
  SHIPPED:                       { hue: 'shipping' },
  DELIVERED:                     { hue: 'done' },
  CLOSED:                        { hue: 'done', end: true },
  CANCELLED:                     { hue: 'off', struck: true },
  RETURN_REQUESTED:              { hue: 'hold' },
  RETURNED:                      { hue: 'hold', end: true },
  ON_HOLD:                       { hue: 'hold' },
  ERROR:                         { hue: 'bad' },
};

export const STATUSES_IN_ORDER = Object.keys(STATUS_LOOK) as readonly StatusName[];
