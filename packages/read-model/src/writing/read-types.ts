import pg from 'pg';

const INT8 = 20;
const TIMESTAMPTZ = 1184;

/** The forms of the fold: numbers for bigint (all are below 2⁵³), the stored form of times, null for `infinity`. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: Number,
  [TIMESTAMPTZ]: (text) => {
    const time: unknown = pg.types.getTypeParser(TIMESTAMPTZ, 'text')(text);
    return time instanceof Date ? time.toISOString() : null;
  },
};
export const readTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers[oid] ?? (format === 'binary' ? pg.types.getTypeParser(oid, format) : pg.types.getTypeParser(oid, 'text')),
} as pg.CustomTypesConfig;
