import type { Flow } from '../analysis/analysis-queries.ts';
import type { StatusName } from '../api/shapes.ts';
import { STATUSES_IN_ORDER } from '../system/status-look.ts';

type Edge = Flow['edges'][number];
/** A step between two statuses; the creation is none, and neither are holds and errors, which only interrupt a stage. */
export type Step = Edge & { from: StatusName; mean_dwell_ms: number; median_dwell_ms: number };

const place = (status: string): number => STATUSES_IN_ORDER.indexOf(status as StatusName);

/** The steps that orders took, in the order of an order's life. */
export const stepsOf = (edges: readonly Edge[]): readonly Step[] =>
  edges
    .filter(
      (edge): edge is Step => place(edge.from) >= 0 && edge.median_dwell_ms !== null && edge.mean_dwell_ms !== null,
    )
    .sort((one, other) => place(one.from) - place(other.from) || place(one.to) - place(other.to));
