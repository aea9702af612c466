import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { RawSearch, SearchChange } from './search.ts';

/**
 * What the address of a page says, as the page reads it, and what changes it. What it cannot mean is left out: an old
 * link shows a page rather than an error. The router knows nothing of it, so that what a page reads is loaded with it.
 */
export const usePageSearch = <Search extends object>(path: string, read: (search: RawSearch) => Search) => {
  const given = useSearch({ strict: false }) as RawSearch;
  const navigate = useNavigate();
  const search = useMemo(() => read(given), [read, given]);
  /** @param replace of a value that is still being chosen: Back leads to what was before it */
  const change = useCallback(
    (changed: SearchChange<Search>, { replace = false } = {}) => {
      const next = read({ ...search, ...changed });
      void navigate({ to: path, search: next as never, replace, resetScroll: false });
    },
    [navigate, path, read, search],
  );
  /** Says nothing but this. */
  const show = useCallback(
    (next: SearchChange<Search>) => void navigate({ to: path, search: read(next) as never, resetScroll: false }),
    [navigate, path, read],
  );
  return { search, change, show };
};
