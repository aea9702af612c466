import type { RequestHandler } from 'express';
import { inPresentContext } from '../context.ts';
import type { Log } from '../log.ts';
import { defineMetrics } from '../metrics.ts';
import { callerOf, requestState } from './request-state.ts';
import { holderOf, isOutsider, shareRefused } from './shares.ts';

const metrics = defineMetrics({
  waiting: { type: 'gauge', name: 'requests_waiting_for_a_turn', help: 'Requests of partners and carriers that wait' },
});

/** As many connections as a pool to Postgres has unless told otherwise. */
const AT_WORK = 10;
/** After this, milliseconds, a caller is told to come again instead of being left waiting. */
export const LONGEST_WAIT_MS = 5_000;

export interface TurnsOptions {
  /** Per cent of the connections that partners and carriers leave to staff. */
  readonly staffPercent: number;
  readonly log: Log;
  readonly longestWaitMs?: number;
}

/**
 * Partners and carriers take turns at the connections behind an interface. Each has half of them at most, the rest of
 * his requests wait, and the caller with the fewest running goes first. A caller with slow requests waits for himself;
 * staff waits for nobody. A request takes its turn only when its body is in, and ends it before its answer is read.
 */
export const takeTurns = ({ staffPercent, log, longestWaitMs = LONGEST_WAIT_MS }: TurnsOptions): RequestHandler => {
  const atOnce = Math.max(1, AT_WORK - Math.ceil((AT_WORK * staffPercent) / 100));
  const each = Math.max(1, Math.floor(atOnce / 2));
  const atWork = new Map<string, number>();
  const waiting = new Set<{ holder: string; begin: () => void }>();
  let working = 0;

  const count = (holder: string, change: 1 | -1): void => {
    const now = (atWork.get(holder) ?? 0) + change;
    if (now === 0) atWork.delete(holder);
    else atWork.set(holder, now);
    working += change;
  };
  const next = (): void => {
    while (working < atOnce) {
      let chosen: { fewest: number; entry: { holder: string; begin: () => void } } | undefined;
      for (const entry of waiting) {
        const of = atWork.get(entry.holder) ?? 0;
        if (of < each && of < (chosen?.fewest ?? each)) chosen = { fewest: of, entry };
      }
      if (chosen === undefined) break;
      waiting.delete(chosen.entry);
      count(chosen.entry.holder, 1);
      chosen.entry.begin();
    }
    metrics.waiting.set({}, waiting.size);
  };

  return (_request, response, proceed) => {
    const caller = callerOf(response);
    const { matched } = requestState(response);
    const unmeasured = matched.kind === 'found' && (matched.route.stays === true || matched.route.body === 'raw');
    if (unmeasured || !isOutsider(caller)) return proceed();
    // Who went away while his body was read waits for no answer.
    if (response.destroyed) return;
    const holder = holderOf(caller);
    // It begins when another request ends, and would log under that one's ids.
    const begin = inPresentContext(() => {
      clearTimeout(patience);
      proceed();
    });
    const entry = { holder, begin };
    let over = false;
    const patience = setTimeout(() => {
      over = true;
      waiting.delete(entry);
      proceed(shareRefused('requests_at_once', 'caller', each, log, caller));
    }, longestWaitMs);
    const end = (): void => {
      if (over) return;
      over = true;
      clearTimeout(patience);
      if (!waiting.delete(entry)) count(holder, -1);
      next();
    };
    response.once('prefinish', end);
    response.once('close', end);
    waiting.add(entry);
    next();
  };
};
