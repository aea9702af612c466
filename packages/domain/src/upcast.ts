import { z } from 'zod';
import { CORRECTION_REASONS } from './closed-lists.ts';
import type { EventType } from './events.ts';
import { positiveCount, textReference } from './values.ts';

/** A form of an event's data that is written no more: its schema, and what makes the next version's form of it. */
interface OlderVersion {
  data: z.ZodType;
  lift: (data: Record<string, unknown>) => Record<string, unknown>;
}
export type OlderVersions = Readonly<Partial<Record<EventType, readonly OlderVersion[]>>>;

/**
 * Past forms of each type, oldest first: the first entry is schema_version 1, each lifts to the next, the last one to
 * the newest form, which stands in EVENTS. Events are never rewritten, so an entry stays for ever.
 */
export const OLDER_VERSIONS: OlderVersions = {
  CorrectionRecorded: [
    {
      // Said that an event is wrong, and had no place for what is right.
      data: z.strictObject({
        corrects_event_version: positiveCount,
        reason: z.enum(CORRECTION_REASONS),
        note: textReference.optional(),
      }),
      lift: (data) => data,
    },
  ],
};

/** The schema_version that is written for a type. */
export const newestVersion = (type: EventType, older: OlderVersions = OLDER_VERSIONS): number =>
  (older[type]?.length ?? 0) + 1;
