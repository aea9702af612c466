import { describe, expect, it } from '@jest/globals';
import { STATUSES } from '@order-ledger/domain/status';
import type { Order } from '../src/api/shapes.ts';
import { listQueryOf, readBoardSearch, sortOf, sortsOf, stillMatches } from '../src/board/board-search.ts';
import { isView, USUAL_VIEWS } from '../src/board/views.ts';
import { GROUPS, STATUS_LOOK, STATUSES_IN_ORDER, statusesOf } from '../src/system/status-look.ts';

const ME = 'operator-1';

describe('the address of the board', () => {
  it('says the list that is asked for', () => {
    expect(listQueryOf(readBoardSearch({}), ME)).toEqual({ sort: 'stage_age', active: 'true' });
    expect(listQueryOf(readBoardSearch({ mine: true, overdue: 'true', sort: 'due' }), ME)).toEqual({
      ...{ sort: 'due', active: 'true', overdue: 'true', claimed_by: ME },
    });
    expect(listQueryOf(readBoardSearch({ group: 'price' }), ME).status).toBe(statusesOf('price').join(','));
    expect(listQueryOf(readBoardSearch({ group: 'price', status: 'ON_HOLD' }), ME).status).toBe('ON_HOLD');
    expect(listQueryOf(readBoardSearch({ ended: 'alone' }), ME).active).toBe('false');
  });

  it('finds an order by its name whatever has become of it, and a number as the text that it is', () => {
    expect(listQueryOf(readBoardSearch({ q: 1001 }), ME)).toEqual({ sort: 'newest', q: '1001' });
  });

  it('shows ended orders among the others, in an order that they have too', () => {
    const sortIn = (search: Parameters<typeof sortOf>[0]) => [sortOf(search), sortsOf(search).length];
    expect(sortIn({ ended: 'too' })).toEqual(['newest', 2]);
    expect(sortIn({ ended: 'too', sort: 'due' })).toEqual(['newest', 2]);
    expect(sortIn({ ended: 'too', sort: 'oldest' })).toEqual(['oldest', 2]);
    expect(sortIn({ ended: 'too', group: 'make' })).toEqual(['stage_age', 5]);
    expect(sortIn({ ended: 'alone' })).toEqual(['stage_age', 5]);
    expect(sortIn({ sort: 'due' })).toEqual(['due', 5]);
  });

  it('is read as far as it can be: what it cannot mean is left out', () => {
    const foreign = {
      sort: 'DROP',
      group: 'x',
      status: 'GONE',
      ended: 1,
      overdue: 'no',
      priority: 'MOST',
      q: '  ',
      x: 1,
    };
    expect(readBoardSearch(foreign)).toEqual({});
    expect(readBoardSearch({ q: 'x'.repeat(201), order: {} })).toEqual({});
  });

  it('means a view whatever is open beside it and however it is sorted', () => {
    expect(isView({ mine: true, order: 'x', sort: 'due' }, { mine: true })).toBe(true);
    expect(isView({ mine: true, overdue: true }, { mine: true })).toBe(false);
  });
});

describe('the groups of statuses', () => {
  it('are of the statuses that there are, in their order', () => {
    expect(STATUSES_IN_ORDER).toEqual(STATUSES);
  });

  it('hold each status once that an order can stay in', () => {
    const grouped = GROUPS.flatMap(statusesOf);
    expect(new Set(grouped).size).toBe(grouped.length);
    expect(STATUSES_IN_ORDER.filter((status) => STATUS_LOOK[status].group === null)).toHaveLength(3);
    expect(USUAL_VIEWS[0]?.counted).toEqual(grouped);
  });
});

describe('an order that has changed', () => {
  const order = {
    status: 'ON_HOLD',
    is_active: true,
    overdue: false,
    claim: { operator: ME },
    priority: 'HIGH',
  } as Order;

  it.each([
    [{}, true],
    [{ ended: 'alone' as const }, false],
    [{ group: 'stopped' as const }, true],
    [{ group: 'make' as const }, false],
    [{ status: 'SHIPPED' as const }, false],
    [{ overdue: true as const }, false],
    [{ mine: true as const }, true],
    [{ priority: 'LOW' as const }, false],
    [{ q: 'anything', group: 'make' as const }, true],
  ])('in a list of %j belongs there: %s', (search, belongs) => {
    expect(stillMatches(order, search, ME)).toBe(belongs);
  });
});
