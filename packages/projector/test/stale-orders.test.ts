import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { FOREIGN_EVENTS } from '@order-ledger/testing/ledger/foreign-events';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { until } from '@order-ledger/testing/waiting';
import { QUERY_ROUTES } from '../../query-api/src/http/query-routes.ts';
import { closeParked, listParked, retryParked } from '../../repairs/src/parked-orders.ts';
import { lifeOf, type ProjectedApi, projectedApi } from './support/projected-api.ts';

jest.setTimeout(120_000);

let projected: ProjectedApi;
let staff: string;
let partner: string;
let stranger: string;
let running: ReturnType<ProjectedApi['under']['start']>;
beforeEach(async () => {
  projected = await projectedApi();
  staff = await projected.api.tokenOf(ACTORS.lead);
  partner = await projected.api.keyOf('acme');
  stranger = await projected.api.keyOf('other');
});
afterEach(async () => {
  await running.stop();
  await projected.close();
});

/** A partner's order. */
const life = (events = 3): RecordedEvent[] =>
  lifeOf(events).map((event) =>
    event.type === 'OrderInitiated'
      ? {
          ...event,
          data: { ...event.data, partner_id: 'acme', customer_ref: 'c-1', external_ref: 'e-1', channel: 'API' },
        }
      : event,
  ) as RecordedEvent[];

const correctionOf = (corrected: number, last: RecordedEvent) => ({
  type: 'CorrectionRecorded',
  data: { corrects_event_version: corrected, reason: 'WRONG_VALUE' },
  metadata: {
    ...last.metadata,
    ...{ event_version: last.metadata.event_version + 1, command_id: crypto.randomUUID(), schema_version: 2 },
  },
});

/** An order that Postgres refuses from an event on; the last event of it. */
const refused = async (version: number): Promise<{ order: string; last: RecordedEvent }> => {
  const order = crypto.randomUUID();
  await projected.refuse([order], version);
  const last = (await projected.under.append(order, life())).at(-1) as RecordedEvent;
  running = projected.under.start();
  await until('it is parked', async () => (await projected.parked()).includes(order));
  return { order, last };
};
const get = (path: string, credential = staff, headers: Record<string, string> = {}) =>
  projected.api.get(path, { credential, headers });
const ordersIn = async (path: string, credential = staff): Promise<string[]> =>
  (await get(path, credential)).body.orders.map(({ order_id }: { order_id: string }) => order_id);

describe('an order of which not even the first event can be shown', () => {
  it('is shown to staff as stale with the reason, alone and in lists, and with its timeline and stages [E8]', async () => {
    const { order } = await refused(1);
    const { status, body } = await get(`/v1/orders/${order}`);
    expect(status).toBe(200);
    expect(QUERY_ROUTES.readOrder.answer.schema.parse(body)).toMatchObject({
      ...{ order_id: order, status: 'INITIATED', stale: true, stale_reason: 'not-storable', event_version: 0 },
      ...{ partner_id: 'acme', customer_ref: 'c-1', external_ref: 'e-1', channel: 'API', allowed_transitions: [] },
    });
    for (const path of ['/v1/orders', '/v1/orders?active=true', `/v1/orders?q=${order}`, '/v1/orders?q=e-1'])
      expect(await ordersIn(path)).toContain(order);
    const [listed] = (await get(`/v1/orders?q=${order}`)).body.orders;
    expect(listed).toMatchObject({ stale: true, stale_reason: 'not-storable' });
    for (const [route, part] of [
      ['readTimeline', 'timeline'],
      ['readStages', 'stages'],
    ] as const) {
      const reply = await get(`/v1/orders/${order}/${part}`);
      expect(reply.status).toBe(200);
      expect(QUERY_ROUTES[route].answer.schema.parse(reply.body)).toMatchObject({
        stale: true,
        stale_reason: 'not-storable',
        [part === 'timeline' ? 'events' : 'stages']: [],
      });
    }
    const now = encodeURIComponent(new Date(Date.parse(body.created_at) + 1).toISOString());
    expect((await get(`/v1/orders/${order}?as_of=${now}`)).body).toMatchObject({ order_id: order, stale: true });
    expect((await get(`/v1/orders/${order}?as_of=2020-01-01T00:00:00Z`)).status).toBe(404);
    expect((await get(`/v1/orders/${order}/pricing`)).body).toMatchObject({ status: 'INITIATED', price: null });
  });

  it('is told to its partner as stale without why, and to nobody else', async () => {
    const { order } = await refused(1);
    const { status, body } = await get(`/v1/orders/${order}`, partner);
    expect([status, body.stale, body.status]).toEqual([200, true, 'INITIATED']);
    expect(await ordersIn('/v1/orders', partner)).toEqual([order]);
    const timeline = await get(`/v1/orders/${order}/timeline`, partner);
    expect(timeline.body).toEqual({ order_id: order, events: [], next_after: null, stale: true });
    expect(JSON.stringify([body, timeline.body])).not.toMatch(/reason|storable|refused/);
    expect((await get(`/v1/orders/${order}`, stranger)).status).toBe(404);
    expect((await get(`/v1/orders/${order}/timeline`, stranger)).status).toBe(404);
    expect(await ordersIn('/v1/orders', stranger)).toEqual([]);
  });

  it('is found by who asks for the version of his answer, at once, and told not to ask again and again', async () => {
    const { order } = await refused(1);
    const began = performance.now();
    const late = await get(`/v1/orders/${order}?min_version=1`, partner);
    expect([late.status, late.headers.get('retry-after'), late.body.stale]).toEqual([202, '60', true]);
    // The wait for a version is a second.
    expect(performance.now() - began).toBeLessThan(900);
    expect((await get(`/v1/orders/${order}`, partner, { 'If-None-Match': '"v0"' })).status).toBe(200);
  });

  it('is whole when it is tried again after the cause is mended, while the projector goes on', async () => {
    const { order } = await refused(1);
    const waitMs = 30_000;
    expect(await retryParked(projected.under.pool, [order], { waitMs })).toMatchObject([
      { order_id: order, by: 'read model', outcome: 'parked', reason: 'not-storable' },
    ]);
    expect((await get(`/v1/orders/${order}`)).body).toMatchObject({ stale: true, event_version: 0 });
    await projected.refuse([]);
    expect(await retryParked(projected.under.pool, null, { waitMs })).toMatchObject([{ outcome: 'back' }]);
    const { body } = await get(`/v1/orders/${order}`);
    expect(body).toMatchObject({ status: 'SUBMITTED', stale: false, stale_reason: null, event_version: 3 });
    expect((await get(`/v1/orders/${order}/timeline`)).body.events).toHaveLength(3);
    expect(running.projection.status().parked_orders).toBe(0);
  });

  it('is shown to staff where it cannot be read either, and to nobody else: nobody knows whose it is', async () => {
    const order = crypto.randomUUID();
    const [first] = await projected.under.append(crypto.randomUUID(), life(1));
    const [foreign] = Object.values(FOREIGN_EVENTS);
    await projected.under.client.appendToStream(`order-${order}`, [foreign!(first as RecordedEvent)]);
    running = projected.under.start();
    await until('it is parked', async () => (await projected.parked()).includes(order));
    const { status, body } = await get(`/v1/orders/${order}`);
    expect(status).toBe(200);
    expect(QUERY_ROUTES.readOrder.answer.schema.parse(body)).toMatchObject({ stale: true, stale_reason: 'unreadable' });
    expect(body).not.toHaveProperty('customer_ref');
    expect(body).not.toHaveProperty('partner_id');
    for (const other of [partner, await projected.api.tokenOf(ACTORS.store)]) {
      expect((await get(`/v1/orders/${order}`, other)).status).toBe(404);
      expect(await ordersIn('/v1/orders', other)).not.toContain(order);
    }
    expect(await listParked(projected.under.pool, { order })).toMatchObject([
      { by: 'read model', reason: 'unreadable' },
    ]);
  });

  it('is shown with less where what its first event says cannot be stored either', async () => {
    await projected.under.pool.query(
      'alter table read_model_1.order_row add constraint no_c_1 check (customer_ref <> $$c-1$$)',
    );
    const order = crypto.randomUUID();
    await projected.under.append(order, life());
    running = projected.under.start();
    await until('it is parked', async () => (await projected.parked()).includes(order));
    expect((await get(`/v1/orders/${order}`, partner)).body).toMatchObject({ order_id: order, stale: true });
    expect((await get(`/v1/orders/${order}`)).body).not.toHaveProperty('customer_ref');
  });

  it('is shown soon where an earlier build has parked it and left nothing of it', async () => {
    const { order } = await refused(1);
    await running.stop();
    await projected.under.pool.query('delete from read_model_1.order_row');
    running = projected.under.start();
    await until('it is shown', async () => (await get(`/v1/orders/${order}`, partner)).status === 200);
    expect((await get(`/v1/orders/${order}`)).body).toMatchObject({ stale: true, customer_ref: 'c-1' });
  });
});

describe('a parked order', () => {
  it('says why it is stale, also where only later events are left out', async () => {
    const { order } = await refused(3);
    expect((await get(`/v1/orders/${order}`)).body).toMatchObject({
      ...{ status: 'FILE_UPLOADED', event_version: 2, stale: true, stale_reason: 'not-storable' },
    });
    const timeline = (await get(`/v1/orders/${order}/timeline`)).body;
    expect(timeline).toMatchObject({ stale: true, stale_reason: 'not-storable' });
    expect(timeline.events).toHaveLength(2);
    expect((await get(`/v1/orders/${order}`, partner)).body.stale).toBe(true);
    expect((await listParked(projected.under.pool)).map(({ by }) => by)).toEqual(['read model']);
  });

  it.each([1, 3])(
    'is closed by a correction of event %i, which it is parked for, and counts no longer',
    async (version) => {
      const { order, last } = await refused(version);
      expect(running.projection.status().parked_orders).toBe(1);
      const corrected = await projected.under.append(order, [correctionOf(version, last)], last);
      await until('it is closed', () => running.projection.status().parked_orders === 0);
      expect((await get('/v1/projections')).body.projections[0].parked_orders).toBe(0);
      expect(await listParked(projected.under.pool)).toEqual([]);
      expect(await listParked(projected.under.pool, { closed: true })).toMatchObject([
        { order_id: order, closed: true },
      ]);
      expect((await get(`/v1/orders/${order}`)).body).toMatchObject({ stale: true, is_active: false });
      expect(await ordersIn('/v1/orders?active=true')).not.toContain(order);
      expect(await projected.under.select('select closed_version from read_model_1.order_parked')).toEqual([
        { closed_version: corrected[0]?.metadata.event_version },
      ]);
      // And stays so when all is built again.
      await running.stop();
      await projected.rebuild();
      await projected.refuse([order], version);
      running = projected.under.start();
      await until('it is parked', async () => (await projected.parked()).includes(order));
      await until('it is closed again', () => running.projection.status().parked_orders === 0);
    },
  );

  it('is not closed by a correction of another event', async () => {
    const { order, last } = await refused(3);
    await projected.under.append(order, [correctionOf(1, last)], last);
    await until('it was tried', async () => {
      const [row] = await projected.under.select<{ asked: boolean }>(
        'select retry_requested_at is not null as asked from read_model_1.order_parked where detail is not null',
      );
      return row?.asked === false && running.projection.status().position !== null;
    });
    await until('the correction is passed', async () => running.projection.status().lag_ms === 0);
    expect(running.projection.status().parked_orders).toBe(1);
  });

  it('is closed by who says why where it takes no correction, and back where the cause is gone meanwhile', async () => {
    const { order } = await refused(1);
    const options = { by: 'anna', reason: 'a test made it', waitMs: 30_000 };
    await expect(closeParked(projected.under.pool, crypto.randomUUID(), options)).rejects.toThrow('list');
    expect(await closeParked(projected.under.pool, order, options)).toMatchObject({ outcome: 'closed' });
    expect(running.projection.status().parked_orders).toBe(0);
    expect(await projected.under.select('select close_asked_by, close_reason from read_model_1.order_parked')).toEqual([
      { close_asked_by: 'anna', close_reason: 'a test made it' },
    ]);
    await projected.refuse([]);
    expect(await retryParked(projected.under.pool, [order], { waitMs: 30_000 })).toMatchObject([{ outcome: 'back' }]);
    expect((await get(`/v1/orders/${order}`)).body).toMatchObject({ stale: false, is_active: true });
  });

  it('is told as not tried where no projector is at work', async () => {
    const { order } = await refused(1);
    await running.stop();
    expect(await retryParked(projected.under.pool, [order], { waitMs: 500 })).toMatchObject([{ outcome: 'waiting' }]);
    await expect(retryParked(projected.under.pool, [crypto.randomUUID()], { waitMs: 500 })).rejects.toThrow('list');
  });
});
