import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { EVENT_TYPES, messageType } from '@order-ledger/domain/events';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { recordedEvent } from '@order-ledger/domain/recorded-event';
import { newestVersion } from '@order-ledger/domain/upcast';
import { type Envelope, readEnvelope, toEnvelope } from '@order-ledger/messaging/envelope';
import { STORED_EVENTS } from '@order-ledger/testing/orders/stored-events';

const fixture = <Value>(path: string): Value => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
/** One message of each type and schema_version, kept for ever: consumers may still hold them. */
const MESSAGES = fixture<Envelope[]>('./fixtures/messages.json');

const ID = '0f8fad5b-d9cb-569f-a165-70867728950e';
const bytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const event = (index: number): RecordedEvent => {
  const { type, data, metadata } = STORED_EVENTS[index]!;
  return recordedEvent(type, data, metadata);
};

const expectRefusedInFewWords = (message: Buffer): void => {
  const refusal = (() => {
    try {
      return readEnvelope(message);
    } catch (error) {
      return error as Error;
    }
  })();
  expect(refusal).toMatchObject({ name: 'SchemaError', code: 'invalid' });
  expect((refusal as Error).message.length).toBeLessThan(2_000);
};

describe('a message', () => {
  it('reads as it was written, for every event that the ledger may hold [F1]', () => {
    for (const index of STORED_EVENTS.keys()) {
      const envelope = toEnvelope(event(index), { id: ID });
      expect(readEnvelope(bytes(envelope))).toEqual(envelope);
    }
  });

  it('of every kept sample is still read, and still written in the same form [F1] [F2]', () => {
    const kept = MESSAGES.map(({ type, schema_version }) => `${type} ${schema_version}`);
    const versions = EVENT_TYPES.flatMap((type) =>
      Array.from({ length: newestVersion(type) }, (_, index) => `${messageType(type)} ${index + 1}`),
    );
    expect(kept.sort()).toEqual(versions.sort());
    const written = STORED_EVENTS.map((_, index) => toEnvelope(event(index), { id: ID }));
    for (const sample of MESSAGES) {
      const read = readEnvelope(bytes(sample));
      expect(read).toMatchObject({ id: sample.id, data: sample.data });
      if (read.schema_version === sample.schema_version) expect(written).toContainEqual(sample);
    }
  });

  it('of an older version is read as one of the newest, whose schema it names [F1] [F2]', () => {
    const older = MESSAGES.find(
      ({ type, schema_version }) => type.endsWith('correction_recorded') && schema_version === 1,
    );
    expect(readEnvelope(bytes(older))).toEqual({
      ...older,
      schema_version: 2,
      dataschema: 'urn:order-ledger:schema:order.correction_recorded:2',
    });
    const foreign = { ...older, data: { ...older?.data, good_quantity: 2 } };
    expect(() => readEnvelope(bytes(foreign))).toThrow('good_quantity');
  });

  it('is refused whole when it is larger than any of ours, before it is read', () => {
    const large = bytes({ ...toEnvelope(event(0), { id: ID }), data: { note: 'x'.repeat(2_100_000) } });
    expect(() => readEnvelope(large)).toThrow(expect.objectContaining({ code: 'too-large' }));
  });

  it.each([
    ['lists within each other', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`],
    ['objects within each other', `${'{"a":'.repeat(300_000)}1${'}'.repeat(300_000)}`],
    ['items beside each other', `[${Array.from({ length: 600_000 }, () => '{}').join()}]`],
    ['a number of a million digits', '9'.repeat(1_000_000)],
  ])('that holds %s is refused in few words', (_what, value) => {
    const envelope = toEnvelope(event(0), { id: ID });
    const sent = JSON.stringify({ ...envelope, data: { ...envelope.data, placeholder: 0 } });
    const inData = Buffer.from(sent.replace('"placeholder":0', `"parcels":${value}`));
    const instead = Buffer.from(JSON.stringify({ ...envelope, data: 0 }).replace('"data":0', `"data":${value}`));
    for (const message of [inData, instead]) expectRefusedInFewWords(message);
  });

  it('of more fields than anybody knows is refused in few words', () => {
    const envelope = toEnvelope(event(0), { id: ID });
    const fields = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`field-${n}`, 1]));
    expectRefusedInFewWords(bytes({ ...envelope, ...fields }));
    expectRefusedInFewWords(bytes({ ...envelope, data: { ...envelope.data, ...fields } }));
  });

  it('holds nothing but what is agreed: an unknown field is refused', () => {
    const envelope = toEnvelope(event(0), { id: ID });
    expect(() => readEnvelope(bytes({ ...envelope, actor: { id: 'sub:anna' } }))).toThrow('does not fit its schema');
    expect(() => readEnvelope(bytes({ ...envelope, order_id: 'not-an-order' }))).toThrow('order_id');
  });
});
