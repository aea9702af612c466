import { randomUUID } from 'node:crypto';
import type { EventData, EventType } from '@order-ledger/domain/events';
import { recordedEvent } from '@order-ledger/domain/recorded-event';
import { type Changes, foldBatch } from '@order-ledger/read-model/folding/fold-batch';
import type { ReadEvent } from '@order-ledger/read-model/folding/read-event';
import { SystemicError } from './poison.ts';

const SHA256 = '0'.repeat(64);

const LIFE: { readonly [Type in EventType]?: EventData<Type> } = {
  OrderInitiated: {
    customer_ref: 'known-good',
    channel: 'API',
    priority: 'NORMAL',
    terms: {
      payment: 'PREPAID',
      deposit_percent: 0,
      currency: 'RUB',
      quote_validity_s: 1,
      return_window_s: 0,
      warranty_s: 0,
    },
  },
  ModelFileUploaded: {
    upload_id: 'known-good',
    sha256: SHA256,
    unit: 'MM',
    model: { bytes: 1, format: 'STL_BINARY', triangles: 1, bounding_box: [1, 1, 1], warnings: [] },
  },
  OrderSubmitted: {
    material: 'known-good',
    process: 'known-good',
    quantity: 1,
    delivery: { method: 'PICKUP' },
    model_sha256: SHA256,
  },
};

/**
 * The beginning of an order as the ledger could hold it, written into every table: what refuses it refuses all. To be
 * rolled back, so its id is anybody's.
 */
export const knownGoodChanges = (at = new Date()): Changes => {
  const order_id = randomUUID();
  const events = Object.entries(LIFE).map(([type, data], index): ReadEvent => {
    const metadata = {
      schema_version: 1,
      order_id,
      event_version: index + 1,
      status_version: index + 1,
      correlation_id: 'known-good',
      $correlationId: 'known-good',
      causation_id: 'known-good',
      $causationId: 'known-good',
      command_id: order_id,
      actor: { id: 'known-good', kind: 'service', roles: [] },
      system: 'store',
      request_hash: SHA256,
      occurred_at: at.toISOString(),
      recorded_at: at.toISOString(),
      hash: SHA256,
    };
    return { event: recordedEvent(type, data, metadata), id: randomUUID(), position: { commit: 0n, prepare: 0n } };
  });
  const { changes, faults } = foldBatch(new Map(), events);
  if (faults[0] !== undefined) throw new SystemicError('not even a known good order folds', { cause: faults[0].error });
  return changes;
};
