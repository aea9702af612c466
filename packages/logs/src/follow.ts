import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as sleep } from 'node:timers/promises';
import { type LineFilter, logFilesIn, passes } from './lines-of.ts';
import { type LogLine, readLine } from './log-line.ts';

/** Milliseconds between two looks. */
const LOOK_MS = 250;
const PIECE_BYTES = 65_536;

interface Followed {
  /** Read so far. */
  at: number;
  decoder: StringDecoder;
  /** A line whose end has not come yet. */
  rest: string;
}

const fresh = (at: number): Followed => ({ at, decoder: new StringDecoder('utf8'), rest: '' });

/** Where each file ends now: what follows is what comes after this. */
export const endsOf = (folder: string): Map<string, number> =>
  new Map(
    logFilesIn(folder)
      .filter(({ name }) => name.endsWith('.log'))
      .map(({ name }) => [name, statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0]),
  );

/** The lines that pass, as they come, until the signal; of each look the earliest first. Files may come and be emptied. */
export async function* followLines(
  folder: string,
  filter: LineFilter,
  from: ReadonlyMap<string, number>,
  signal: AbortSignal,
): AsyncGenerator<LogLine> {
  const followed = new Map([...from].map(([name, at]) => [name, fresh(at)]));
  while (!signal.aborted) {
    const lines: LogLine[] = [];
    for (const { name, service } of logFilesIn(folder)) {
      if (!name.endsWith('.log')) continue;
      if (filter.services !== undefined && !filter.services.includes(service)) continue;
      const file = followed.get(name) ?? fresh(0);
      followed.set(name, file);
      for (const text of newLines(join(folder, name), file)) {
        const line = readLine(text, service);
        if (line !== undefined && passes(filter, line, text)) lines.push(line);
      }
    }
    yield* lines.sort((a, b) => a.at - b.at);
    await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined);
  }
}

const newLines = (path: string, file: Followed): string[] => {
  let open: number;
  try {
    open = openSync(path, 'r');
  } catch {
    // It went since it was listed.
    return [];
  }
  try {
    // It was packed away and emptied: what it holds now is new.
    if (fstatSync(open).size < file.at) Object.assign(file, fresh(0));
    const buffer = Buffer.alloc(PIECE_BYTES);
    for (let read = 1; read > 0; ) {
      read = readSync(open, buffer, 0, PIECE_BYTES, file.at);
      file.at += read;
      file.rest += file.decoder.write(buffer.subarray(0, read));
    }
  } finally {
    closeSync(open);
  }
  const lines = file.rest.split('\n');
  file.rest = lines.pop() ?? '';
  return lines;
};
