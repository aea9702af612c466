/** What the board's address says. */
export interface BoardSearch {
  q?: string;
}
export const readBoardSearch = (search: Record<string, unknown>): BoardSearch =>
  typeof search.q === 'string' ? { q: search.q } : {};
