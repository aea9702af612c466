// Made by `npm run docs` from packages/pricing/src/units.ts.
/** mm a unit of the file. */
export const MM_PER: Readonly<Record<string, number>> = {
  MM: 1,
  CM: 10,
  INCH: 25.4,
  M: 1000,
};
