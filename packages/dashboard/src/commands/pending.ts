import { useSyncExternalStore } from 'react';

/** What is under way, by order: shown on its row, and a second press of the same is the same command. */
let pending: ReadonlyMap<string, string> = new Map();
const listeners = new Set<() => void>();

const become = (next: ReadonlyMap<string, string>): void => {
  pending = next;
  for (const listener of listeners) listener();
};

export const isPending = (about: string): boolean => pending.has(about);

export const begin = (about: string, key: string): void => become(new Map([...pending, [about, key]]));

export const end = (about: string): void => become(new Map([...pending].filter(([one]) => one !== about)));

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The orders about which a command is under way; "next" stands for the choice of the next one. */
export const usePending = (): ReadonlyMap<string, string> => useSyncExternalStore(subscribe, () => pending);
