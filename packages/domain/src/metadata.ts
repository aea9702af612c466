import { z } from 'zod';
import { ACTOR_KINDS } from './grants.ts';
import { reference } from './reference.ts';
import { SYSTEMS } from './status.ts';
import { code, positiveCount, sha256, timestamp, uuid } from './values.ts';

const recordedActor = z.strictObject({
  id: code,
  kind: z.enum(ACTOR_KINDS),
  /** Sorted. Any role of the past or the future: the record outlives the list. */
  roles: z.array(code),
  partner_id: code.optional(),
  on_behalf_of: reference.optional(),
});

/**
 * What every event of an order carries beside its data.
 * `event_version` counts all events of the order from 1; `status_version` counts status changes only, densely;
 * `previous_version` is the event_version of this order's previous event on the same exchange (absent for the first),
 * so that a consumer of one exchange sees a gap. `hash` chains the events: a change of any byte shows.
 */
export const metadata = z.strictObject({
  schema_version: positiveCount,
  order_id: uuid,
  event_version: positiveCount,
  status_version: positiveCount,
  previous_version: positiveCount.optional(),
  correlation_id: code,
  $correlationId: code,
  causation_id: code,
  $causationId: code,
  command_id: uuid,
  actor: recordedActor,
  system: z.enum(SYSTEMS),
  request_hash: sha256,
  occurred_at: timestamp,
  occurred_at_given: timestamp.optional(),
  recorded_at: timestamp,
  traceparent: z
    .string()
    .regex(/^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/)
    .optional(),
  hash: sha256,
});
export type Metadata = z.infer<typeof metadata>;

/** What every version of this program writes, a future one too: it may add fields, systems and kinds of actors. */
export const anyVersionMetadata = z.looseObject({
  ...metadata.shape,
  actor: z.looseObject({ ...recordedActor.shape, kind: code }),
  system: code,
});
