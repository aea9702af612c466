import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { evolve } from '@order-ledger/domain/evolve';
import { ownerOf, type RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Scope } from '@order-ledger/domain/sight';
import type { OrderState } from '@order-ledger/domain/state';
import { isFinal, STATUSES } from '@order-ledger/domain/status';
import type { Page } from '@order-ledger/read-model/reading/keyset';
import type { LastingFilter, ListFilters, Wanted } from '@order-ledger/read-model/reading/list-filters';
import { type ListRequest, SORTS, type Sort } from '@order-ledger/read-model/reading/list-form';
import { countOrders, listOrders } from '@order-ledger/read-model/reading/list-orders';
import { listOrdersAsOf } from '@order-ledger/read-model/reading/list-orders-as-of';
import { uuidOf } from '@order-ledger/testing/orders/specification';
import { lifeInto, randomLives, type SeededReadModel, seededReadModel } from '@order-ledger/testing/running/read-model';

let model: SeededReadModel;
let lives: readonly (readonly RecordedEvent[])[];

beforeAll(async () => {
  const journeys = STATUSES.flatMap((status, n) =>
    [null, 'acme', 'bolt'].map((partner, m) => lifeInto(status, 3 * n + m, partner)),
  );
  lives = [...journeys, ...randomLives(60, 11)];
  model = await seededReadModel(lives.flat());
}, 120_000);
afterAll(() => model.drop());

/** An order as the domain's own fold says it was at a time. */
interface Known {
  state: OrderState;
  sort_key: number;
  due: number;
}

const knownAt = (at: number): Known[] =>
  lives.flatMap((events) => {
    const until = events.filter(({ metadata }) => Date.parse(metadata.recorded_at) <= at);
    let state: OrderState | null = null;
    for (const event of until) state = evolve(state, event);
    if (state === null) return [];
    const due = state.due_at === null ? Number.POSITIVE_INFINITY : Date.parse(state.due_at);
    return [{ state, sort_key: Date.parse((until[0] as RecordedEvent).metadata.recorded_at) * 1000, due }];
  });

const RANK = { LOW: 0, NORMAL: 1, HIGH: 2, URGENT: 3 } as const;

const KEYS: Readonly<Record<Sort, (known: Known) => (number | string)[]>> = {
  newest: ({ state, sort_key }) => [sort_key, state.order_id],
  oldest: ({ state, sort_key }) => [sort_key, state.order_id],
  stage_age: ({ state }) => [Date.parse(state.stage_entered_at), state.order_id],
  due: ({ state, due }) => [due, state.order_id],
  priority: ({ state, due }) => [3 - RANK[state.priority], due, state.order_id],
};

const compared = (a: readonly (number | string)[], b: readonly (number | string)[]): number => {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (a[at] as number) < (b[at] as number) ? -1 : 1;
};

type Holds<Name extends LastingFilter> = (wanted: Wanted<Name>, known: Known, now: number) => boolean;

/** What each filter means, by the domain's fold. */
const HOLDS: { readonly [Name in LastingFilter]: Holds<Name> } = {
  status: (wanted, { state }) => wanted.length === 0 || wanted.includes(state.status),
  stage: (wanted, { state }) => wanted === state.stage,
  owner: (wanted, { state }) => wanted === ownerOf(state),
  claimed_by: (wanted, { state }) => wanted === state.claim?.operator,
  partner_id: (wanted, { state }) => wanted === state.partner_id,
  priority: (wanted, { state }) => wanted === RANK[state.priority],
  overdue: (_wanted, { state, due }, now) => due < now && !isFinal(state.status),
  active: (wanted, { state }) => wanted === !isFinal(state.status),
  q: (wanted, { state }) => [state.order_id, state.external_ref, state.customer_ref].includes(wanted),
};
const LASTING = Object.keys(HOLDS) as LastingFilter[];

const wanted = (filters: ListFilters, known: Known, now: number): boolean =>
  LASTING.every(
    (name) => filters[name] === undefined || (HOLDS[name] as Holds<never>)(filters[name] as never, known, now),
  );

/** The list's ids by the domain's fold, sorted here. */
const expectedIds = (filters: ListFilters, sort: Sort, at: number, onlyActive: boolean): string[] => {
  const sorted = knownAt(at)
    .filter((known) => wanted(filters, known, at) && (!onlyActive || !isFinal(known.state.status)))
    .sort((a, b) => compared(KEYS[sort](a), KEYS[sort](b)))
    .map(({ state }) => state.order_id);
  return sort === 'newest' ? sorted.reverse() : sorted;
};

type Row = { order_id: string; list_key: string[] };
type ReadPage = (place: ListRequest['place'], limit: number) => Promise<Page<Row>>;

/** Walks a list page by page to its end and, from there, back to its beginning. */
const walked = async (read: ReadPage, limit: number): Promise<{ there: string[]; back: string[] }> => {
  const there: string[] = [];
  let page = await read(null, limit);
  const first = page;
  for (;;) {
    there.push(...page.rows.map(({ order_id }) => order_id));
    const last = page.rows.at(-1);
    if (!page.behind || last === undefined) break;
    page = await read({ key: last.list_key, backwards: false }, limit);
  }
  const back = page.rows.map(({ order_id }) => order_id);
  while (page.before) {
    page = await read({ key: (page.rows[0] as Row).list_key, backwards: true }, limit);
    back.unshift(...page.rows.map(({ order_id }) => order_id));
    if (page.rows.length === 0) break;
  }
  expect(first.before).toBe(false);
  return { there, back };
};

const FILTERS: readonly (readonly [string, ListFilters])[] = [
  ['nothing', { status: [] }],
  ['one status', { status: ['MANUFACTURING_STARTED'] }],
  ['several statuses', { status: ['SUBMITTED', 'PRICE_CALCULATED', 'ON_HOLD', 'SHIPPED'] }],
  ['a stage', { status: [], stage: 'MANUFACTURING_STARTED' }],
  ['an owner', { status: [], owner: 'MES' }],
  ['who holds the claim', { status: [], claimed_by: 'sub:oleg' }],
  ['a partner', { status: [], partner_id: 'acme' }],
  ['a priority', { status: [], priority: 2 }],
  ['overdue', { status: [], overdue: true }],
  ['active', { status: [], active: true }],
  ['a customer', { status: [], q: 'customer-3' }],
  ['a partner and a status', { status: ['PRICE_CALCULATED'], partner_id: 'bolt' }],
];
it('are tried with every filter that today and the past have', () => {
  const tried = FILTERS.flatMap(([, filters]) => Object.keys(filters));
  expect(LASTING.filter((name) => !tried.includes(name))).toEqual([]);
});

const byAge = (sort: Sort): boolean => sort === 'stage_age' || sort === 'due' || sort === 'priority';

describe('lists', () => {
  const cases = FILTERS.flatMap(([name, filters]) => SORTS.map((sort) => [sort, name, filters] as const));
  it.each(cases)(
    'sorted by %s and narrowed to %s go forward and back page by page without gap or repeat [I2] [I10]',
    async (sort, _name, filters) => {
      const read: ReadPage = (place, limit) => listOrders(model, 'everything', { filters, sort, limit, place });
      const expected = expectedIds(filters, sort, Date.now(), byAge(sort));
      expect(await walked(read, 7)).toEqual({ there: expected, back: expected });
    },
  );

  it('show final orders too where they are asked for by name', async () => {
    for (const filters of [{ status: ['CLOSED', 'CANCELLED'] }, { status: [], active: false }] as ListFilters[]) {
      const read: ReadPage = (place, limit) =>
        listOrders(model, 'everything', { filters, sort: 'newest', limit, place });
      const expected = expectedIds(filters, 'newest', Date.now(), false);
      expect(expected.length).toBeGreaterThan(3);
      expect((await walked(read, 5)).there).toEqual(expected);
    }
  });

  it('find an order by its id and by the reference of whoever ordered', async () => {
    const orderId = uuidOf('acme 4');
    for (const q of [orderId, orderId.toUpperCase(), 'external-acme-4']) {
      const page = await listOrders(model, 'everything', {
        filters: { status: [], q },
        sort: 'newest',
        limit: 5,
        place: null,
      });
      expect(page.rows.map(({ order_id }) => order_id)).toEqual([orderId]);
    }
  });

  it('are counted as far as asked', async () => {
    const all = expectedIds({ status: ['SUBMITTED', 'ERROR'] }, 'newest', Date.now(), false).length;
    const request = { filters: { status: ['SUBMITTED', 'ERROR'] }, sort: 'newest' } as const;
    expect(await countOrders(model, 'everything', request, 1_000)).toBe(all);
    expect(await countOrders(model, 'everything', request, 2)).toBe(2);
  });
});

describe('scopes', () => {
  const SCOPES: readonly (readonly [string, Scope, (known: Known) => boolean])[] = [
    ['a partner', [{ partner_id: 'acme' }], ({ state }) => state.partner_id === 'acme'],
    ['the house', [{ house: true }], ({ state }) => state.partner_id === null],
    ['a carrier', [{ carrier: 'dpd' }], ({ state }) => [...state.shipment_requests.values()].at(-1) === 'dpd'],
    ['two together', [{ house: true }, { partner_id: 'bolt' }], ({ state }) => state.partner_id !== 'acme'],
    ['nobody', [], () => false],
  ];
  it.each(SCOPES)('show to %s its own orders and no others [N3]', async (_name, scope, own) => {
    const expected = knownAt(Date.now())
      .filter(own)
      .map(({ state }) => state.order_id);
    const now = await walked(
      (place, limit) => listOrders(model, scope, { filters: { status: [] }, sort: 'newest', limit, place }),
      9,
    );
    expect(now.there.sort()).toEqual(expected.sort());
    for (const filters of [{ status: [] }, { status: [], active: true }] as ListFilters[]) {
      for (const time of ['2026-03-02T09:30:00.000Z', '2026-03-20T00:00:00.000Z']) {
        const at = new Date(time);
        // A carrier has in its lists what it was asked for last by then.
        const then = knownAt(at.getTime()).filter(
          (known) => own(known) && (!filters.active || !isFinal(known.state.status)),
        );
        const past = await walked(
          (place, limit) => listOrdersAsOf(model, scope, { filters, sort: 'newest', limit, place, at }),
          9,
        );
        expect(past.there.sort()).toEqual(then.map(({ state }) => state.order_id).sort());
      }
    }
  });
});

describe('lists as of a time', () => {
  const times = [
    '2026-03-02T08:01:00.000Z',
    '2026-03-02T08:20:00.000Z',
    '2026-03-02T09:13:07.000Z',
    '2026-03-20T00:00:00.000Z',
  ];
  const cases = FILTERS.flatMap(([name, filters]) => SORTS.map((sort) => [sort, name, filters] as const));
  it.each(cases)(
    'sorted by %s and narrowed to %s are what the events until then say [G3]',
    async (sort, _name, filters) => {
      for (const time of times) {
        const at = new Date(time);
        const read: ReadPage = (place, limit) =>
          listOrdersAsOf(model, 'everything', { filters, sort, limit, place, at });
        const expected = expectedIds(filters, sort, at.getTime(), byAge(sort));
        expect([time, await walked(read, 11)]).toEqual([time, { there: expected, back: expected }]);
      }
    },
  );

  it('tell of each order how it stood then [G3]', async () => {
    for (const time of times) {
      const at = new Date(time);
      const request = { filters: { status: [] }, sort: 'newest' as const, limit: 200, place: null, at };
      const { rows } = await listOrdersAsOf(model, 'everything', request);
      const told = new Map(rows.map((row) => [row.order_id, row]));
      for (const { state } of knownAt(at.getTime())) {
        expect(told.get(state.order_id)).toMatchObject({
          status: state.status,
          stage: state.stage,
          owner: ownerOf(state),
          is_active: !isFinal(state.status),
          status_entered_at: new Date(state.last_status_at),
          stage_entered_at: new Date(state.stage_entered_at),
          frozen_since: state.frozen_since === null ? null : new Date(state.frozen_since),
          claim_operator: state.claim?.operator ?? null,
          material: state.specification?.material ?? null,
          quantity: state.specification?.quantity ?? null,
          event_version: state.event_version,
          status_version: state.status_version,
        });
      }
    }
  });
});
