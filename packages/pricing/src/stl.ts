import { asciiStlReader } from './stl-ascii.ts';
import { binaryStlReader } from './stl-binary.ts';
import { foreignFormat, isTextual, OPENING, startsWithSolid } from './stl-opening.ts';
import type { StlFault, TriangleSink } from './triangle-sink.ts';

const { ceil, max, min } = Math;

export type { StlFault, StlFaultCode } from './triangle-sink.ts';

type StlFormat = 'STL_BINARY' | 'STL_ASCII';

/** The most triangles that are inspected and measured unless the caller says otherwise: 250 MB of binary STL. */
export const MAX_TRIANGLES = 5_000_000;

/** Facts of a file. The box is the extent along x, y and z in the units of the file, which it does not name. */
interface StlModel {
  bytes: number;
  format: StlFormat;
  triangles: number;
  bounding_box: [number, number, number];
}

export type StlInspection = { ok: true; model: StlModel } | { ok: false; fault: StlFault };

export interface StlLimits {
  maxBytes?: number;
  maxTriangles?: number;
}

/** A body as its triangles stand in the file: nine coordinates each, in the units of the file. */
export interface Mesh {
  format: StlFormat;
  triangles: number;
  positions: Float64Array;
}

type ParsedStl = { ok: true; mesh: Mesh } | { ok: false; fault: StlFault };

type Verdict = { ok: true; format: StlFormat; triangles: number } | { ok: false; fault: StlFault };

/**
 * Reads a file of which neither the format nor the size is known before its end, because a binary header may begin with
 * "solid" too: both readers run side by side until one of them cannot be right any more.
 */
const stlReader = (sinks: { binary: TriangleSink; ascii: TriangleSink }, limits: StlLimits) => {
  const maxBytes = limits.maxBytes ?? Number.POSITIVE_INFINITY;
  const maxTriangles = limits.maxTriangles ?? MAX_TRIANGLES;
  const binary = binaryStlReader(sinks.binary);
  const ascii = asciiStlReader(sinks.ascii);
  const opening = new Uint8Array(OPENING);
  let bytes = 0;
  let early: StlFault | null = null;

  const tooManyTriangles = (): StlFault => ({
    code: 'TOO_MANY_TRIANGLES',
    detail: `The model has more than ${maxTriangles} triangles. Simplify the mesh and upload it again.`,
  });

  const accepted = (format: StlFormat, result: { triangles: number; fault: StlFault | null }): Verdict => {
    const { triangles, fault } = result;
    if (triangles > maxTriangles) return { ok: false, fault: tooManyTriangles() };
    if (fault !== null) return { ok: false, fault };
    if (triangles > 0) return { ok: true, format, triangles };
    return {
      ok: false,
      fault: {
        code: 'NO_TRIANGLES',
        detail: 'The file is a valid STL without a single triangle. Export the model again.',
      },
    };
  };

  return {
    bytes: () => bytes,

    /** False: the verdict is certain, no more bytes are needed. */
    push(chunk: Uint8Array): boolean {
      if (early !== null) return false;
      if (bytes < OPENING) opening.set(chunk.subarray(0, OPENING - bytes), bytes);
      bytes += chunk.length;
      if (bytes > maxBytes) {
        early = {
          code: 'TOO_MANY_BYTES',
          detail: `The file has more than ${maxBytes} bytes. Simplify the mesh or export it as binary STL.`,
        };
        return false;
      }
      binary.push(chunk);
      if (!ascii.failed()) ascii.push(chunk);
      if (ascii.triangles() > maxTriangles) early = tooManyTriangles();
      const announced = binary.announced();
      if (ascii.failed() && announced !== null && announced > maxTriangles && bytes > OPENING) {
        const head = opening.subarray(0, OPENING);
        if (!isTextual(head) && foreignFormat(head) === null) early = tooManyTriangles();
      }
      return early === null;
    },

    verdict(): Verdict {
      if (early !== null) return { ok: false, fault: early };
      const head = opening.subarray(0, min(bytes, OPENING));
      if (bytes === 0) {
        return { ok: false, fault: { code: 'NOT_STL', detail: 'The file is empty. Upload an STL file.' } };
      }
      const asBinary = binary.end();
      if (asBinary.exact) return accepted('STL_BINARY', asBinary);
      const foreign = foreignFormat(head);
      if (foreign !== null) {
        return {
          ok: false,
          fault: {
            code: 'UNSUPPORTED_FORMAT',
            detail: `The file is ${foreign}. Only STL (binary or ASCII) is priced today; export the model as STL.`,
          },
        };
      }
      if (!isTextual(head)) return accepted('STL_BINARY', asBinary);
      if (startsWithSolid(head)) return accepted('STL_ASCII', ascii.end());
      return {
        ok: false,
        fault: { code: 'NOT_STL', detail: 'The file is a text that does not begin with "solid". Upload an STL file.' },
      };
    },
  };
};

/** The extent of all corners seen. */
const boundingBox = () => {
  const low = [Infinity, Infinity, Infinity] as [number, number, number];
  const high = [-Infinity, -Infinity, -Infinity] as [number, number, number];
  const sink: TriangleSink = (ax, ay, az, bx, by, bz, cx, cy, cz) => {
    low[0] = min(low[0], ax, bx, cx);
    low[1] = min(low[1], ay, by, cy);
    low[2] = min(low[2], az, bz, cz);
    high[0] = max(high[0], ax, bx, cx);
    high[1] = max(high[1], ay, by, cy);
    high[2] = max(high[2], az, bz, cz);
  };
  const extent = (): [number, number, number] => [high[0] - low[0], high[1] - low[1], high[2] - low[2]];
  return { sink, extent };
};

/**
 * Whether a file is an STL that can be read, and its plain facts. Constant memory, whatever the size of the file and
 * wherever it is cut into chunks. Stops reading as soon as the verdict is certain. Rejects only when `chunks` does.
 */
export const inspectStl = async (chunks: AsyncIterable<Uint8Array>, limits: StlLimits = {}): Promise<StlInspection> => {
  const boxes = { STL_BINARY: boundingBox(), STL_ASCII: boundingBox() };
  const reader = stlReader({ binary: boxes.STL_BINARY.sink, ascii: boxes.STL_ASCII.sink }, limits);
  for await (const chunk of chunks) {
    if (!reader.push(chunk)) break;
  }
  const verdict = reader.verdict();
  if (!verdict.ok) return verdict;
  const { format, triangles } = verdict;
  return {
    ok: true,
    model: { bytes: reader.bytes(), format, triangles, bounding_box: boxes[format].extent() },
  };
};

/** Triangles in one array that grows by doubling. */
const collector = (capacity: number) => {
  let positions = new Float64Array(9 * max(1, capacity));
  let length = 0;
  const sink: TriangleSink = (ax, ay, az, bx, by, bz, cx, cy, cz) => {
    if (length + 9 > positions.length) {
      const larger = new Float64Array(2 * positions.length);
      larger.set(positions);
      positions = larger;
    }
    positions[length] = ax;
    positions[length + 1] = ay;
    positions[length + 2] = az;
    positions[length + 3] = bx;
    positions[length + 4] = by;
    positions[length + 5] = bz;
    positions[length + 6] = cx;
    positions[length + 7] = cy;
    positions[length + 8] = cz;
    length += 9;
  };
  return { sink, positions: () => positions.subarray(0, length) };
};

/** The triangles of a whole file in memory; the same verdict as `inspectStl` gives for the same bytes. */
export const parseStl = (bytes: Uint8Array, limits: StlLimits = {}): ParsedStl => {
  const maxTriangles = limits.maxTriangles ?? MAX_TRIANGLES;
  const collectors = {
    STL_BINARY: collector(min(maxTriangles, ceil(bytes.length / 50))),
    STL_ASCII: collector(16),
  };
  const reader = stlReader({ binary: collectors.STL_BINARY.sink, ascii: collectors.STL_ASCII.sink }, limits);
  reader.push(bytes);
  const verdict = reader.verdict();
  if (!verdict.ok) return verdict;
  const { format, triangles } = verdict;
  return { ok: true, mesh: { format, triangles, positions: collectors[format].positions() } };
};
