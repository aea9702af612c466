import type { ListQuery, Order, Priority, Sort, StatusName } from '../api/shapes.ts';
import { oneOf, type RawSearch, type SearchChange, said } from '../app/search.ts';
import { GROUPS, type Group, STATUSES_IN_ORDER, statusesOf } from '../system/status-look.ts';

export const SORTS = ['stage_age', 'newest', 'oldest', 'due', 'priority'] as const satisfies readonly Sort[];
export const PRIORITIES = ['URGENT', 'HIGH', 'NORMAL', 'LOW'] as const satisfies readonly Priority[];
export const LAYOUTS = ['table', 'stages'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** What the board's address says: a link that is sent to somebody shows him the same. */
export interface BoardSearch {
  layout?: 'stages';
  sort?: Sort;
  group?: Group;
  status?: StatusName;
  /** Ended ones too, or these alone; absent: active ones. */
  ended?: 'too' | 'alone';
  overdue?: true;
  mine?: true;
  priority?: Priority;
  partner?: string;
  q?: string;
  /** The order that is open beside the list. */
  order?: string;
}

/** What changes in the address; undefined takes it out. */
export type BoardChange = SearchChange<BoardSearch>;

const USUAL_SORT: Sort = 'stage_age';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 200
    ? value
    : typeof value === 'number'
      ? String(value)
      : undefined;
const flag = (value: unknown): true | undefined => (value === true || value === 'true' ? true : undefined);

/** What an address cannot mean is left out: an old link shows a list rather than an error. */
export const readBoardSearch = (search: RawSearch): BoardSearch => {
  const sort = oneOf(SORTS, search.sort);
  return said<BoardSearch>({
    layout: oneOf(['stages'] as const, search.layout),
    sort: sort === USUAL_SORT ? undefined : sort,
    group: oneOf(GROUPS, search.group),
    status: oneOf(STATUSES_IN_ORDER, search.status),
    ended: oneOf(['too', 'alone'] as const, search.ended),
    overdue: flag(search.overdue),
    mine: flag(search.mine),
    priority: oneOf(PRIORITIES, search.priority),
    partner: text(search.partner),
    q: text(search.q),
    order: text(search.order),
  });
};

const activity = ({ ended, q }: BoardSearch): Pick<ListQuery, 'active'> => {
  // Who asks for one order by its name means it, whatever has become of it.
  if (ended === 'too' || q !== undefined) return {};
  return { active: ended === 'alone' ? 'false' : 'true' };
};

/** Sorts in which a list of all orders would be one of the active ones: the API has their age, date and urgency alone. */
const OF_ACTIVE: readonly Sort[] = ['stage_age', 'due', 'priority'];

/** Ended ones stand among the others; of a status or a group of them each order is active, or none is. */
const isOfAll = ({ ended, q, status, group }: BoardSearch): boolean =>
  (ended === 'too' || q !== undefined) && status === undefined && group === undefined;

export const sortsOf = (search: BoardSearch): readonly Sort[] =>
  isOfAll(search) ? SORTS.filter((sort) => !OF_ACTIVE.includes(sort)) : SORTS;

/** In which order the list stands: the one that was chosen, where this list can have it. */
export const sortOf = (search: BoardSearch): Sort => {
  const [first = USUAL_SORT] = sortsOf(search);
  return sortsOf(search).find((sort) => sort === search.sort) ?? first;
};

/** The list that the address asks for. @param me the subject of who looks */
export const listQueryOf = (search: BoardSearch, me: string): ListQuery => {
  const { group, status, overdue, mine, priority, partner, q } = search;
  const statuses = status === undefined ? (group === undefined ? [] : statusesOf(group)) : [status];
  return {
    sort: sortOf(search),
    ...activity(search),
    ...(statuses.length === 0 ? {} : { status: statuses.join(',') }),
    ...(overdue ? { overdue: 'true' as const } : {}),
    ...(mine ? { claimed_by: me } : {}),
    ...(priority === undefined ? {} : { priority }),
    ...(partner === undefined ? {} : { partner_id: partner }),
    ...(q === undefined ? {} : { q: q.trim() }),
  };
};

/** Whether an order that has changed still belongs into the list, as far as the page can tell. */
export const stillMatches = (order: Order, search: BoardSearch, me: string): boolean => {
  const { group, status, overdue, mine, priority, ended, q } = search;
  if (q !== undefined) return true;
  if (ended !== 'too' && order.is_active === (ended === 'alone')) return false;
  if (status !== undefined && order.status !== status) return false;
  if (status === undefined && group !== undefined && !statusesOf(group).includes(order.status)) return false;
  if (overdue && order.overdue === false) return false;
  if (mine && order.claim?.operator !== me) return false;
  return priority === undefined || order.priority === priority;
};
