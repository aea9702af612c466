import type { StatusName } from '../api/shapes.ts';

export type Hue = 'waiting' | 'pricing' | 'production' | 'packing' | 'shipping' | 'done' | 'hold' | 'bad' | 'off';

/** Statuses that people look at together, in the order of an order's life. */
export const GROUPS = ['entry', 'price', 'payment', 'make', 'pack', 'ship', 'after', 'stopped'] as const;
export type Group = (typeof GROUPS)[number];

interface Look {
  /** null: the order has ended. */
  group: Group | null;
  hue: Hue;
  /** Its stage's work is over: a hollow dot instead of a filled one. */
  end?: true;
  struck?: true;
}

/** How a status looks, in the order of an order's life. The compiler names a status that has no look. */
// biome-ignore format: one status a line reads as the table that it is
export const STATUS_LOOK: Readonly<Record<StatusName, Look>> = {
  INITIATED:                     { group: 'entry',   hue: 'waiting' },
  FILE_UPLOADED:                 { group: 'entry',   hue: 'waiting' },
  SUBMITTED:                     { group: 'price',   hue: 'pricing' },
  PRICE_CALCULATION_STARTED:     { group: 'price',   hue: 'pricing' },
  PRICE_CALCULATED:              { group: 'price',   hue: 'pricing', end: true },
  REJECTED:                      { group: null,      hue: 'off', struck: true },
  WAITING_PAYMENT:               { group: 'payment', hue: 'waiting' },
  MANUFACTURING_APPROVED:        { group: 'make',    hue: 'production' },
  MANUFACTURING_STARTED:         { group: 'make',    hue: 'production' },
  MANUFACTURING_FAILED:          { group: 'make',    hue: 'bad' },
  REWORK_REQUIRED:               { group: 'make',    hue: 'hold' },
  MANUFACTURING_COMPLETED:       { group: 'pack',    hue: 'production', end: true },
  PACKAGING_STARTED:             { group: 'pack',    hue: 'packing' },
  PACKAGING_COMPLETED:           { group: 'pack',    hue: 'packing', end: true },
  WAITING_SHIPMENT_CONFIRMATION: { group: 'ship',    hue: 'shipping' },
  SHIPPED:                       { group: 'ship',    hue: 'shipping' },
  DELIVERED:                     { group: 'after',   hue: 'done' },
  CLOSED:                        { group: null,      hue: 'done', end: true },
  CANCELLED:                     { group: null,      hue: 'off', struck: true },
  RETURN_REQUESTED:              { group: 'after',   hue: 'hold' },
  RETURNED:                      { group: 'after',   hue: 'hold', end: true },
  ON_HOLD:                       { group: 'stopped', hue: 'hold' },
  ERROR:                         { group: 'stopped', hue: 'bad' },
};

export const STATUSES_IN_ORDER = Object.keys(STATUS_LOOK) as readonly StatusName[];

export const statusesOf = (group: Group): readonly StatusName[] =>
  STATUSES_IN_ORDER.filter((status) => STATUS_LOOK[status].group === group);
