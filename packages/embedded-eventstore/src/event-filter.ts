import type { WireFilter } from './protocol.ts';
import { eventTypeBytes, type StoredRecord, streamNameBytes } from './record.ts';
import { invalidArgument } from './refusal.ts';

export type EventFilter = (record: StoredRecord) => boolean;

const patternOf = (regex: string): RegExp => {
  try {
    return new RegExp(regex);
  } catch (error) {
    throw invalidArgument(`the filter's regular expression is not understood: ${(error as Error).message}`);
  }
};

/** Throws a Refusal for a filter that says nothing, or for a regular expression that JavaScript does not know. */
export const compileFilter = ({ by, stream_name: byStream, event_type: byType }: WireFilter): EventFilter => {
  const expression = byStream ?? byType;
  if (!by || !expression) throw invalidArgument('the filter says neither stream name nor event type');
  const bytesOf = by === 'stream_name' ? streamNameBytes : eventTypeBytes;
  const { regex = '', prefix = [] } = expression;
  if (regex !== '') {
    const pattern = patternOf(regex);
    return (record) => pattern.test(bytesOf(record).toString('utf8'));
  }
  const starts = prefix.map((text) => Buffer.from(text));
  return (record) => {
    const name = bytesOf(record);
    return starts.some((start) => name.subarray(0, start.length).equals(start));
  };
};
