import { messageType } from '@order-ledger/domain/events';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { messageId } from '@order-ledger/ledger/identity';
import { type Envelope, toEnvelope } from '@order-ledger/messaging/envelope';

/** The message of an event: the same for ever, its id included. */
export const messageOf = (event: RecordedEvent, eventId: string): Envelope =>
  toEnvelope(event, { id: messageId(eventId, messageType(event.type)) });
