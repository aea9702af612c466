import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { segmentName, segmentsOf } from './segments.ts';
import { lineOf, type Span } from './spans.ts';

interface StoreOptions {
  readonly folder: string;
  /** All that the folder holds, at most; the oldest goes first. */
  readonly limitBytes: number;
  /** A segment of this size is closed and packed. */
  readonly segmentBytes?: number;
  /** Told what went wrong beside the adding. */
  readonly onFault: (error: unknown) => void;
}

export interface SpanStore {
  /** The spans are with the system when this returns; throws what the disk says. */
  add(spans: readonly Span[]): void;
  /** Resolves when nothing is being packed any more. */
  settled(): Promise<void>;
}

const SEGMENT_BYTES = 8_388_608;
const pack = promisify(gzip);

/**
 * Spans in files, a line each, so that they outlive whoever wrote them: what is written is never changed, a closed file
 * is packed to about a tenth, and the oldest is removed when all together are too large.
 */
export const openSpanStore = (options: StoreOptions): SpanStore => {
  const { folder, limitBytes, segmentBytes = SEGMENT_BYTES, onFault } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const sizeOf = (name: string): number => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0;

  let newest = 0;
  const fresh = (): string => {
    // Two in one millisecond, or a clock that was set back, must not give one name twice.
    newest = Math.max(Date.now(), newest + 1);
    return segmentName(newest);
  };
  const last = segmentsOf(folder).at(-1);
  if (last !== undefined) newest = Number(/\d+/.exec(last)?.[0]);
  let current = last !== undefined && !last.endsWith('.gz') ? last : fresh();
  let written = sizeOf(current);
  // The last line of one that was killed may be torn.
  if (written > 0) appendFileSync(join(folder, current), '\n');

  const trim = (): void => {
    const names = segmentsOf(folder);
    let size = names.reduce((sum, name) => sum + sizeOf(name), 0);
    for (const name of names) {
      if (size <= limitBytes || name === current) return;
      size -= sizeOf(name);
      rmSync(join(folder, name), { force: true });
    }
  };
  const packOne = async (name: string): Promise<void> => {
    const path = join(folder, name);
    if (!existsSync(path)) return;
    writeFileSync(`${path}.gz.new`, await pack(await readFile(path), { level: 6 }), { mode: 0o600 });
    renameSync(`${path}.gz.new`, `${path}.gz`);
    rmSync(path, { force: true });
    trim();
  };
  let packing = Promise.resolve();
  const packLater = (name: string): void => {
    packing = packing.then(() => packOne(name)).catch(onFault);
  };
  for (const name of segmentsOf(folder)) if (!name.endsWith('.gz') && name !== current) packLater(name);

  return {
    add: (spans) => {
      if (spans.length === 0) return;
      const lines = Buffer.from(`${spans.map(lineOf).join('\n')}\n`);
      appendFileSync(join(folder, current), lines, { mode: 0o600 });
      written += lines.length;
      if (written < segmentBytes) return;
      const full = current;
      current = fresh();
      written = 0;
      trim();
      packLater(full);
    },
    settled: () => packing,
  };
};
