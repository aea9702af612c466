import type { Log } from '../log.ts';
import { defineMetrics } from '../metrics.ts';
import type { Caller } from './authenticate.ts';
import type { PlanLimits } from './partner-keys.ts';
import { ProblemError } from './problem.ts';

const GIB = 1_073_741_824;

/**
 * What all callers share, and how much of it one may hold at once. Code, refusals and the published page of limits are
 * made of this table; a column of the same name in a partner's plan replaces `partner`.
 */
export const SHARES = {
  requests_at_once: {
    what: 'requests that are being answered, in each instance of an interface; streams of events count by themselves',
    partner: 100,
    code: 'too-many-requests-at-once',
    instead: 'Wait for an answer before you send the next request.',
    retryAfterS: 1,
  },
  event_streams: {
    what: 'open streams of events, in each instance',
    partner: 20,
    code: 'too-many-streams',
    instead: 'Close a stream, or let one carry all orders: filters narrow what it tells.',
    retryAfterS: 5,
  },
  open_uploads: {
    what: 'uploads that are not finished, or wait to be inspected',
    partner: 100,
    code: 'too-many-uploads',
    instead: 'Finish an open upload, or take it back with DELETE.',
    retryAfterS: 60,
  },
  upload_bytes: {
    what: 'bytes that open uploads have announced, whether they have come in or not',
    partner: 10 * GIB,
    code: 'too-many-bytes-announced',
    instead: 'Finish an open upload, or take it back with DELETE.',
    retryAfterS: 60,
  },
  waiting_calculations: {
    what: 'orders that wait for their price',
    partner: 500,
    code: 'too-many-calculations',
    instead: 'Submit the next order when one of yours has its price.',
    retryAfterS: 60,
  },
} as const satisfies Record<string, Limit>;

interface Limit {
  what: string;
  /** Of a partner whose plan names no figure, and of a carrier. */
  partner: number;
  code: string;
  /** What the caller can do. */
  instead: string;
  retryAfterS: number;
}

export type ShareName = keyof typeof SHARES;
export const SHARE_NAMES = Object.keys(SHARES) as readonly ShareName[];

const metrics = defineMetrics({
  held: {
    type: 'gauge',
    name: 'shares_held',
    help: 'What callers hold of what all share, by share and by who holds it: staff or others',
    labels: ['share', 'holder'],
  },
  refused: {
    type: 'counter',
    name: 'shares_refused_total',
    help: 'Requests refused because of what is held already, by the caller himself or by all',
    labels: ['share', 'held_by'],
  },
});

/** Partners and carriers; everybody else is staff, for whom a part is kept. */
export const isOutsider = (caller: Caller): boolean => caller.kind === 'partner' || caller.carrier !== undefined;

/** Whom a share is counted for: a carrier's accounts count together, as a partner's keys do. */
export const holderOf = (caller: Caller): string =>
  caller.kind !== 'partner' && caller.carrier !== undefined ? `carrier:${caller.carrier}` : caller.name;

/** What a caller from outside may hold. */
export const limitOf = (name: ShareName, ofPlan: number | null | undefined): number => ofPlan ?? SHARES[name].partner;

/** Counts, logs and makes the refusal of one who is at a limit. */
export const shareRefused = (
  name: ShareName,
  heldBy: 'caller' | 'all',
  limit: number,
  log: Log,
  caller: Pick<Caller, 'kind' | 'id'>,
) => {
  const { what, code, instead, retryAfterS } = SHARES[name];
  metrics.refused.inc({ share: name, held_by: heldBy });
  log.warn('refused: a share of the capacity is used up', {
    name,
    reason: heldBy,
    count: limit,
    caller_kind: caller.kind,
    partner_id: caller.kind === 'partner' ? caller.id : undefined,
  });
  const mine = heldBy === 'caller';
  return new ProblemError(
    mine ? 429 : 503,
    code,
    mine ? `You hold your ${limit} (${what}). ${instead}` : `All ${limit} that there are for you are held (${what}).`,
    { headers: { 'Retry-After': String(retryAfterS) }, extras: { limit } },
  );
};

export interface ShareOptions {
  readonly name: ShareName;
  /** All that this instance has. */
  readonly total: number;
  /** Per cent of it that partners and carriers leave to staff, whatever they hold. */
  readonly staffPercent: number;
  /** Of it for each token of the staff. */
  readonly staffEach: number;
  readonly log: Log;
}

export interface Share {
  /**
   * Takes one for the caller and returns a function that gives it back; calling it twice does nothing.
   * @throws ProblemError 429 at the caller's own limit, 503 where others hold what there is for him
   */
  readonly take: (caller: Caller, plan: PlanLimits | undefined) => () => void;
}

/**
 * What belongs to an instance (its sockets, its memory) is counted by that instance, with a reserve for its own
 * callers.
 */
export const createShare = ({ name, total, staffPercent, staffEach, log }: ShareOptions): Share => {
  const held = new Map<string, number>();
  const sum = { staff: 0, others: 0 };
  const forOthers = Math.max(1, total - Math.ceil((total * staffPercent) / 100));
  const add = (holder: string, group: keyof typeof sum, change: 1 | -1): void => {
    const now = (held.get(holder) ?? 0) + change;
    if (now === 0) held.delete(holder);
    else held.set(holder, now);
    sum[group] += change;
    metrics.held.set({ share: name, holder: group }, sum[group]);
  };
  return {
    take: (caller, plan) => {
      const outsider = isOutsider(caller);
      const group = outsider ? 'others' : 'staff';
      const holder = holderOf(caller);
      const limit = outsider ? limitOf(name, plan?.shares?.[name]) : staffEach;
      if ((held.get(holder) ?? 0) >= limit) throw shareRefused(name, 'caller', limit, log, caller);
      if (outsider && sum.others >= forOthers) throw shareRefused(name, 'all', forOthers, log, caller);
      if (sum.others + sum.staff >= total) throw shareRefused(name, 'all', total, log, caller);
      add(holder, group, 1);
      let taken = true;
      return () => {
        if (taken) add(holder, group, -1);
        taken = false;
      };
    },
  };
};

const figure = (value: number): string => value.toLocaleString('en-US');

/** Them, as a Markdown table: a part of each interface's documentation and of docs/limits.md. */
export const limitsTable = (): string =>
  [
    '| Limit | At once, unless the plan says otherwise | Code of the refusal | What to do |',
    '|---|---|---|---|',
    ...SHARE_NAMES.map((name) => {
      const { what, partner, code, instead } = SHARES[name];
      return `| \`${name}\`: ${what} | ${figure(partner)} | \`${code}\` | ${instead} |`;
    }),
  ].join('\n');
