import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

/** What an address holds before a page has read it. */
export type RawSearch = Readonly<Record<string, unknown>>;
/** What changes in the address; undefined takes it out. */
export type SearchChange<Search> = { [Name in keyof Search]?: Search[Name] | undefined };

/**
 * What the address of a page says, as the page reads it, and what changes it. What it cannot mean is left out: an old
 * link shows a page rather than an error.
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
  return { search, change };
};

/** The entries that say something. */
export const said = <Search extends object>(search: SearchChange<Search>): Search =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Search;

export const oneOf = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined =>
  values.find((one) => one === value);
