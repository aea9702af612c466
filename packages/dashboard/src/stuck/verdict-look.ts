import type { paths } from '../api/query-api.gen.ts';
import type { Hue } from '../system/status-look.ts';

export type StuckAnswer = paths['/v1/stuck']['get']['responses'][200]['content']['application/json'];
export type StuckOrder = StuckAnswer['stuck'][number];
export type Verdict = StuckOrder['verdict'];
export type Cause = StuckOrder['cause'];
type Diagnosis = paths['/v1/orders/{order_id}/diagnosis']['get']['responses'][200]['content']['application/json'];
/** Beside the causes: it waits as orders do, or it has ended. */
export type AnyCause = Diagnosis['cause'];

interface VerdictLook {
  readonly hue: Hue;
  /** Something is broken, or lost: an engineer looks first at these. */
  readonly fault?: true;
}

/** How a verdict looks. The compiler names one that has no look. */
// biome-ignore format: one verdict a line reads as the table that it is
export const VERDICT_LOOK: Readonly<Record<Verdict, VerdictLook>> = {
  'ledger-away':         { hue: 'bad', fault: true },
  'process-away':        { hue: 'bad', fault: true },
  'dependency-away':     { hue: 'bad', fault: true },
  'dead-letter':         { hue: 'bad', fault: true },
  'event-missing':       { hue: 'bad', fault: true },
  'job-missing':         { hue: 'bad', fault: true },
  parked:                { hue: 'bad', fault: true },
  'in-error':            { hue: 'bad' },
  'event-late':          { hue: 'hold', fault: true },
  'read-side-behind':    { hue: 'hold', fault: true },
  'clocks-apart':        { hue: 'hold', fault: true },
  unknown:               { hue: 'hold', fault: true },
  'on-hold':             { hue: 'hold' },
  'in-queue':            { hue: 'pricing' },
  'work-slow':           { hue: 'pricing' },
  'waiting-for-carrier': { hue: 'shipping' },
  'waiting-for-person':  { hue: 'waiting' },
};

export const VERDICTS = Object.keys(VERDICT_LOOK) as readonly Verdict[];
