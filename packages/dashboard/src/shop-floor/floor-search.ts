import { oneOf, type RawSearch, said } from '../app/search.ts';

/** What the floor's address says. */
export interface FloorSearch {
  /** Which work is looked at; absent: that of whoever looks. */
  side?: Side;
  /** The order that stands large. */
  order?: string;
}

export const SIDES = ['make', 'pack'] as const;
export type Side = (typeof SIDES)[number];

export const readFloorSearch = ({ side, order }: RawSearch): FloorSearch =>
  said<FloorSearch>({
    side: oneOf(SIDES, side),
    order: typeof order === 'string' && /^[\da-f-]{36}$/i.test(order) ? order : undefined,
  });

/** Where somebody begins: a packer at the packing table, everybody else at the machines. */
export const usualSide = (roles: readonly string[]): Side =>
  roles.includes('mes.packer') && !roles.includes('mes.operator') ? 'pack' : 'make';
