import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The newest is written to; those before it are closed, and packed. */
const SEGMENT = /^spans-\d{15}\.ndjson(\.gz)?$/;

export const segmentName = (since: number): string => `spans-${String(since).padStart(15, '0')}.ndjson`;

/** The oldest first. One that is being packed may stand there twice: the packed one is whole once it has its name. */
export const segmentsOf = (folder: string): string[] => {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => SEGMENT.test(name));
  const packed = new Set(names.filter((name) => name.endsWith('.gz')));
  return names.filter((name) => !packed.has(`${name}.gz`)).sort();
};

/** The lines of a segment; none of one that has gone meanwhile, because it was the oldest. */
export const linesOfSegment = (folder: string, name: string): string[] => textOf(folder, name).split('\n');

const textOf = (folder: string, name: string): string => {
  try {
    const content = readFileSync(join(folder, name));
    return (name.endsWith('.gz') ? gunzipSync(content) : content).toString('utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    // Packed since it was listed.
    return name.endsWith('.gz') ? '' : textOf(folder, `${name}.gz`);
  }
};
