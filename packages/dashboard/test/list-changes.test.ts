import { describe, expect, it } from '@jest/globals';
import { ageOf } from '../src/board/age-of.ts';
import { CHOOSE_WIDTH, COLUMNS, columnsThatFit } from '../src/board/columns.ts';
import { ordersOf, type ReadOrder, type ReadPage, sorted, withOrders } from '../src/board/list-changes.ts';
import { parsedViews } from '../src/board/saved-views.ts';

const order = (order_id: string, event_version = 1): ReadOrder =>
  ({ order_id, event_version, read_at: 0 }) as ReadOrder;
const page = (...orders: ReadOrder[]): ReadPage => ({ orders, next_cursor: null, prev_cursor: null });

describe('a list under events', () => {
  const read = { pages: [page(order('a'), order('b', 3)), page(order('c'))], pageParams: [undefined, 'x'] };

  it('shows what has changed in its place: no row moves', () => {
    const { pages } = withOrders(
      read,
      new Map([
        ['b', order('b', 4)],
        ['c', order('c', 2)],
      ]),
    );
    expect(ordersOf(pages).map(({ order_id, event_version }) => `${order_id}${event_version}`)).toEqual([
      'a1',
      'b4',
      'c2',
    ]);
  });

  it('never goes back to what it knew before: answers may overtake each other', () => {
    const { pages } = withOrders(read, new Map([['b', order('b', 2)]]));
    expect(ordersOf(pages)[1]?.event_version).toBe(3);
  });

  it('keeps the pages that nothing has changed, so that they are not drawn again', () => {
    expect(withOrders(read, new Map([['c', order('c', 2)]])).pages[0]).toBe(read.pages[0]);
  });

  it('shows an order once that has moved to another page while the pages were read', () => {
    expect(
      ordersOf([page(order('a'), order('b')), page(order('b'), order('c'))]).map(({ order_id }) => order_id),
    ).toEqual([...['a', 'b', 'c']]);
  });

  it('tells what it shows from what could come in', () => {
    expect(sorted(['a', 'z', 'a', 'y'], new Set(['a', 'b']))).toEqual({ inList: ['a'], outside: ['z', 'y'] });
  });
});

describe('the age of an order', () => {
  const at = Date.parse('2026-11-30T10:00:00Z');
  const known = {
    read_at: at,
    is_active: true,
    current_stage_duration_ms: 5_000,
    frozen_since: null,
    status_entered_at: '2026-11-30T09:00:00Z',
  };

  it('goes on from when the order was read', () => {
    expect(ageOf(known as ReadOrder, at + 2_000)).toBe(7_000);
  });

  it('is that of the hold or the error while it is in one', () => {
    expect(ageOf({ ...known, frozen_since: '2026-11-30T09:59:00Z' } as ReadOrder, at)).toBe(60_000);
  });

  it('is none once it has ended', () => {
    expect(ageOf({ ...known, is_active: false } as ReadOrder, at)).toBeNull();
  });
});

describe('the columns', () => {
  const names = (width: number) => columnsThatFit(width).map(({ id }) => id);

  it('all stand where there is room, in their order', () => {
    expect(names(1_600)).toEqual(COLUMNS.map(({ id }) => id));
  });

  it('go one after the other where there is less, the order itself last', () => {
    expect(names(600)).toEqual(['order', 'status', 'age']);
    // A tablet of 1024 px, beside the rail and the margins.
    expect(names(926)).toEqual(['order', 'status', 'age', 'amount', 'due']);
    expect(names(0)).toEqual(['order']);
    for (let width = 0; width < 1_600; width += 50) {
      const used = columnsThatFit(width).reduce((sum, column) => sum + column.width, CHOOSE_WIDTH);
      if (names(width).length > 1) expect(used).toBeLessThanOrEqual(width);
    }
  });
});

describe('saved views', () => {
  it('are read as far as they can be', () => {
    expect(parsedViews('[{"name":"x","search":{"mine":true,"sort":"?"}},{"name":1},null]')).toEqual([
      { name: 'x', search: { mine: true } },
    ]);
    expect([parsedViews('{'), parsedViews('{}'), parsedViews(null)]).toEqual([[], [], []]);
  });
});
