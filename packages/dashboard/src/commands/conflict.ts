import { useSyncExternalStore } from 'react';
import type { ApiProblem } from '../api/problem.ts';
import type { Meant } from './use-commands.tsx';

/** A command that met another order than its sender saw. */
export interface Conflict {
  meant: Meant;
  problem: ApiProblem;
}

let conflict: Conflict | null = null;
const listeners = new Set<() => void>();

const become = (next: Conflict | null): void => {
  conflict = next;
  for (const listener of listeners) listener();
};

export const openConflict = (next: Conflict): void => become(next);
export const closeConflict = (): void => become(null);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useConflict = (): Conflict | null => useSyncExternalStore(subscribe, () => conflict);
