import type { Fault } from './records.ts';

/** What inspectModel says of a file that is a model; the box in the file's own units. */
export interface Structure {
  bytes: number;
  format: 'STL_BINARY' | 'STL_ASCII' | 'OBJ' | '3MF';
  triangles: number;
  bounding_box: readonly [number, number, number];
}

/** A fault of the file or its geometry, and up to 1,000 of the faces that have it. */
export interface GeometryFault {
  code: string;
  count: number;
  faces: number[];
  /** Of corners that were taken for one, µm with three decimals. */
  tolerance?: number;
}

/** What the inspecting process tells, in this order: it may die between two of them, then what it has told still holds. */
export type InspectionReport =
  | {
      kind: 'structure';
      sha256: string;
      result: { ok: true; model: Structure; warnings: GeometryFault[] } | { ok: false; fault: Fault };
    }
  /** Told first as the model looks, and again once the faults of its geometry are known, with these marked. */
  | { kind: 'preview'; file: Uint8Array }
  | { kind: 'geometry'; faults: GeometryFault[] }
  | { kind: 'failed'; reason: string };
