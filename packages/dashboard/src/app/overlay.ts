import { useSyncExternalStore } from 'react';

/** What lies over the page, one at a time. */
export type Overlay = 'palette' | 'shortcuts' | null;

let overlay: Overlay = null;
const listeners = new Set<() => void>();

const become = (next: Overlay): void => {
  overlay = next;
  for (const listener of listeners) listener();
};

export const openOverlay = (next: Exclude<Overlay, null>): void => become(next);
export const closeOverlay = (): void => become(null);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useOverlay = (): Overlay => useSyncExternalStore(subscribe, () => overlay);
