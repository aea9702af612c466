import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { EVENT_TYPES, messageType } from '@order-ledger/domain/events';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { recordedEvent } from '@order-ledger/domain/recorded-event';
import { type Envelope, readEnvelope, toEnvelope } from '@order-ledger/messaging/envelope';

const fixture = <Value>(path: string): Value => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const EVENTS = fixture<{ type: string; data: unknown; metadata: unknown }[]>('../../domain/test/fixtures/events.json');
/** One message of each type and schema_version, kept for ever: consumers may still hold them. */
const MESSAGES = fixture<Envelope[]>('./fixtures/messages.json');

const ID = '0f8fad5b-d9cb-569f-a165-70867728950e';
const bytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const event = (index: number): RecordedEvent => {
  const { type, data, metadata } = EVENTS[index]!;
  return recordedEvent(type, data, metadata);
};

describe('a message', () => {
  it('reads as it was written, for every event that the ledger may hold [F1]', () => {
    for (const index of EVENTS.keys()) {
      const envelope = toEnvelope(event(index), { id: ID });
      expect(readEnvelope(bytes(envelope))).toEqual(envelope);
    }
  });

  it('of every kept sample is still read, and still written in the same form [F1] [F2]', () => {
    expect(new Set(MESSAGES.map(({ type }) => type))).toEqual(new Set(EVENT_TYPES.map(messageType)));
    for (const sample of MESSAGES)
      expect(readEnvelope(bytes(sample))).toMatchObject({ id: sample.id, data: sample.data });
    const written = EVENTS.map((_, index) => toEnvelope(event(index), { id: ID }));
    for (const sample of MESSAGES) expect(written).toContainEqual(sample);
  });

  it('holds nothing but what is agreed: an unknown field is refused', () => {
    const envelope = toEnvelope(event(0), { id: ID });
    expect(() => readEnvelope(bytes({ ...envelope, actor: { id: 'sub:anna' } }))).toThrow('does not fit its schema');
    expect(() => readEnvelope(bytes({ ...envelope, order_id: 'not-an-order' }))).toThrow('order_id');
  });
});
