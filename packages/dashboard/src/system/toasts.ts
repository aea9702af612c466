import { useSyncExternalStore } from 'react';

export interface Toast {
  id: number;
  kind: 'done' | 'refused';
  title: string;
  says?: string | undefined;
  deed?: { name: string; do: () => void } | undefined;
}

/** What is done goes by itself; what was refused stays until it is put away. */
const DONE_STAYS_MS = 5_000;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

const become = (next: readonly Toast[]): void => {
  toasts = next;
  for (const listener of listeners) listener();
};

export const putAway = (id: number): void => become(toasts.filter((toast) => toast.id !== id));

export const tell = (toast: Omit<Toast, 'id'>): void => {
  lastId += 1;
  const id = lastId;
  become([...toasts.slice(-2), { ...toast, id }]);
  if (toast.kind === 'done') setTimeout(() => putAway(id), DONE_STAYS_MS);
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useToasts = (): readonly Toast[] => useSyncExternalStore(subscribe, () => toasts);
