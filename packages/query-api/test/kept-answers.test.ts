import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Scope } from '@order-ledger/domain/sight';
import { STATUSES } from '@order-ledger/domain/status';
import { listOrders } from '@order-ledger/read-model/reading/list-orders';
import { createWriter } from '@order-ledger/read-model/writing/writer';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { CURSOR_SECRET, type RunningApi, startApi, startApiOver } from '@order-ledger/testing/running/query-api';
import { lifeInto, randomLives, renamed, type SeededReadModel } from '@order-ledger/testing/running/read-model';
import { until } from '@order-ledger/testing/waiting';
import fc from 'fast-check';
import type pg from 'pg';
import { audienceOf } from '../src/audience.ts';
import { readListQuery } from '../src/http/list-query.ts';
import { presentOrder } from '../src/presentation/order.ts';
import { createSeals } from '../src/seal.ts';

const LIVES = STATUSES.map((status, n) => lifeInto(status, n, n % 2 === 0 ? null : 'acme'));
const SCOPES: Readonly<Record<string, Scope>> = {
  lead: 'everything',
  store: [{ house: true }],
  acme: [{ partner_id: 'acme' }],
  carrier: [{ carrier: 'dpd' }],
};
const CALLERS = Object.keys(SCOPES);

/** Has answered everything before, so that its memory is warm. */
let api: RunningApi;
let model: SeededReadModel;
const credentials: Record<string, string> = {};

beforeAll(async () => {
  api = await startApi([...LIVES.flat(), ...randomLives(60, 11).flat()]);
  model = api.model;
  for (const name of ['lead', 'store', 'carrier'] as const) credentials[name] = await api.tokenOf(ACTORS[name]);
  credentials.acme = await api.keyOf('acme');
});
afterAll(() => api.close());

/** But for how long an order has been in its stage, which is another time for each answer. */
const timeless = (text: string): string => text.replaceAll(/("current_stage_duration_ms":)\d+/g, '$10');
const textOf = async (from: RunningApi, path: string, credential: string | undefined): Promise<string> => {
  const { status, text } = await from.get(path, { credential });
  return `${status} ${timeless(text)}`;
};

const FILTERS = {
  status: ['SUBMITTED', 'CLOSED', 'SUBMITTED,SHIPPED,ON_HOLD', 'CANCELLED,PRICE_CALCULATED'],
  stage: ['MANUFACTURING_STARTED', 'SUBMITTED'],
  owner: ['MES', 'CRM'],
  partner_id: ['acme', 'bolt'],
  priority: ['URGENT', 'LOW'],
  overdue: ['true'],
  active: ['true', 'false'],
  settlement: ['underpaid', 'overpaid'],
  q: ['customer-1', 'external-acme-1'],
} as const;
const asked = fc
  .record(
    Object.fromEntries(
      Object.entries(FILTERS).map(([name, values]) => [name, fc.constantFrom(...(values as readonly string[]))]),
    ) as Record<keyof typeof FILTERS, fc.Arbitrary<string>>,
    { requiredKeys: [] },
  )
  .chain((filters) =>
    fc.record({
      query: fc.constant(filters as Record<string, string>),
      sort: fc.constantFrom('newest', 'oldest', 'stage_age', 'due', 'priority'),
      limit: fc.constantFrom(1, 7, 50, 51, 200),
      caller: fc.constantFrom(...CALLERS),
    }),
  );

describe('a page of kept texts', () => {
  it('is what the tables give, byte for byte, for any filters, sort, length and caller, on any page', async () => {
    const seals = createSeals(CURSOR_SECRET);
    await fc.assert(
      fc.asyncProperty(asked, async ({ query, sort, limit, caller }) => {
        let path = `/v1/orders?${new URLSearchParams({ ...query, sort, limit: String(limit) })}`;
        for (let page = 0; page < 3; page += 1) {
          const { status, body, text } = await api.get(path, { credential: credentials[caller] });
          if (status === 403) return;
          expect(status).toBe(200);
          const scope = SCOPES[caller] as Scope;
          const raw = Object.fromEntries(new URL(path, 'http://x').searchParams);
          const { filters, place } = readListQuery(raw, seals);
          const { rows } = await listOrders(model, scope, { filters, sort: sort as 'newest', limit, place });
          const orders = rows.map((order) => presentOrder(order, audienceOf(scope), new Date()));
          const { next_cursor, prev_cursor } = body;
          expect(timeless(text)).toBe(timeless(JSON.stringify({ orders, next_cursor, prev_cursor })));
          if (next_cursor === null) return;
          path = `/v1/orders?${new URLSearchParams({ cursor: next_cursor, limit: String(limit) })}`;
        }
      }),
      { numRuns: 120, seed: 5 },
    );
  }, 120_000);
});

describe.each(CALLERS)('the kept answers to %s', (caller) => {
  const partner = caller === 'acme' ? 'acme' : null;
  /** Two lives of one order, of equal length: the second is what another ledger has of it. */
  const [events = [], others = []] = [700, 720].map((n) =>
    renamed(
      lifeInto('SHIPPED', n + CALLERS.indexOf(caller), partner, { more: ['EraseCustomerData'] }),
      `kept ${caller}`,
    ),
  );
  const id = events[0]?.metadata.order_id as string;
  const paths = ['/v1/orders?limit=200', `/v1/orders/${id}`];
  const answers = (from: RunningApi, credential = credentials[caller]) =>
    Promise.all(paths.map((path) => textOf(from, path, credential)));

  /** Whatever is done to the tables: who has answered before answers like who never did, and not as before. */
  const changedBy = async (change: () => Promise<unknown>): Promise<void> => {
    const before = await answers(api);
    expect(before.join()).toContain(`"order_id":"${id}"`);
    expect(await answers(api)).toEqual(before);
    await change();
    const fresh = await startApiOver({ ...model, drop: async () => undefined });
    try {
      const credential =
        caller === 'acme' ? credentials.acme : await fresh.tokenOf(ACTORS[caller as 'lead' | 'store' | 'carrier']);
      const after = await answers(api);
      expect(after).toEqual(await answers(fresh, credential));
      for (const [index, text] of after.entries()) expect(text).not.toBe(before[index]);
    } finally {
      await fresh.close();
    }
  };

  beforeAll(() => model.store(events.slice(0, -2)));

  const sql = (text: string, ...values: unknown[]) => model.pool.query(text, values);
  const inOne = async (work: (client: pg.PoolClient) => Promise<unknown>): Promise<void> => {
    const client = await model.pool.connect();
    try {
      await work(client);
    } finally {
      client.release();
    }
  };

  it('change with an event', () => changedBy(() => model.store(events.slice(-2, -1))));

  it("change when the customer's data are erased", () => changedBy(() => model.store(events.slice(-1))));

  it('change with a mark that comes without an event, and with its going', async () => {
    const writer = createWriter(model.schema);
    const parked = { order_id: id, event_version: 99, reason: 'unreadable', detail: 'x' } as const;
    // A carrier is not told that an order is stale.
    if (caller === 'carrier') return;
    await changedBy(() => inOne((client) => writer.park(client, [parked])));
    await changedBy(() => inOne((client) => writer.unpark(client, id)));
  });

  it('change with the clock alone: an order becomes overdue', async () => {
    if (caller === 'carrier') return;
    await sql(`update ${model.schema}.order_row set due_at = now() + interval '2 seconds' where order_id = $1`, id);
    const overdue = async () => {
      const { orders } = JSON.parse((await textOf(api, paths[0] as string, credentials[caller])).slice(4));
      return (orders as { order_id: string; overdue: boolean }[]).find(({ order_id }) => order_id === id)?.overdue;
    };
    expect(await overdue()).toBe(false);
    await until('it is overdue', async () => (await overdue()) === true);
  });

  it('change with a balance that is filled in later', () =>
    changedBy(() =>
      // Of what a carrier is shown, nothing is filled in later.
      sql(
        `update ${model.schema}.order_row set settlement = 'overpaid', settlement_amount = 7, delivery_method = 'PICKUP'
         where order_id = $1`,
        id,
      ),
    ));

  it('change with another life of the same length, from a ledger that was put back', () =>
    changedBy(async () => {
      for (const table of ['order_row', 'order_timeline', 'order_span', 'stage_interval', 'order_mark'])
        await sql(`delete from ${model.schema}.${table} where order_id = $1`, id);
      await model.store(others);
    }));

  it('are of the version of the read model that is live, once one was built beside it', async () => {
    await sql('create schema read_model_2');
    await sql('create sequence read_model_2.order_timeline_cursor');
    for (const table of ['order_row', 'order_timeline', 'heartbeat', 'dirty_list'])
      await sql(`create table read_model_2.${table} as table ${model.schema}.${table}`);
    await sql("update read_model_2.order_row set delivery_method = 'COURIER' where order_id = $1", id);
    const isNew = async () => (await answers(api)).every((text) => text.includes('COURIER'));
    try {
      await changedBy(async () => {
        await sql('update read_model.live_version set version = 2');
        await until('the pointer was read', isNew);
      });
    } finally {
      await sql('update read_model.live_version set version = 1');
      await sql('drop schema read_model_2 cascade');
      await until('the pointer was read again', async () =>
        (await answers(api)).every((text) => text.startsWith('200') && !text.includes('COURIER')),
      );
    }
  });
});

describe('a single order', () => {
  /** The statements on the rows of orders while this is done. */
  const statements = async (work: () => Promise<unknown>): Promise<string[]> => {
    const seen: string[] = [];
    const query = model.pool.query.bind(model.pool) as (...given: unknown[]) => unknown;
    const counting = (statement: { text?: string }, ...rest: unknown[]) => {
      const text = String(statement.text ?? statement);
      // The stream's own reading is woken by what was stored.
      if (text.includes('.order_row ') && !text.includes('cursor')) seen.push(text);
      return query(statement, ...rest);
    };
    model.pool.query = counting as unknown as pg.Pool['query'];
    try {
      await work();
      return seen;
    } finally {
      model.pool.query = query as unknown as pg.Pool['query'];
    }
  };
  const read = (id: string, headers: Record<string, string> = {}) =>
    api.get(`/v1/orders/${id}`, { credential: credentials.lead as string, headers });

  it('is read by one statement, and by a short one as long as its row stays', async () => {
    const events = lifeInto('PACKAGING_COMPLETED', 790, null);
    const id = events[0]?.metadata.order_id as string;
    await model.store(events);
    const first = await statements(() => read(id));
    expect([first.length, first.join().includes('order_timeline')]).toEqual([1, true]);
    const again = await statements(() => read(id));
    expect([again.length, again.join().includes('order_timeline')]).toEqual([1, false]);
    const { headers } = await read(id);
    const unchanged = await statements(async () => {
      expect((await read(id, { 'If-None-Match': headers.get('etag') as string })).status).toBe(304);
    });
    expect([unchanged.length, unchanged.join().includes('order_timeline')]).toEqual([1, false]);
  });

  it('tells each caller what he may do, from one text', async () => {
    const events = lifeInto('PACKAGING_COMPLETED', 791, null);
    const id = events[0]?.metadata.order_id as string;
    await model.store(events);
    const [lead, packer] = [
      await read(id),
      await api.get(`/v1/orders/${id}`, { credential: await api.tokenOf(ACTORS.packer) }),
    ];
    expect(packer.body.allowed_transitions).not.toEqual(lead.body.allowed_transitions);
    expect({ ...packer.body, allowed_transitions: [], current_stage_duration_ms: 0 }).toEqual({
      ...lead.body,
      ...{ allowed_transitions: [], current_stage_duration_ms: 0 },
    });
  });
});
