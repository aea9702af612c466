import { eventType, eventTypeBytes, type StoredRecord, streamName, streamNameBytes } from './record.ts';

export interface FilterExpression {
  readonly by: 'stream-name' | 'event-type';
  readonly regex: string;
  readonly prefixes: readonly string[];
}

export type EventFilter = (record: StoredRecord) => boolean;

/** Throws a SyntaxError for a regular expression that JavaScript does not know. */
export const compileFilter = ({ by, regex, prefixes }: FilterExpression): EventFilter => {
  if (regex !== '') {
    const pattern = new RegExp(regex);
    return by === 'stream-name'
      ? (record) => pattern.test(streamName(record))
      : (record) => pattern.test(eventType(record));
  }
  const starts = prefixes.map((prefix) => Buffer.from(prefix, 'utf8'));
  const bytesOf = by === 'stream-name' ? streamNameBytes : eventTypeBytes;
  return (record) => {
    const name = bytesOf(record);
    return starts.some(
      (start) => name.length >= start.length && name.compare(start, 0, start.length, 0, start.length) === 0,
    );
  };
};
