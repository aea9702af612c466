import type { Fault } from './fault.ts';
import type { FaultMarks } from './fault-marks.ts';

export type GeometryRefusal = 'NOT_WATERTIGHT' | 'TOO_LARGE' | 'WALL_TOO_THIN' | 'UNSUPPORTED_FORMAT';

/** The detail is for the customer: what is wrong, what is allowed, what to do. */
export interface Refused {
  ok: false;
  reason: GeometryRefusal;
  detail: string;
  faults: Fault[];
  /** Of faults that only a measure finds; an upload has found the others. */
  marks?: FaultMarks[];
}

export const refused = (
  reason: GeometryRefusal,
  detail: string,
  faults: Fault[],
  marks: FaultMarks[] = [],
): Refused => ({
  ok: false,
  reason,
  detail,
  faults,
  ...(marks.length === 0 ? {} : { marks }),
});
