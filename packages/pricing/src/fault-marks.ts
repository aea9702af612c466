import type { Body, Vector } from './body.ts';
import type { Fault, FaultCode } from './fault.ts';

/** Where the faces of a fault are, for who has no file to look them up in. */
export interface FaultMarks {
  code: FaultCode;
  /** As the fault lists them. */
  faces: number[];
  /** Nine coordinates a face, in units of the file. */
  corners: number[];
}

/** Finer than anybody sees. */
const STEPS_PER_UNIT = 10_000;

interface Placed {
  body: Body;
  /** Of the body, in units of the file. */
  middle: Vector;
  mmPerUnit: number;
}

/** @param found faces of the body that have the fault; of what it was united from, the number in the file names no other */
export const marksOf = (fault: Fault, found: readonly number[], { body, middle, mmPerUnit }: Placed): FaultMarks => {
  const inBody = new Map<number, number>();
  for (const face of found) if (!inBody.has(body.inFile[face]!)) inBody.set(body.inFile[face]!, face);
  const corners = fault.faces.flatMap((number) => {
    const from = 9 * inBody.get(number)!;
    return Array.from(body.positions.subarray(from, from + 9), (value, at) => {
      const place = value / mmPerUnit + middle[at % 3]!;
      return Math.round(place * STEPS_PER_UNIT) / STEPS_PER_UNIT;
    });
  });
  return { code: fault.code, faces: fault.faces, corners };
};
