import type { Reading } from '../../src/free-text/texts.ts';

/** A reading by somebody, of whichever event. */
export const readingBy = (reader: string): Reading => ({
  reader,
  order_id: crypto.randomUUID(),
  event_version: 1,
  correlation_id: 'test',
});
