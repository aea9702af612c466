import { MM_PER } from './units.gen.ts';

/** How many mm a unit of the file is; null for a unit that an API newer than this page takes: its scale is not known here. */
export const mmPerUnit = (unit: string): number | null =>
  Object.hasOwn(MM_PER, unit) ? (MM_PER[unit] as number) : null;
