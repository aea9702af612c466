import { describe, expect, it } from '@jest/globals';
import { FILTER_NAMES, type FilterName, isTodays } from '@order-ledger/read-model/reading/list-filters';
import { listStatement } from '@order-ledger/read-model/reading/list-orders';
import { listAsOfStatement } from '@order-ledger/read-model/reading/list-orders-as-of';
import { keepingLog } from '@order-ledger/testing/lines';
import { CURSOR_SECRET } from '@order-ledger/testing/running/query-api';
import type { Redis } from 'ioredis';
import { createFirstPages } from '../src/first-pages.ts';
import { refuseForeignFilters } from '../src/http/audience-filters.ts';
import { filtersOf, LIST_FILTERS } from '../src/http/list-filters.ts';
import { readListQuery } from '../src/http/list-query.ts';
import { readParameters } from '../src/http/parameter-forms.ts';
import { eventsParameters } from '../src/http/parameters.ts';
import { isShown } from '../src/presentation/order-fields.ts';
import { createSeals } from '../src/seal.ts';
import type { Source } from '../src/sources.ts';

/** Of each filter two values as they stand in a query. */
const ASKED: Readonly<Record<FilterName, readonly [string, string]>> = {
  status: ['SUBMITTED', 'CLOSED'],
  stage: ['SUBMITTED', 'SHIPPED'],
  owner: ['MES', 'CRM'],
  claimed_by: ['sub:oleg', 'sub:olga'],
  partner_id: ['acme', 'bolt'],
  priority: ['HIGH', 'LOW'],
  overdue: ['true', 'false'],
  active: ['true', 'false'],
  settlement: ['overpaid', 'underpaid'],
  needs_person: ['true', 'false'],
  q: ['customer-1', 'customer-2'],
};
/** First pages are kept of these alone. */
const KEPT: readonly FilterName[] = ['status', 'active'];

const seals = createSeals(CURSOR_SECRET);
const read = (query: Record<string, string>) => readListQuery(query, seals);
const codeOf = (ask: () => unknown): string => {
  try {
    ask();
    return 'taken';
  } catch (error) {
    return (error as { code?: string }).code ?? (error as Error).name;
  }
};

describe.each(FILTER_NAMES)('the filter %s', (name) => {
  const [one, other] = ASKED[name];
  const { filters } = read({ [name]: one });
  const list = { filters, sort: 'newest', limit: 10, place: null } as const;

  it('narrows lists of today, and of the past unless no past state holds it', () => {
    const whole = { ...list, filters: { status: [] } };
    expect(listStatement('s', 'everything', list).text).not.toBe(listStatement('s', 'everything', whole).text);
    const at = new Date(0);
    const [past, wholePast] = [list, whole].map((each) => listAsOfStatement('s', 'everything', { ...each, at }).text);
    expect(past === wholePast).toBe(isTodays(name));
    expect(codeOf(() => read({ [name]: one, as_of: '2026-03-02T08:00:00Z' }))).toBe(
      isTodays(name) ? 'filter-of-today' : 'taken',
    );
  });

  it('narrows the stream of events, or is none of its parameters', () => {
    expect(codeOf(() => readParameters(eventsParameters, { [name]: one }))).toBe(isTodays(name) ? 'ZodError' : 'taken');
  });

  it('is carried by a cursor, which is for no other list', () => {
    const cursor = read({ [name]: one }).cursorAt(['1', 'x'], false);
    expect(read({ cursor }).filters).toEqual(filters);
    expect(codeOf(() => read({ cursor, [name]: one }))).toBe('taken');
    expect(codeOf(() => read({ cursor, [name]: other }))).toBe('cursor-mismatch');
  });

  it('is answered from a first page only where there is one for it', async () => {
    const asked: unknown[] = [];
    const hmget = async (key: string): Promise<null[]> => {
      asked.push(key);
      return [null, null];
    };
    const redis = { hmget } as unknown as Redis;
    const source = { dirtyLists: [], version: 1 } as unknown as Source;
    await createFirstPages(redis, keepingLog().log).read(source, 'everything', list);
    expect(asked.length > 0).toBe(KEPT.includes(name));
  });

  it.each(['partner', 'carrier'] as const)('is for a %s who is shown what it tells of [N3]', (audience) => {
    const shown = LIST_FILTERS[name].tells.every((field) => isShown(field, audience));
    expect(codeOf(() => refuseForeignFilters(audience, filtersOf(filters as never)))).toBe(
      shown ? 'taken' : 'filter-forbidden',
    );
  });
});
