import { useSyncExternalStore } from 'react';
import { type BoardSearch, readBoardSearch } from './board-search.ts';

/** A view that somebody named, on this machine: an address under a name. */
export interface SavedView {
  name: string;
  search: BoardSearch;
}

const KEY = 'order-ledger.views';
const MOST = 30;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What cannot be read is left out: it is no reason to show no board. */
export const parsedViews = (text: string | null): readonly SavedView[] => {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
  if (!Array.isArray(kept)) return [];
  return kept
    .filter(isObject)
    .flatMap(({ name, search }) =>
      typeof name === 'string' && isObject(search) ? [{ name, search: readBoardSearch(search) }] : [],
    );
};

let views = typeof localStorage === 'undefined' ? [] : parsedViews(localStorage.getItem(KEY));
const listeners = new Set<() => void>();

const become = (next: readonly SavedView[]): void => {
  views = next;
  localStorage.setItem(KEY, JSON.stringify(next));
  for (const listener of listeners) listener();
};

/** A name that is there already gets the newer view. */
export const saveView = (view: SavedView): void =>
  become([...views.filter(({ name }) => name !== view.name), view].slice(-MOST));
export const removeView = (gone: string): void => become(views.filter(({ name }) => name !== gone));

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSavedViews = (): readonly SavedView[] => useSyncExternalStore(subscribe, () => views);
