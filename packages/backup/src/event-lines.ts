import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { WholeEvent } from '@order-ledger/ledger/stored/whole';
import type { Step } from './progress.ts';

/** The events of a named event store, a line of JSON each, compressed. */
export const EVENT_LINES = 'events.ndjson.gz';

/** @returns how many there were, and the last */
export const writeEventLines = async (
  file: string,
  events: AsyncIterable<WholeEvent>,
  step: Step,
): Promise<{ events: number; last: WholeEvent | null }> => {
  let [count, last]: [number, WholeEvent | null] = [0, null];
  const lines = async function* () {
    for await (const event of events) {
      count += 1;
      last = event;
      yield `${JSON.stringify(event)}\n`;
    }
  };
  const counted = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      step.add(chunk.length);
      done(null, chunk);
    },
  });
  await pipeline(Readable.from(lines()), createGzip({ level: 4 }), counted, createWriteStream(file, { mode: 0o600 }));
  return { events: count, last };
};

export async function* readEventLines(file: string): AsyncGenerator<WholeEvent> {
  const input = createReadStream(file);
  const unpacked = createGunzip();
  // An error of either ends the reading with it, rather than the process.
  const done = pipeline(input, unpacked);
  done.catch(() => undefined);
  for await (const line of createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY }))
    if (line !== '') yield JSON.parse(line) as WholeEvent;
  await done;
}
