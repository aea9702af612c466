import { useSyncExternalStore } from 'react';

/** How old what is shown may be: by what the last answer said, and by whether the stream of events holds. */
export interface Freshness {
  /** Milliseconds by which the tables were behind the ledger; null: not known yet. */
  lagMs: number | null;
  stream: 'off' | 'opening' | 'open' | 'lost';
  /** Since when the stream is lost: what is shown is as old as this. */
  since: string | null;
}

let now: Freshness = { lagMs: null, stream: 'off', since: null };
const listeners = new Set<() => void>();

const become = (next: Partial<Freshness>): void => {
  now = { ...now, ...next };
  for (const listener of listeners) listener();
};

/** @param header X-Projection-Lag-Ms: a number, or "unknown" */
export const noteLag = (header: string | null): void => {
  const lagMs = header === null || !/^\d+$/.test(header) ? null : Number(header);
  if (lagMs !== now.lagMs) become({ lagMs });
};

export const noteStream = (stream: Freshness['stream'], at: Date): void => {
  if (stream === 'open' || stream === 'off') become({ stream, since: null });
  // It is lost from the first failure on; trying again does not make what is shown any younger.
  else become({ stream, since: now.since ?? (stream === 'lost' ? at.toISOString() : null) });
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useFreshness = (): Freshness => useSyncExternalStore(subscribe, () => now);
