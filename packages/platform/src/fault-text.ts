import { scrub } from './mask.ts';

/** Characters that are kept. */
const LONGEST = 500;

/**
 * What went wrong as a line for a table: without what may be somebody's data, and in a form that Postgres takes whatever
 * the text repeats. A U+0000 would be refused, and with it the row that is to show the fault.
 */
export const faultText = (error: unknown): string =>
  scrub(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
    .replaceAll('\0', '\u{fffd}')
    .slice(0, LONGEST)
    .toWellFormed();
