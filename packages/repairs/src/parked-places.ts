import { READ_MODEL_VERSION, versionSchema } from '@order-ledger/read-model/schema';

const READ_MODEL = versionSchema(READ_MODEL_VERSION);

/** Somewhere an order is put aside, and how whoever did it is asked to try it again. */
export interface ParkedPlace {
  /** What does not go on for the order; with several rows of an order, one each. */
  readonly by: string;
  readonly process: string;
  readonly table: string;
  /** Expressions over a row, as all that follow. */
  readonly what: string;
  readonly event_version: string;
  readonly reason: string;
  /** A person has decided that it stays so; absent where nobody is asked. */
  readonly closed?: string;
  /** Asks for a trial. */
  readonly ask: string;
  /** Asked for, and not tried yet. */
  readonly waits: string;
}

const NONE = 'null::text';
/** No look was ever so long ago: the next one takes these first. */
const LONG_AGO = "'epoch'::timestamptz";
/** Some touch a row before they try its order. */
const tried = (column: string): string => `${column} > now() - interval '3 seconds' or ${column} = ${LONG_AGO}`;

export const PARKED_PLACES: readonly ParkedPlace[] = [
  {
    ...{ by: 'read model', process: 'projector', table: `${READ_MODEL}.order_parked` },
    ...{ what: NONE, event_version: 'event_version', reason: 'reason', closed: 'closed_at is not null' },
    ...{ ask: 'retry_requested_at = now()', waits: 'retry_requested_at is not null' },
  },
  {
    ...{ by: 'messages', process: 'bridge', table: 'messaging.parked_order' },
    ...{ what: 'exchange', event_version: 'event_version', reason: 'reason' },
    ...{ ask: 'released_at = now()', waits: 'released_at is not null' },
  },
  {
    ...{ by: 'reactions', process: 'process-manager', table: 'process_manager.parked_order' },
    ...{ what: NONE, event_version: 'null', reason: 'reason' },
    ...{ ask: `looked_at = ${LONG_AGO}`, waits: tried('looked_at') },
  },
  {
    ...{ by: 'pricing', process: 'pricing-worker', table: 'pricing.parked_order' },
    ...{ what: NONE, event_version: 'null', reason: 'reason' },
    ...{ ask: `look_at = ${LONG_AGO}`, waits: `look_at = ${LONG_AGO}` },
  },
  {
    ...{ by: 'index, lease, erasure', process: 'command-api', table: 'command_api.parked_event' },
    ...{ what: 'type', event_version: 'event_version', reason: "'not-applicable'" },
    ...{ ask: `tried_at = ${LONG_AGO}`, waits: tried('tried_at') },
  },
];
