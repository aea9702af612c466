import { readFileSync } from 'node:fs';

export interface StoredEvent {
  type: string;
  data: Record<string, unknown>;
  metadata: { schema_version: number };
}

/** Events as they were stored once, of every type and schema_version: with the fewest fields and with all. Kept for ever. */
export const STORED_EVENTS = JSON.parse(
  readFileSync(new URL('../../fixtures/events.json', import.meta.url), 'utf8'),
) as readonly StoredEvent[];
