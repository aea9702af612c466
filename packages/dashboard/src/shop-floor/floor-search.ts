/** What the floor's address says. */
export interface FloorSearch {
  /** Which work is looked at; absent: that of whoever looks. */
  side?: Side;
  /** The order that stands large. */
  order?: string;
}

export const SIDES = ['make', 'pack'] as const;
export type Side = (typeof SIDES)[number];

export const readFloorSearch = ({ side, order }: Readonly<Record<string, unknown>>): FloorSearch => {
  const known = SIDES.find((one) => one === side);
  return {
    ...(known === undefined ? {} : { side: known }),
    ...(typeof order === 'string' && /^[\da-f-]{36}$/i.test(order) ? { order } : {}),
  };
};

/** Where somebody begins: a packer at the packing table, everybody else at the machines. */
export const usualSide = (roles: readonly string[]): Side =>
  roles.includes('mes.packer') && !roles.includes('mes.operator') ? 'pack' : 'make';
