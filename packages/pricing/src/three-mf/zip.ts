import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import { LIMITS } from './limits.ts';
import { shown, unreadable } from './unreadable.ts';

const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const SIZES_64 = 1;
const IN_64 = 0xffffffff;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
/** A thousandfold of it at most comes out at once. */
const PIECE = 16_384;

interface Entry {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  size: number;
  local: number;
}

export interface Zip {
  /** As they stand in the directory, folders left out. */
  names: readonly string[];
  /**
   * Unpacks a file, piece by piece. What was taken before it throws is void.
   *
   * @throws UnreadableError for one that is damaged, or larger than the directory or `most` says
   */
  read(name: string, take: (chunk: Uint8Array) => void, most?: number): void;
  has(name: string): boolean;
}

/** Names differ by more than the case of their letters and how their folders are written, which some programs do their own way. */
const keyOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/** Whole numbers of eight bytes; beyond the largest that is exact nothing of a file in memory lies. */
const big = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** Where the list of files begins, and how many it has. */
const directoryOf = (view: DataView): { at: number; count: number } => {
  const { byteLength: length } = view;
  for (let at = length - END_BYTES; at >= Math.max(0, length - END_BYTES - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) !== END || at + END_BYTES + view.getUint16(at + 20, true) !== length) continue;
    const locator = at - 20;
    if (locator >= 0 && view.getUint32(locator, true) === END_64_LOCATOR) {
      const end = big(view, locator + 8);
      if (end + 56 > length || view.getUint32(end, true) !== END_64) break;
      return { at: big(view, end + 48), count: big(view, end + 32) };
    }
    return { at: view.getUint32(at + 16, true), count: view.getUint16(at + 10, true) };
  }
  throw unreadable('The file is a zip archive, as 3MF is, that ends too early or goes on behind its end');
};

/** Sizes and place of an entry that are too large for its fixed fields. */
const in64 = (view: DataView, entry: Entry, from: number, to: number): void => {
  for (let at = from; at + 4 <= to; ) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === SIZES_64) {
      let next = at + 4;
      for (const field of ['size', 'packed', 'local'] as const) {
        if (entry[field] !== IN_64 || next + 8 > Math.min(to, at + 4 + size)) continue;
        entry[field] = big(view, next);
        next += 8;
      }
    }
    at += 4 + size;
  }
};

const entriesOf = (bytes: Uint8Array, view: DataView): Map<string, Entry> => {
  const entries = new Map<string, Entry>();
  let { at, count } = directoryOf(view);
  if (count > LIMITS.entries) throw unreadable(`The archive holds ${count} files; at most ${LIMITS.entries} are read`);
  for (; count > 0; count--) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY)
      throw unreadable('The list of files in the archive is damaged');
    const nameEnd = at + ENTRY_BYTES + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > bytes.length) throw unreadable('The list of files in the archive is damaged');
    const entry: Entry = {
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, nameEnd)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      local: view.getUint32(at + 42, true),
    };
    in64(view, entry, nameEnd, extraEnd);
    at = next;
    if (entry.name.endsWith('/')) continue;
    // Of two with one name each program would take another.
    if (entries.has(keyOf(entry.name))) throw unreadable(`The archive holds "${shown(entry.name)}" twice`);
    entries.set(keyOf(entry.name), entry);
  }
  return entries;
};

/** The bytes of an entry as they are packed. Its own header must agree with the list, or programs would read different files. */
const packedOf = (bytes: Uint8Array, view: DataView, { name, local, packed, flags }: Entry): Uint8Array => {
  const damaged = () => unreadable(`"${shown(name)}" in the archive is damaged`);
  if ((flags & ENCRYPTED) !== 0) throw unreadable(`"${shown(name)}" in the archive is encrypted`);
  if (local + LOCAL_BYTES > bytes.length || view.getUint32(local, true) !== LOCAL) throw damaged();
  const nameEnd = local + LOCAL_BYTES + view.getUint16(local + 26, true);
  const begin = nameEnd + view.getUint16(local + 28, true);
  if (begin + packed > bytes.length) throw damaged();
  if (new TextDecoder().decode(bytes.subarray(local + LOCAL_BYTES, nameEnd)) !== name) throw damaged();
  return bytes.subarray(begin, begin + packed);
};

/**
 * A zip archive in memory by its list of files. Nothing is unpacked before it is asked for, and never more than the list
 * says or the limits allow.
 *
 * @throws UnreadableError
 */
export const zipOf = (bytes: Uint8Array): Zip => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(bytes, view);
  let left: number = LIMITS.inflated;

  const read: Zip['read'] = (name, take, most = LIMITS.inflated) => {
    const entry = entries.get(keyOf(name));
    if (entry === undefined) throw unreadable(`"${shown(name)}" is not in the archive`);
    const { size, method, crc } = entry;
    if (size > most || size > left) throw unreadable(`"${shown(name)}" unpacks to ${size} bytes, more than is read`);
    left -= size;
    const damaged = () => unreadable(`"${shown(name)}" in the archive is damaged`);
    let unpacked = 0;
    let sum = 0;
    const out = (chunk: Uint8Array): void => {
      unpacked += chunk.length;
      if (unpacked > size) throw damaged();
      sum = crc32(chunk, sum);
      if (chunk.length > 0) take(chunk);
    };
    const packed = packedOf(bytes, view, entry);
    if (method === STORED) out(packed);
    else if (method === DEFLATED) inflate(packed, out, damaged);
    else throw unreadable(`"${shown(name)}" in the archive is packed in a way that 3MF does not allow`);
    if (unpacked !== size || sum !== crc) throw damaged();
  };

  return {
    names: [...entries.values()].map(({ name }) => name),
    has: (name) => entries.has(keyOf(name)),
    read,
  };
};

const inflate = (packed: Uint8Array, out: (chunk: Uint8Array) => void, damaged: () => Error): void => {
  // What `out` throws is not the fault of the packing, so it waits until the library is left.
  let thrown: { error: unknown } | null = null;
  const inflating = new Inflate((chunk) => {
    if (thrown !== null) return;
    try {
      out(chunk);
    } catch (error) {
      thrown = { error };
    }
  });
  const rethrow = () => {
    if (thrown !== null) throw (thrown as { error: unknown }).error;
  };
  for (let at = 0; at < packed.length || at === 0; at += PIECE) {
    try {
      inflating.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    } catch {
      throw damaged();
    }
    rethrow();
  }
};
