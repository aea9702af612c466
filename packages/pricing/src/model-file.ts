import type { Fault } from './fault.ts';
import type { MeshItem } from './mesh-items.ts';
import { objReader } from './obj.ts';
import { ARCHIVE_BYTES, isArchive, OPENING, openingOf } from './opening.ts';
import { asciiStlReader } from './stl-ascii.ts';
import { type BinaryReading, binaryStlReader } from './stl-binary.ts';
import { threeMfReader } from './three-mf/reader.ts';
import { type FileFault, type TriangleSink, tooManyTriangles } from './triangle-sink.ts';

const { ceil, max, min } = Math;

export type { FileFault, FileFaultCode } from './triangle-sink.ts';

type ModelFormat = 'STL_BINARY' | 'STL_ASCII' | 'OBJ' | '3MF';

/** The most triangles that are inspected and measured unless the caller says otherwise: 250 MB of binary STL. */
export const MAX_TRIANGLES = 5_000_000;

/** Facts of a file. The box is the extent along x, y and z in the units of the file, or in mm where it names its unit. */
interface ModelFacts {
  bytes: number;
  format: ModelFormat;
  triangles: number;
  bounding_box: [number, number, number];
}

/** What was taken although it is not as it should be: padding, a wrong count. */
interface Read {
  warnings: Fault[];
}

export type ModelInspection = ({ ok: true; model: ModelFacts } & Read) | { ok: false; fault: FileFault };

export interface ModelLimits {
  maxBytes?: number;
  maxTriangles?: number;
}

/** A body as its triangles stand in the file: nine coordinates each, in the units of the file or in mm. */
export interface Mesh {
  format: ModelFormat;
  /** The file named its unit: what it is taken for elsewhere does not matter. */
  inMm: boolean;
  triangles: number;
  positions: Float64Array;
  warnings: Fault[];
  /** What is made by itself, one after another in `positions`: several of a 3MF, one otherwise. */
  items: readonly MeshItem[];
}

export type ParsedModel = { ok: true; mesh: Mesh } | { ok: false; fault: FileFault };

type Reading = BinaryReading | 'ASCII' | 'OBJ' | '3MF';

type Verdict =
  | ({ ok: true; reading: Reading; triangles: number; items: readonly MeshItem[] } & Read)
  | { ok: false; fault: FileFault };

const FORMATS = { PARTS: 'STL_BINARY', BY_SIZE: 'STL_BINARY', ASCII: 'STL_ASCII', OBJ: 'OBJ', '3MF': '3MF' } as const;

type Sinks = Record<'first' | 'further' | 'rest' | 'ascii' | 'obj' | 'threeMf', TriangleSink>;

/** Which sinks hold the triangles of a reading, in this order. */
const SINKS_OF = {
  PARTS: ['first', 'further'],
  BY_SIZE: ['first', 'rest'],
  ASCII: ['ascii'],
  OBJ: ['obj'],
  '3MF': ['threeMf'],
} as const satisfies Record<Reading, readonly (keyof Sinks)[]>;

const NO_STL: FileFault = {
  code: 'NOT_STL',
  detail:
    'The file is no STL: its bytes are neither triangles nor text. Open it in the program that wrote it and export the model as STL.',
};

const refusal = (code: FileFault['code'], detail: string): Verdict => ({ ok: false, fault: { code, detail } });

/**
 * Reads a file of which neither the format nor the size is known before its end, because a binary header may begin with
 * "solid" too: all readings run side by side, and what is in the file decides between them, never what it says of itself
 * alone.
 */
const modelReader = (sinks: Sinks, limits: ModelLimits) => {
  const maxBytes = limits.maxBytes ?? Number.POSITIVE_INFINITY;
  const maxTriangles = limits.maxTriangles ?? MAX_TRIANGLES;
  const binary = binaryStlReader(sinks);
  const ascii = asciiStlReader(sinks.ascii);
  const obj = objReader(sinks.obj);
  const threeMf = threeMfReader(sinks.threeMf, maxTriangles);
  const head = new Uint8Array(OPENING);
  let bytes = 0;
  let early: FileFault | null = null;

  const begun = () => head.subarray(0, min(bytes, OPENING));
  const opening = () => openingOf(begun());

  const accepted = (
    reading: Reading,
    {
      triangles,
      fault,
      warnings = [],
      items = [{ triangles, like: null }],
    }: { triangles: number; fault: FileFault | null; warnings?: Fault[]; items?: readonly MeshItem[] },
  ): Verdict => {
    if (triangles > maxTriangles) return { ok: false, fault: tooManyTriangles(maxTriangles) };
    if (fault !== null) return { ok: false, fault };
    if (triangles > 0) return { ok: true, reading, triangles, warnings, items };
    return refusal('NO_TRIANGLES', 'The file can be read, and holds not a single triangle. Export the model again.');
  };

  return {
    bytes: () => bytes,

    /** False: the verdict is certain, no more bytes are needed. */
    push(chunk: Uint8Array): boolean {
      if (early !== null) return false;
      if (bytes < OPENING) head.set(chunk.subarray(0, OPENING - bytes), bytes);
      bytes += chunk.length;
      if (bytes > maxBytes) {
        early = {
          code: 'TOO_MANY_BYTES',
          detail: `The file has more than ${maxBytes} bytes. Simplify the mesh or export it as binary STL.`,
        };
        return false;
      }
      const archive = isArchive(begun());
      if (archive) threeMf.push(chunk);
      if (archive && bytes >= ARCHIVE_BYTES) return true;
      binary.push(chunk);
      if (!ascii.failed()) ascii.push(chunk);
      if (!obj.failed()) obj.push(chunk);
      if (max(ascii.triangles(), obj.triangles()) > maxTriangles) early = tooManyTriangles(maxTriangles);
      if (ascii.failed() && obj.failed() && binary.triangles() > maxTriangles) {
        const { textual, foreign } = opening();
        if (!textual && foreign === null) early = binary.plausible() ? tooManyTriangles(maxTriangles) : NO_STL;
      }
      return early === null;
    },

    verdict(): Verdict {
      if (early !== null) return { ok: false, fault: early };
      if (bytes === 0) return refusal('NOT_STL', 'The file is empty. Upload an STL, OBJ or 3MF file.');
      if (bytes >= ARCHIVE_BYTES && isArchive(begun())) return accepted('3MF', threeMf.end());
      const asBinary = binary.end();
      if (asBinary.exact && asBinary.reading !== null) return accepted(asBinary.reading, asBinary);
      const asText = ascii.end();
      const asObj = obj.end();
      const { textual, asciiStl, wavefrontObj, foreign } = opening();
      if (asciiStl || (asText.fault === null && asText.triangles > 0)) return accepted('ASCII', asText);
      if (wavefrontObj || (asObj.fault === null && asObj.triangles > 0)) return accepted('OBJ', asObj);
      if (foreign !== null) {
        return refusal(
          'UNSUPPORTED_FORMAT',
          `The file is ${foreign.name}; only STL (binary or ASCII), OBJ and 3MF are priced today. ${foreign.advice}`,
        );
      }
      if (textual)
        return refusal('NOT_STL', 'The file is a text, but neither STL nor OBJ. Upload an STL, OBJ or 3MF file.');
      if (!asBinary.plausible) return { ok: false, fault: NO_STL };
      return accepted(asBinary.reading ?? 'PARTS', asBinary);
    },
  };
};

const SINKS = ['first', 'further', 'rest', 'ascii', 'obj', 'threeMf'] as const satisfies (keyof Sinks)[];

const perSink = <Part>(make: (name: keyof Sinks) => Part): Record<keyof Sinks, Part> =>
  Object.fromEntries(SINKS.map((name) => [name, make(name)])) as Record<keyof Sinks, Part>;

const sinksOf = (parts: Record<keyof Sinks, { sink: TriangleSink }>): Sinks => perSink((name) => parts[name].sink);

/** The extent of all corners seen. */
const boundingBox = () => {
  const low = [Infinity, Infinity, Infinity] as [number, number, number];
  const high = [-Infinity, -Infinity, -Infinity] as [number, number, number];
  const sink: TriangleSink = (ax, ay, az, bx, by, bz, cx, cy, cz) => {
    // A face without area is none: a stray point or line would make a small part large.
    const [ux, uy, uz] = [bx - ax, by - ay, bz - az];
    const [vx, vy, vz] = [cx - ax, cy - ay, cz - az];
    if (uy * vz === uz * vy && uz * vx === ux * vz && ux * vy === uy * vx) return;
    low[0] = min(low[0], ax, bx, cx);
    low[1] = min(low[1], ay, by, cy);
    low[2] = min(low[2], az, bz, cz);
    high[0] = max(high[0], ax, bx, cx);
    high[1] = max(high[1], ay, by, cy);
    high[2] = max(high[2], az, bz, cz);
  };
  return { sink, low, high };
};

const extentOf = (boxes: readonly Pick<ReturnType<typeof boundingBox>, 'low' | 'high'>[]): [number, number, number] => {
  const along = (axis: 0 | 1 | 2): number =>
    max(0, max(...boxes.map(({ high }) => high[axis])) - min(...boxes.map(({ low }) => low[axis])));
  return [along(0), along(1), along(2)];
};

/**
 * Whether a file is a model that can be read, and its plain facts. Constant memory, whatever the size of the file and
 * wherever it is cut into chunks, but for the corners of an OBJ, and for a 3MF, which is kept whole. Stops reading as soon as the verdict is certain. Rejects only when `chunks` does.
 */
export const inspectModel = async (
  chunks: AsyncIterable<Uint8Array>,
  limits: ModelLimits = {},
): Promise<ModelInspection> => {
  const boxes = perSink(boundingBox);
  const reader = modelReader(sinksOf(boxes), limits);
  for await (const chunk of chunks) {
    if (!reader.push(chunk)) break;
  }
  const verdict = reader.verdict();
  if (!verdict.ok) return verdict;
  const { reading, triangles, warnings } = verdict;
  const bounding_box = extentOf(SINKS_OF[reading].map((name) => boxes[name]));
  return { ok: true, model: { bytes: reader.bytes(), format: FORMATS[reading], triangles, bounding_box }, warnings };
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

const joined = (all: readonly Float64Array[]): Float64Array => {
  const filled = all.filter(({ length }) => length > 0);
  if (filled.length === 1) return filled[0]!;
  const whole = new Float64Array(filled.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of filled) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/**
 * The triangles of a file; the same verdict as `inspectModel` gives for the same bytes. What was read of it is not kept, but for
 * a 3MF: triangles and bytes of a large file together are more than one can afford.
 *
 * @param bytes how many the pieces have together, as far as one knows: as many triangles of a binary file get their place at once
 */
export const parsePieces = (pieces: Iterable<Uint8Array>, bytes: number, limits: ModelLimits = {}): ParsedModel => {
  const maxTriangles = limits.maxTriangles ?? MAX_TRIANGLES;
  let all: Record<keyof Sinks, ReturnType<typeof collector>> | null = null;
  let reader: ReturnType<typeof modelReader> | null = null;
  for (const piece of pieces) {
    if (reader === null) {
      const mostBinary = isArchive(piece) ? 1 : min(maxTriangles, ceil(bytes / 50));
      all = perSink((name) => collector(name === 'first' ? mostBinary : 16));
      reader = modelReader(sinksOf(all), limits);
    }
    if (!reader.push(piece)) break;
  }
  if (reader === null || all === null) return parsePieces([new Uint8Array(0)], 0, limits);
  const verdict = reader.verdict();
  if (!verdict.ok) return verdict;
  const { reading, triangles, warnings, items } = verdict;
  const parts = all;
  const positions = joined(SINKS_OF[reading].map((name) => parts[name].positions()));
  return {
    ok: true,
    mesh: { format: FORMATS[reading], inMm: reading === '3MF', triangles, positions, warnings, items },
  };
};

/** The triangles of a whole file in memory. */
export const parseModel = (bytes: Uint8Array, limits: ModelLimits = {}): ParsedModel =>
  parsePieces([bytes], bytes.length, limits);
