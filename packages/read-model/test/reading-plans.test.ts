import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Scope } from '@order-ledger/domain/sight';
import type { Status } from '@order-ledger/domain/status';
import { keyset } from '@order-ledger/read-model/reading/keyset';
import type { ListRequest } from '@order-ledger/read-model/reading/list-form';
import { listKeysStatement } from '@order-ledger/read-model/reading/list-keys';
import { listOrders, listStatement } from '@order-ledger/read-model/reading/list-orders';
import { listAsOfStatement } from '@order-ledger/read-model/reading/list-orders-as-of';
import {
  later,
  lifeInto,
  renamed,
  type SeededReadModel,
  seededReadModel,
} from '@order-ledger/testing/running/read-model';

const LIMIT = 50;
const COPIES = 240;
const ENDS: readonly Status[] = [
  'SUBMITTED',
  'PRICE_CALCULATED',
  'WAITING_PAYMENT',
  'MANUFACTURING_APPROVED',
  'MANUFACTURING_STARTED',
  'ON_HOLD',
  'PACKAGING_COMPLETED',
  'SHIPPED',
  'CLOSED',
  'CANCELLED',
];

let model: SeededReadModel;

beforeAll(async () => {
  model = await seededReadModel();
  const patterns = ENDS.flatMap((status, n) =>
    [null, 'acme'].map((partner, m) => lifeInto(status, 2 * n + m, partner)),
  );
  const lives: RecordedEvent[] = [];
  for (let copy = 0; copy < COPIES; copy += 1)
    for (const [n, events] of patterns.entries())
      lives.push(...later(renamed(events, `copy ${copy} ${n}`), copy * 90_000));
  // Every order's row is updated at each of its events, in between those of the others: dead rows and dead entries of
  // every index lie among the living.
  await model.store(lives);
  await model.pool.query(`analyze ${model.schema}.order_row`);
  await model.pool.query(`analyze ${model.schema}.order_timeline`);
}, 300_000);
afterAll(() => model.drop());

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Plan Rows': number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Node[];
}

const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)];

const planOf = async ({ text, values }: { text: string; values: unknown[] }): Promise<Node> => {
  const { rows } = await model.pool.query(`explain (analyze, buffers, format json) ${text}`, values);
  return (rows[0] as { 'QUERY PLAN': [{ Plan: Node }] })['QUERY PLAN'][0].Plan;
};

const deepPlace = async (scope: Scope, request: ListRequest): Promise<ListRequest['place']> => {
  let place: ListRequest['place'] = null;
  for (let page = 0; page < 4; page += 1) {
    const last = (await listOrders(model, scope, { ...request, place })).rows.at(-1);
    if (last === undefined) break;
    place = { key: last.list_key, backwards: false };
  }
  return place;
};

type Case = readonly [name: string, index: string, request: Pick<ListRequest, 'filters' | 'sort'>, scope?: Scope];
const LISTS: readonly Case[] = [
  ['all, newest', 'order_row_newest', { filters: { status: [] }, sort: 'newest' }],
  ['all, oldest', 'order_row_newest', { filters: { status: [] }, sort: 'oldest' }],
  ['active, newest', 'order_row_active_newest', { filters: { status: [], active: true }, sort: 'newest' }],
  ['one status, newest', 'order_row_status_newest', { filters: { status: ['CLOSED'] }, sort: 'newest' }],
  ['active, oldest in their stage', 'order_row_active_oldest', { filters: { status: [] }, sort: 'stage_age' }],
  [
    'one stage, oldest in it',
    'order_row_stage_oldest',
    { filters: { status: [], stage: 'SUBMITTED' }, sort: 'stage_age' },
  ],
  ['one status, oldest in it', 'order_row_stage_oldest', { filters: { status: ['SUBMITTED'] }, sort: 'stage_age' }],
  ['by due date', 'order_row_due', { filters: { status: [] }, sort: 'due' }],
  ['overdue', 'order_row_due', { filters: { status: [], overdue: true }, sort: 'due' }],
  ['most urgent', 'order_row_urgent', { filters: { status: [] }, sort: 'priority' }],
  [
    "a partner's newest",
    'order_row_partner_newest',
    { filters: { status: [] }, sort: 'newest' },
    [{ partner_id: 'acme' }],
  ],
  ['overpaid', 'order_row_unsettled', { filters: { status: [], settlement: 'overpaid' }, sort: 'newest' }],
  ['needing a person', 'order_row_needs_person', { filters: { status: [], needs_person: true }, sort: 'newest' }],
  ['final, by due date', 'order_row_final_due', { filters: { status: [], active: false }, sort: 'due' }],
  ['final, oldest', 'order_row_final_oldest', { filters: { status: [], active: false }, sort: 'stage_age' }],
  ['final, most urgent', 'order_row_final_urgent', { filters: { status: [], active: false }, sort: 'priority' }],
  ['mine', 'order_row_mine', { filters: { status: [], claimed_by: 'sub:oleg' }, sort: 'newest' }],
];

describe('after churn, without a vacuum', () => {
  it.each(LISTS)(
    'the list "%s" comes from %s: no scan of the table, no sort, few pages [I3] [I4] [I10]',
    async (_name, index, list, scope = 'everything') => {
      const request = { ...list, limit: LIMIT, place: null };
      for (const place of [null, await deepPlace(scope, request)]) {
        // The key and order_id are all that the page needs of the index; a condition beside them looks at the row, and so
        // does whoever asks for the row's version.
        const kind = list.filters.status.length > 0 && list.sort !== 'newest' ? 'Index Scan' : 'Index Only Scan';
        for (const [statement, wanted] of [
          [listStatement(model.schema, scope, { ...request, place }), kind],
          [listKeysStatement(model.schema, scope, { ...request, place }), 'Index Scan'],
        ] as const) {
          const plan = await planOf(statement);
          const all = nodes(plan);
          const kinds = all.map((node) => node['Node Type']);
          expect(kinds).not.toContain('Seq Scan');
          expect(kinds.filter((each) => each.includes('Sort'))).toEqual([]);
          const keys = all.find((node) => node['Index Name'] === index);
          expect([index, keys?.['Node Type']]).toEqual([index, wanted]);
          expect(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']).toBeLessThanOrEqual(10 * LIMIT);
        }
      }
    },
  );

  it('several statuses are read from as many arms, none of them the whole table [I3]', async () => {
    const filters = { status: ['SUBMITTED', 'SHIPPED', 'ON_HOLD'] satisfies Status[] };
    const plan = await planOf(
      listStatement(model.schema, 'everything', { filters, sort: 'newest', limit: LIMIT, place: null }),
    );
    const kinds = nodes(plan).map((node) => node['Node Type']);
    expect(kinds).not.toContain('Seq Scan');
    expect(nodes(plan).filter((node) => node['Index Name'] === 'order_row_status_newest')).toHaveLength(3);
    expect(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']).toBeLessThanOrEqual(3 * 10 * LIMIT);
  });

  it('the planner knows that a status says whether an order is active [I3]', async () => {
    const closed = `select from ${model.schema}.order_row where status = 'CLOSED' and not is_active`;
    const { rowCount } = await model.pool.query(closed);
    const { 'Plan Rows': expected } = await planOf({ text: closed, values: [] });
    // Taken for independent, a fifth of them would be expected.
    expect(expected / (rowCount ?? 0)).toBeGreaterThan(0.6);
  });

  it('no plan is compiled: that takes a third of a second', async () => {
    expect((await model.pool.query('show jit')).rows).toEqual([{ jit: 'off' }]);
  });

  it('the newest as of a time walks back from then, not through the table [G3] [I3]', async () => {
    const at = new Date('2026-03-02T11:00:00.000Z');
    const request = { filters: { status: [] }, sort: 'newest' as const, limit: LIMIT, place: null, at };
    const plan = await planOf(listAsOfStatement(model.schema, 'everything', request));
    expect(nodes(plan).map((node) => node['Node Type'])).not.toContain('Seq Scan');
    expect(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']).toBeLessThanOrEqual(40 * LIMIT);
  });
});

describe('the comparison that begins a page', () => {
  it('compares the whole key as a row, in one direction [I2]', () => {
    const values: unknown[] = [];
    const parameters = { values, add: (value: unknown) => `$${values.push(value)}` };
    const { after, order } = keyset('priority', { key: ['1', 'infinity', 'x'], backwards: true }, 'o', parameters);
    expect(after).toBe('(o.urgency, o.due_at, o.order_id) < ($1::smallint, $2::timestamptz, $3::uuid)');
    expect(order).toBe('o.urgency desc, o.due_at desc, o.order_id desc');
  });
});
