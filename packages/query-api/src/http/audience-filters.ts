import { ProblemError } from '@order-ledger/platform/http/problem';
import type { ListFilters } from '@order-ledger/read-model/reading/list-filters';
import type { Sort } from '@order-ledger/read-model/reading/list-form';
import type { Audience } from '../audience.ts';

/** What strangers may filter and sort by: only what they are shown, or a filter would tell them the rest. */
const ALLOWED: Readonly<
  Record<Exclude<Audience, 'staff'>, { filters: readonly (keyof ListFilters)[]; sorts: readonly Sort[] }>
> = {
  partner: {
    filters: ['status', 'stage', 'partner_id', 'priority', 'overdue', 'active', 'settlement', 'q'],
    sorts: ['newest', 'oldest', 'stage_age', 'due', 'priority'],
  },
  carrier: { filters: ['status', 'active'], sorts: ['newest', 'oldest'] },
};

/** @throws ProblemError 403 naming what is allowed */
export const refuseForeignFilters = (audience: Audience, filters: ListFilters, sort: Sort = 'newest'): void => {
  if (audience === 'staff') return;
  const allowed = ALLOWED[audience];
  const given = Object.entries(filters).flatMap(([name, value]) =>
    Array.isArray(value) && value.length === 0 ? [] : [name as keyof ListFilters],
  );
  const foreign = given.filter((name) => !allowed.filters.includes(name));
  if (foreign.length > 0) {
    const names = allowed.filters.join(', ');
    throw new ProblemError(
      403,
      'filter-forbidden',
      `Not for this credential: ${foreign.join(', ')}. Allowed: ${names}.`,
    );
  }
  if (!allowed.sorts.includes(sort)) {
    const names = allowed.sorts.join(', ');
    throw new ProblemError(403, 'sort-forbidden', `Not for this credential: sort ${sort}. Allowed: ${names}.`);
  }
};
