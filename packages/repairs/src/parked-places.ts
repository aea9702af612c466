import { READ_MODEL_VERSION, versionSchema } from '@order-ledger/read-model/schema';

const READ_MODEL = versionSchema(READ_MODEL_VERSION);

/** A place where orders are parked, and how its process is asked for a retry. */
export interface ParkedPlace {
  /** What stops for the order; with several rows of an order, one each. */
  readonly by: string;
  readonly process: string;
  readonly table: string;
  /** Expressions over a row, as all that follow. */
  readonly what: string;
  readonly event_version: string;
  readonly reason: string;
  /** An operator has closed it; absent where nothing can be closed. */
  readonly closed?: string;
}

const NONE = 'null::text';
export const PARKED_PLACES: readonly ParkedPlace[] = [
  {
    ...{ by: 'read model', process: 'projector', table: `${READ_MODEL}.order_parked` },
    ...{ what: NONE, event_version: 'event_version', reason: 'reason', closed: 'closed_at is not null' },
  },
  {
    ...{ by: 'messages', process: 'bridge', table: 'messaging.parked_order' },
    ...{ what: 'exchange', event_version: 'event_version', reason: 'reason' },
  },
  {
    ...{ by: 'reactions', process: 'process-manager', table: 'process_manager.parked_order' },
    ...{ what: NONE, event_version: 'null', reason: 'reason' },
  },
  {
    ...{ by: 'pricing', process: 'pricing-worker', table: 'pricing.parked_order' },
    ...{ what: NONE, event_version: 'null', reason: 'reason' },
  },
  {
    ...{ by: 'index, lease, erasure', process: 'command-api', table: 'command_api.parked_event' },
    ...{ what: 'type', event_version: 'event_version', reason: "'not-applicable'" },
  },
];
