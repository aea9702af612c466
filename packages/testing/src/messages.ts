import { randomUUID } from 'node:crypto';
import { messageType } from '@order-ledger/domain/events';
import { dataschemaOf, type Envelope, SOURCE } from '@order-ledger/messaging/envelope';

/** A message that pricing consumes. */
export const recalculation = (over: Partial<Envelope> = {}): Envelope => {
  const order_id = over.order_id ?? randomUUID();
  const type = messageType('PriceRecalculationRequested');
  return {
    id: randomUUID(),
    type,
    source: SOURCE,
    subject: order_id,
    time: new Date().toISOString(),
    dataschema: dataschemaOf(type, 1),
    event_version: 7,
    status_version: 3,
    previous_version: 5,
    schema_version: 1,
    correlation_id: 'correlation-1',
    causation_id: 'cause-1',
    order_id,
    data: { reason: 'EXPIRED' },
    ...over,
  };
};
