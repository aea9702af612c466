import type { StatusName } from '../api/shapes.ts';
import { GROUPS, statusesOf } from '../system/status-look.ts';
import type { BoardSearch } from './board-search.ts';

/** A list that many ask for: its name is in the texts. */
export interface UsualView {
  id: 'active' | 'late' | 'mine' | (typeof GROUPS)[number];
  search: BoardSearch;
  /** Of which statuses the board's counts tell how many there are; absent: they do not tell. */
  counted?: readonly StatusName[];
}

export const USUAL_VIEWS: readonly UsualView[] = [
  { id: 'active', search: {}, counted: GROUPS.flatMap(statusesOf) },
  { id: 'late', search: { overdue: true } },
  { id: 'mine', search: { mine: true } },
  ...GROUPS.map((group): UsualView => ({ id: group, search: { group }, counted: statusesOf(group) })),
];

/** What narrows a list: layout, sort and the open order do not. */
const NARROWING = ['group', 'status', 'ended', 'overdue', 'mine', 'priority', 'partner', 'q'] as const;

export const narrowing = (search: BoardSearch): BoardSearch =>
  Object.fromEntries(NARROWING.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])));

export const isView = (search: BoardSearch, view: BoardSearch): boolean =>
  JSON.stringify(narrowing(search)) === JSON.stringify(narrowing(view));
