import { ProblemError } from '@order-ledger/platform/http/problem';
import { FILTER_NAMES, type ListFilters } from '@order-ledger/read-model/reading/list-filters';
import { SORTS, type Sort } from '@order-ledger/read-model/reading/list-form';
import type { Audience } from '../audience.ts';
import { type FieldName, isShown } from '../presentation/order-fields.ts';
import { givenFilters, LIST_FILTERS, SORT_FIELDS } from './list-filters.ts';

/** @throws ProblemError 403 naming what is allowed: a caller filters and sorts only by fields that he is shown */
export const refuseForeignFilters = (audience: Audience, filters: ListFilters, sort: Sort = 'newest'): void => {
  const isAllowed = (tells: readonly FieldName[]): boolean => tells.every((name) => isShown(name, audience));
  const foreign = givenFilters(filters).filter((name) => !isAllowed(LIST_FILTERS[name].tells));
  if (foreign.length > 0) {
    const names = FILTER_NAMES.filter((name) => isAllowed(LIST_FILTERS[name].tells)).join(', ');
    throw new ProblemError(
      403,
      'filter-forbidden',
      `Not for this credential: ${foreign.join(', ')}. Allowed: ${names}.`,
    );
  }
  if (!isAllowed(SORT_FIELDS[sort])) {
    const names = SORTS.filter((each) => isAllowed(SORT_FIELDS[each])).join(', ');
    throw new ProblemError(403, 'sort-forbidden', `Not for this credential: sort ${sort}. Allowed: ${names}.`);
  }
};
