import { MM_PER, type Unit } from './units.ts';

type Box = readonly [number, number, number];

/** What a file without a unit may measure, in µm. */
interface Size {
  unit: Unit;
  bounding_box: [number, number, number];
}

export interface UnitDoubt {
  detail: string;
  /** As it is read unless another unit is named, and as it was probably meant. */
  sizes: [Size, Size];
}

/**
 * Millimetres below which the longest side of a part is seldom meant, and the unit that makes a part of it: models in
 * metres are a thousandth of their size, those in inches a twenty-fifth.
 */
const SMALL = [
  { below: 0.5, unit: 'M' },
  { below: 5, unit: 'INCH' },
] as const satisfies readonly { below: number; unit: Unit }[];

const WORDS: Readonly<Record<Unit, string>> = { MM: 'millimetres', CM: 'centimetres', INCH: 'inches', M: 'metres' };

const sizeIn = (unit: Unit, box: Box): Size => ({
  unit,
  bounding_box: box.map((side) => Math.round(side * MM_PER[unit])) as Size['bounding_box'],
});

const inWords = ({ unit, bounding_box }: Size): string =>
  `in ${WORDS[unit]} ${bounding_box.map((side) => side / 1000).join(' × ')} mm`;

/**
 * What is to be said of a model whose size suggests another unit than millimetres, of a file that names none; null where
 * there is nothing to say. `box`: µm where a unit of the file is a millimetre.
 */
export const unitDoubtOf = (box: Box): UnitDoubt | null => {
  const longest = Math.max(...box) / 1000;
  const other = longest > 0 ? SMALL.find(({ below }) => longest < below) : undefined;
  if (other === undefined) return null;
  const sizes: UnitDoubt['sizes'] = [sizeIn('MM', box), sizeIn(other.unit, box)];
  return {
    detail: `The file names no unit. Read ${sizes.map(inWords).join(', ')}. Name the unit ${other.unit} where you attach it, if that is the size that you mean.`,
    sizes,
  };
};
