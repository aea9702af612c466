import { type Fault, faultOf } from './fault.ts';
import { coordinateFault, type FileFault, isSound, type TriangleSink } from './triangle-sink.ts';

const { max, min } = Math;

/** 80 bytes of free text and a uint32 count of triangles. */
const HEADER = 84;
/** A normal and three corners of three float32 each, and a uint16 of attributes. Little endian. */
const RECORD = 50;
/** Bytes that some exporters leave behind the last triangle. */
const MOST_PADDING = 2;
/** A count of so many times the triangles that are there is no count: the file was not cut, the count never written. */
const ABSURD = 100;

/** Bytes that come cut anyhow, put together to pieces of the size that is due. */
const pieces = (largest: number) => {
  const piece = new Uint8Array(largest);
  const pieceView = new DataView(piece.buffer);
  let filled = 0;
  return {
    /** Bytes of a piece that is not whole yet. */
    left: () => filled,
    push(chunk: Uint8Array, size: () => number, take: (view: DataView, at: number) => void): void {
      const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      let at = 0;
      while (at < chunk.length) {
        const due = size();
        if (filled === 0 && chunk.length - at >= due) {
          take(view, at);
          at += due;
          continue;
        }
        const taken = min(due - filled, chunk.length - at);
        piece.set(chunk.subarray(at, at + taken), filled);
        filled += taken;
        at += taken;
        if (filled === due) {
          filled = 0;
          take(pieceView, 0);
        }
      }
    },
  };
};

/** Triangles one after another, numbered behind those `before` them, and the first whose coordinates are none. */
const records = (sink: TriangleSink, before: () => number) => {
  let triangles = 0;
  let fault: FileFault | null = null;
  return {
    triangles: () => triangles,
    fault: () => fault,
    take(view: DataView, at: number): void {
      const n = (index: number) => view.getFloat32(at + 12 + 4 * index, true);
      triangles += 1;
      for (let index = 0; index < 9 && fault === null; index++) {
        if (!isSound(n(index))) fault = coordinateFault(n(index), `Triangle ${before() + triangles}`);
      }
      sink(n(0), n(1), n(2), n(3), n(4), n(5), n(6), n(7), n(8));
    },
  };
};

/** What is behind the first part: further parts with a header each, or more triangles of the first. */
export type BinaryReading = 'PARTS' | 'BY_SIZE';

interface BinaryEnd {
  /** Null: the bytes are no whole binary STL in either reading. */
  reading: BinaryReading | null;
  triangles: number;
  /** The bytes end exactly where a part ends, which no text does by chance. */
  exact: boolean;
  /** Of the coordinates, or that the bytes are not whole. */
  fault: FileFault | null;
  /** False where already the first part's coordinates are none: these bytes are something else. */
  plausible: boolean;
  warnings: Fault[];
}

interface BinaryStlReader {
  /** Takes the next bytes of the file, however they are cut. */
  push(chunk: Uint8Array): void;
  /** What is to be said about all bytes so far. */
  end(): BinaryEnd;
  /** Triangles so far, in the reading that has more. */
  triangles(): number;
  plausible(): boolean;
}

/**
 * Reads binary STL in constant memory. Some exporters write one file after another into the same file, each with a header
 * of its own (CAD Exchanger does for each body): such a file is taken as one model. Others never write the count, or a
 * wrong one: then the size says how many triangles there are. Which of it is true shows at the end, so what is behind
 * the first part is read both ways: as `further` parts, and as the `rest` of the first.
 */
export const binaryStlReader = (sinks: Record<'first' | 'further' | 'rest', TriangleSink>): BinaryStlReader => {
  const inParts = pieces(HEADER);
  const inRest = pieces(RECORD);
  const first = records(sinks.first, () => 0);
  const further = records(sinks.further, first.triangles);
  const rest = records(sinks.rest, first.triangles);
  let left = 0;
  let inHeader = true;
  let announced: number | null = null;
  /** Bytes up to the end of the first part. */
  let firstPart = Number.POSITIVE_INFINITY;
  let bytes = 0;

  const takeOfParts = (view: DataView, at: number) => {
    if (inHeader) {
      left = view.getUint32(at + 80, true);
      announced ??= left;
      firstPart = min(firstPart, HEADER + RECORD * announced);
    } else {
      const of = first.triangles() < (announced ?? 0) ? first : further;
      of.take(view, at);
      left -= 1;
    }
    inHeader = left === 0;
  };

  const inAllParts = () => first.triangles() + further.triangles();
  const bySize = () => first.triangles() + rest.triangles();

  const sizeIsMeant = (): boolean => {
    if (announced === null || bySize() === 0) return false;
    const spare = bytes > firstPart ? inRest.left() : inParts.left();
    return spare <= MOST_PADDING && (announced < bySize() || announced > ABSURD * bySize());
  };

  const notWhole = (): FileFault => {
    if (announced !== null && bytes > firstPart) {
      return {
        code: 'TRAILING_BYTES',
        detail: `The header announces ${announced} triangles, ${firstPart} bytes, but ${bytes - firstPart} more bytes follow which are no further STL part. Export the model again.`,
      };
    }
    const needed =
      announced === null
        ? `a header of ${HEADER} bytes is needed`
        : `its header announces ${announced} triangles, ${firstPart} bytes`;
    return {
      code: 'TRUNCATED',
      detail: `The file ends after ${bytes} bytes, but ${needed}. Upload the whole file again.`,
    };
  };

  const listed = (warning: Fault | null): Fault[] => (warning === null ? [] : [warning]);

  return {
    push(chunk) {
      const before = bytes;
      inParts.push(chunk, () => (inHeader ? HEADER : RECORD), takeOfParts);
      bytes += chunk.length;
      if (bytes > firstPart) inRest.push(chunk.subarray(max(0, firstPart - before)), () => RECORD, rest.take);
    },
    end() {
      const padding = inParts.left();
      const plausible = first.fault() === null;
      const bySizeIsMeant = sizeIsMeant();
      if (bytes >= HEADER && inHeader && padding <= MOST_PADDING && (inAllParts() > 0 || !bySizeIsMeant)) {
        return {
          reading: 'PARTS',
          triangles: inAllParts(),
          exact: padding === 0,
          fault: first.fault() ?? further.fault(),
          plausible,
          warnings: listed(faultOf('PADDING', padding, [])),
        };
      }
      if (!bySizeIsMeant) {
        return { reading: null, triangles: bySize(), exact: false, fault: notWhole(), plausible, warnings: [] };
      }
      const fault = first.fault() ?? rest.fault();
      return {
        reading: 'BY_SIZE',
        triangles: bySize(),
        exact: false,
        fault,
        plausible: fault === null,
        warnings: listed(faultOf('WRONG_COUNT', bySize(), [])),
      };
    },
    triangles: () => max(inAllParts(), bySize()),
    plausible: () => first.fault() === null,
  };
};
