import { randomUUID } from 'node:crypto';
import { binaryEvent, type EventData, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { eventHash, eventId, NO_HASH } from '@order-ledger/ledger/identity';
import { orderStream } from '@order-ledger/ledger/stored/codec';

type Fields = Readonly<Record<string, unknown>>;

/** An event as this program writes it: its hash follows on the one before it, its id on its hash. */
export const chainedEvent = (previousHash: string, type: string, data: Fields, metadata: Fields): EventData => {
  const hash = eventHash(previousHash, { type, data, metadata });
  return { id: eventId(hash), contentType: 'application/json', type, data, metadata: { ...metadata, hash } };
};

/** These events as this program would have written them for an order: their hashes follow on each other. */
export const rechained = (order_id: string, events: readonly RecordedEvent[]): EventData[] => {
  let last = NO_HASH;
  return events.map(({ type, data, metadata: { hash: _, ...metadata } }) => {
    const event = chainedEvent(last, type, { ...data }, { ...metadata, order_id });
    last = (event.metadata as { hash: string }).hash;
    return event;
  });
};

/** The metadata that an event behind this one would have, `hash` aside. */
const metadataBehind = ({ metadata: { hash: _, ...rest } }: RecordedEvent): Fields => ({
  ...rest,
  command_id: randomUUID(),
  event_version: rest.event_version + 1,
});

/** What a newer version of this program writes behind an event. */
export const newerBehind = (last: RecordedEvent, metadata: Fields = {}, type = 'OrderTeleported'): EventData =>
  chainedEvent(last.metadata.hash, type, { to: 'the moon' }, { ...metadataBehind(last), ...metadata });

const DATA = { hello: 'world' };
const unlike = (last: RecordedEvent, metadata: Fields, type?: string): EventData => newerBehind(last, metadata, type);
/** With a hash that does not follow on the event before it, and the id that follows on that hash. */
const wrong = (last: RecordedEvent, type: string, data: Fields = DATA, changes: Fields = {}): EventData =>
  chainedEvent('f'.repeat(64), type, data, { ...metadataBehind(last), ...changes });
const copyOf = ({ type, data, metadata }: RecordedEvent): EventData => ({
  id: randomUUID(),
  contentType: 'application/json',
  ...JSON.parse(JSON.stringify({ type, data, metadata })),
});

/** Events that this program did not write, each as it would stand behind the last event of an order. */
export const FOREIGN_EVENTS: Readonly<Record<string, (last: RecordedEvent) => EventData>> = {
  'an unknown type without metadata': () => jsonEvent({ type: 'X', data: {} }),
  'a known type without metadata': () => jsonEvent({ type: 'OrderCancelled', data: {} }),
  'an unknown type with a version alone': () => jsonEvent({ type: 'X', data: DATA, metadata: { schema_version: 1 } }),
  'a known type with a newer version alone': () =>
    jsonEvent({ type: 'NoteAdded', data: DATA, metadata: { schema_version: 99 } }),
  'metadata of another shape': () => jsonEvent({ type: 'X', data: DATA, metadata: { who: ['somebody'], hash: 7 } }),
  'a hash and nothing else': () => jsonEvent({ type: 'X', data: DATA, metadata: { hash: 'a'.repeat(64) } }),
  'a version that is no number': (last) => unlike(last, { schema_version: 'two' }),
  'data that are a list': () => jsonEvent({ type: 'X', data: [1, 2] as unknown as Fields }),
  'a content type of bytes': () => binaryEvent({ type: 'X', data: Buffer.from([0, 1, 2, 255]) }),
  'a content type of bytes with metadata of bytes': () =>
    binaryEvent({ type: 'NoteAdded', data: Buffer.from([0]), metadata: Buffer.from([0xff]) }),
  'our metadata with a content type of bytes': (last) => {
    const { type, id, metadata } = newerBehind(last);
    const text = Buffer.from(JSON.stringify(metadata));
    return binaryEvent({ id: id ?? '', type, data: Buffer.from('{"to":"the moon"}'), metadata: text });
  },
  'text that is no JSON': () => ({ ...jsonEvent({ type: 'X', data: '{"broken' }), metadata: Buffer.from('{') }),
  'our shape and an unknown type with a wrong hash': (last) => wrong(last, 'OrderTeleported'),
  'our shape and a newer version with a wrong hash': (last) =>
    wrong(last, 'NoteAdded', { note: { ref: 'r', hmac: 'a'.repeat(64) } }, { schema_version: 99 }),
  'our shape and a known type with a wrong hash': (last) =>
    wrong(last, 'NoteAdded', { note: { ref: 'r', hmac: 'a'.repeat(64) } }),
  'a hash that follows on the first event of any stream': (last) =>
    chainedEvent(NO_HASH, 'OrderTeleported', DATA, metadataBehind(last)),
  'an id that is not made of its hash': (last) => ({ ...newerBehind(last), id: randomUUID() }),
  'a copy of the event before it': copyOf,
  'a copy of it under a version that follows': (last) =>
    chainedEvent(last.metadata.hash, 'OrderTeleported', DATA, { ...metadataBehind(last), event_version: 1 }),
  'a version that leaves one out': (last) => unlike(last, { event_version: last.metadata.event_version + 2 }),
  'the id of another order': (last) => unlike(last, { order_id: randomUUID() }),
  'a type as long as a stream takes': () => jsonEvent({ type: 'X'.repeat(16_000), data: {} }),
  'half a megabyte of data': () => jsonEvent({ type: 'X', data: { text: 'x'.repeat(500_000) } }),
  'forty thousand fields': () =>
    jsonEvent({
      type: 'NoteAdded',
      data: {},
      metadata: Object.fromEntries([...Array(40_000).keys()].map((n) => [`f${n}`, n])),
    }),
  'a number without an end': (last) => {
    const { id, type, metadata } = newerBehind(last);
    return {
      id: id ?? '',
      contentType: 'application/json',
      type,
      data: '{"n":1e999}',
      metadata,
    } as unknown as EventData;
  },
  'U+0000 in its type and its fields': () => jsonEvent({ type: 'X\u0000', data: { 'a\u0000': '\u0000' } }),
};

/** What is none of ours behind the last event of an order: one event, or one in the middle of what looks like ours. */
export const FOREIGN_TAILS: Readonly<Record<string, (last: RecordedEvent) => readonly EventData[]>> = {
  ...Object.fromEntries(
    Object.entries(FOREIGN_EVENTS).map(([kind, foreign]) => [kind, (last: RecordedEvent) => [foreign(last)]]),
  ),
  'one before an event that follows on the last of ours': (last) => {
    const note = { note: { ref: 'text/1', hmac: 'a'.repeat(64) } };
    const event_version = last.metadata.event_version + 2;
    return [
      jsonEvent({ type: 'X', data: {} }),
      chainedEvent(last.metadata.hash, 'NoteAdded', note, { ...metadataBehind(last), event_version }),
    ];
  },
};

/** Appends behind the ledger's back. */
export const appendForeign = async (url: string, stream: string, events: readonly EventData[]): Promise<void> => {
  const client = EventStoreDBClient.connectionString(url);
  try {
    await client.appendToStream(stream, [...events]);
  } finally {
    await client.dispose();
  }
};

export const appendForeignTo = (url: string, orderId: string, events: readonly EventData[]): Promise<void> =>
  appendForeign(url, orderStream(orderId), events);
