/** What an address holds before a page has read it. */
export type RawSearch = Readonly<Record<string, unknown>>;
/** What changes in the address; undefined takes it out. */
export type SearchChange<Search> = { [Name in keyof Search]?: Search[Name] | undefined };

/** The entries that say something. */
export const said = <Search extends object>(search: SearchChange<Search>): Search =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Search;

export const oneOf = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined =>
  values.find((one) => one === value);
