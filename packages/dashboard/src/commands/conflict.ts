import { useSyncExternalStore } from 'react';
import type { Meant } from './use-commands.tsx';

/** Commands that met another order than their sender saw, the first of them first: each is decided by itself. */
let conflicts: readonly Meant[] = [];
const listeners = new Set<() => void>();

const become = (next: readonly Meant[]): void => {
  conflicts = next;
  for (const listener of listeners) listener();
};

export const openConflict = (meant: Meant): void => become([...conflicts, meant]);
export const closeConflict = (): void => become(conflicts.slice(1));
export const closeConflicts = (): void => become([]);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useConflicts = (): readonly Meant[] => useSyncExternalStore(subscribe, () => conflicts);
