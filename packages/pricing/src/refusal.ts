import type { Fault } from './fault.ts';

export type GeometryRefusal = 'NOT_WATERTIGHT' | 'TOO_LARGE' | 'WALL_TOO_THIN' | 'UNSUPPORTED_FORMAT';

/** The detail is for the customer: what is wrong, what is allowed, what to do. */
export interface Refused {
  ok: false;
  reason: GeometryRefusal;
  detail: string;
  faults: Fault[];
}

export const refused = (reason: GeometryRefusal, detail: string, faults: Fault[]): Refused => ({
  ok: false,
  reason,
  detail,
  faults,
});
