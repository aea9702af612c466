/** Lengths that a model may be in: mm of one, what an order calls it, and what a 3MF does. */
const LENGTHS = [
  { mm: 1, order: 'MM', threeMf: 'millimeter' },
  { mm: 10, order: 'CM', threeMf: 'centimeter' },
  { mm: 25.4, order: 'INCH', threeMf: 'inch' },
  { mm: 1000, order: 'M', threeMf: 'meter' },
  { mm: 0.001, order: null, threeMf: 'micron' },
  { mm: 304.8, order: null, threeMf: 'foot' },
] as const;

/** What an order may say that a unit of its file is. */
export type Unit = NonNullable<(typeof LENGTHS)[number]['order']>;

/** mm a unit of the file. */
export const MM_PER = Object.fromEntries(
  LENGTHS.flatMap(({ mm, order }) => (order === null ? [] : [[order, mm]])),
) as Readonly<Record<Unit, number>>;

/** mm a unit that a 3MF names. */
export const MM_PER_OF_3MF: ReadonlyMap<string, number> = new Map(LENGTHS.map(({ mm, threeMf }) => [threeMf, mm]));
