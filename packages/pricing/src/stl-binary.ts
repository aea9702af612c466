import { coordinateFault, isSound, type StlFault, type TriangleSink } from './triangle-sink.ts';

const { min } = Math;

/** 80 bytes of free text and a uint32 count of triangles. */
const HEADER = 84;
/** A normal and three corners of three float32 each, and a uint16 of attributes. Little endian. */
const RECORD = 50;

interface BinaryStlReader {
  /** Takes the next bytes of the file, however they are cut. */
  push(chunk: Uint8Array): void;
  /** What is to be said about all bytes so far. */
  end(): { triangles: number; exact: boolean; fault: StlFault | null };
  /** The count in the first header; null before it is complete. */
  announced(): number | null;
}

/**
 * Reads binary STL in constant memory. Some exporters write one file after another into the same file, each with a header
 * of its own (CAD Exchanger does for each body): such a file is taken as one model. `exact` says that the bytes end where
 * a part ends, which no text does by chance.
 */
export const binaryStlReader = (sink: TriangleSink): BinaryStlReader => {
  const piece = new Uint8Array(HEADER);
  const pieceView = new DataView(piece.buffer);
  let filled = 0;
  let left = 0;
  let inHeader = true;
  let first: number | null = null;
  let bytes = 0;
  let triangles = 0;
  let fault: StlFault | null = null;

  const header = (view: DataView, at: number) => {
    left = view.getUint32(at + 80, true);
    first ??= left;
    inHeader = left === 0;
  };

  const record = (view: DataView, at: number) => {
    const n = (index: number) => view.getFloat32(at + 12 + 4 * index, true);
    triangles += 1;
    left -= 1;
    inHeader = left === 0;
    if (fault === null) {
      for (let index = 0; index < 9 && fault === null; index++) {
        if (!isSound(n(index))) fault = coordinateFault(n(index), `Triangle ${triangles}`);
      }
    }
    sink(n(0), n(1), n(2), n(3), n(4), n(5), n(6), n(7), n(8));
  };

  return {
    push(chunk) {
      bytes += chunk.length;
      const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      let at = 0;
      while (at < chunk.length) {
        const size = inHeader ? HEADER : RECORD;
        const take = inHeader ? header : record;
        if (filled === 0 && chunk.length - at >= size) {
          take(view, at);
          at += size;
          continue;
        }
        const taken = min(size - filled, chunk.length - at);
        piece.set(chunk.subarray(at, at + taken), filled);
        filled += taken;
        at += taken;
        if (filled === size) {
          filled = 0;
          take(pieceView, 0);
        }
      }
    },
    end() {
      const exact = bytes >= HEADER && inHeader && filled === 0;
      if (exact) return { triangles, exact, fault };
      const expected = first === null ? null : HEADER + RECORD * first;
      if (expected === null || bytes < expected) {
        const announcement =
          expected === null
            ? `a header of ${HEADER} bytes is needed`
            : `its header announces ${first} triangles, ${expected} bytes`;
        return {
          triangles,
          exact,
          fault: {
            code: 'TRUNCATED',
            detail: `The file ends after ${bytes} bytes, but ${announcement}. Upload the whole file again.`,
          },
        };
      }
      return {
        triangles,
        exact,
        fault: {
          code: 'TRAILING_BYTES',
          detail: `The header announces ${first} triangles, ${expected} bytes, but ${bytes - expected} more bytes follow which are no further STL part. Export the model again.`,
        },
      };
    },
    announced: () => first,
  };
};
