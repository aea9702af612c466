import { EventStoreDBClient } from '@eventstore/db-client';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { UnreadableEventError } from '@order-ledger/domain/recorded-event';
import type { TextReference } from '@order-ledger/domain/values';
import { NO_HASH } from '@order-ledger/ledger/identity';
import { openLedger } from '@order-ledger/ledger/ledger';
import { chained, freezeAppend, orderStream } from '@order-ledger/ledger/stored/codec';
import { appendUnreadable } from '@order-ledger/testing/ledger/append-unreadable';
import { keepingLog } from '@order-ledger/testing/lines';
import { journeyTo } from '@order-ledger/testing/orders/journeys';
import { createLife, type Life } from '@order-ledger/testing/orders/over-http';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { type OpenEventStore, openEventStore } from '@order-ledger/testing/services/event-store';
import { until } from '@order-ledger/testing/waiting';
import { readCheckpoint } from '../src/checkpoint.ts';
import { followLedger, type LedgerFollower } from '../src/ledger-follower.ts';
import type { SeededPartner } from '../src/partners/seed.ts';
import { readingBy } from './support/reading.ts';

let store: OpenEventStore;
let api: RunningApi;
let life: Life;
let partners: SeededPartner[];

beforeAll(async () => {
  store = await openEventStore();
  api = await startApi({ ledger: openLedger({ connectionString: store.url, log: keepingLog().log }) });
  life = createLife(api);
  partners = await api.partners();
});
afterAll(async () => {
  await api.close();
  await store.stop();
});

const keyOf = (partnerId: string) => partners.find(({ partner_id }) => partner_id === partnerId)?.api_key;

const followers: { stop: AbortController; follower: LedgerFollower }[] = [];
/** Ends all that follow, what they have under way included. */
const stopFollowing = async (): Promise<void> => {
  for (const { stop, follower } of followers.splice(0)) {
    stop.abort(new Error('nothing more is to be followed'));
    await follower.done;
  }
};
afterEach(stopFollowing);

const follow = async (ledger = api.ledger): Promise<LedgerFollower> => {
  const stop = new AbortController();
  const { pool, leases, erasure, log } = api;
  const follower = followLedger({ pool, ledger, leases, erasure, log, signal: stop.signal });
  followers.push({ stop, follower });
  return follower;
};
const codeOf = ({ check }: LedgerFollower): unknown => {
  try {
    check();
  } catch (error) {
    return (error as { code?: string }).code;
  }
};
/** Follows until all that stands in the ledger is applied. */
const catchUp = async (): Promise<void> => {
  const follower = await follow();
  expect(() => follower.check()).toThrow('not caught up');
  await until('caught up', () => codeOf(follower) === undefined);
};
const typesOf = async (orderId: string): Promise<string[]> => {
  const types: string[] = [];
  for await (const { type } of api.ledger.readOrder(orderId)) types.push(type);
  return types;
};
const noteOf = async (orderId: string): Promise<TextReference> => {
  for await (const event of api.ledger.readOrder(orderId)) {
    if (event.type === 'OrderInitiated' && event.data.note !== undefined) return event.data.note;
  }
  throw new Error(`the order ${orderId} has no note`);
};
const erasuresOf = async (orderId: string) =>
  (await typesOf(orderId)).filter((type) => type === 'CustomerDataErased').length;

it('begins the lease of a claim that stands in the ledger, and ends it with the claim', async () => {
  const orderId = await life.bring('MANUFACTURING_STARTED');
  await catchUp();
  const leases = async () =>
    (await api.pool.query('select fence_token, closed from claim_lease where order_id = $1', [orderId])).rows;
  expect(await leases()).toEqual([{ fence_token: '1', closed: false }]);
  await life.act(orderId, 'ReassignClaim');
  await until('the lease of the second claim', async () => (await leases()).length === 2);
  expect(await leases()).toEqual(
    expect.arrayContaining([
      { fence_token: '1', closed: true },
      { fence_token: '2', closed: false },
    ]),
  );
  await life.act(orderId, 'CancelOrder');
  await until('no open lease', async () => (await leases()).every(({ closed }) => closed));
});

it("erases all orders of a customer with one of them, and nobody else's", async () => {
  const credential = keyOf('partner-invoice');
  const customer_ref = `customer-${crypto.randomUUID()}`;
  const orders: string[] = [];
  for (let n = 0; n < 3; n += 1) orders.push(await life.create({ customer_ref, note: 'ring twice' }));
  const elsewhere = await api.post('/v1/orders', {
    credential,
    body: { customer_ref, channel: 'API', note: 'ring twice' },
  });
  const foreign = String(elsewhere.body.order_id);
  await follow();
  await life.act(orders[1] ?? '', 'EraseCustomerData');
  await until('every order of the customer is erased', async () => {
    const counts = await Promise.all(orders.map(erasuresOf));
    return counts.every((count) => count === 1);
  });
  const later = await life.create({ customer_ref, note: 'later' });
  await until(
    'the later order is indexed',
    async () => (await api.pool.query('select 1 from customer_order where order_id = $1', [later])).rowCount === 1,
  );
  expect(await Promise.all([...orders, foreign, later].map(erasuresOf))).toEqual([1, 1, 1, 0, 0]);
  for (const orderId of orders) expect(await api.texts.read(await noteOf(orderId), readingBy('sub:anna'))).toBeNull();
  expect(await api.texts.read(await noteOf(foreign), readingBy('sub:anna'))).toBe('ring twice');
  expect(await api.texts.read(await noteOf(later), readingBy('sub:anna'))).toBe('later');
});

it('applies every erasure of the ledger again to a database restored from before it, and appends nothing twice', async () => {
  const customer_ref = `customer-${crypto.randomUUID()}`;
  const orders = [await life.create({ customer_ref, note: 'a wish' }), await life.create({ customer_ref })];
  const backup = await api.pool.query('select * from subject_key where customer_ref = $1', [customer_ref]);
  await life.act(orders[0] ?? '', 'EraseCustomerData');
  await catchUp();
  await until('both are erased', async () => (await erasuresOf(orders[1] ?? '')) === 1);
  // Nobody is at work while a database is restored: who was would write down how far he has come once more.
  await stopFollowing();

  const { rows } = backup as { rows: { generation: number; wrapped_key: Buffer }[] };
  await api.pool.query('truncate checkpoint, erasure, customer_order, claim_lease');
  await api.pool.query('update subject_key set wrapped_key = $2 where customer_ref = $1', [
    customer_ref,
    rows[0]?.wrapped_key,
  ]);
  expect(await api.texts.read(await noteOf(orders[0] ?? ''), readingBy('sub:anna'))).toBe('a wish');
  await catchUp();
  expect(await api.texts.read(await noteOf(orders[0] ?? ''), readingBy('sub:anna'))).toBeNull();
  expect(await Promise.all(orders.map(erasuresOf))).toEqual([1, 1]);
});

it('erases no order that the customer placed afterwards, however often the erasure is applied', async () => {
  const customer_ref = `customer-${crypto.randomUUID()}`;
  const before = [await life.create({ customer_ref }), await life.create({ customer_ref })];
  await life.act(before[0] ?? '', 'EraseCustomerData');
  const after = await life.create({ customer_ref, note: 'a new wish' });
  await catchUp();
  await stopFollowing();
  // As after a crash between the effects and the checkpoint: all of it comes again, to a database that knows the order.
  await api.pool.query('truncate checkpoint');
  await catchUp();
  expect(await Promise.all([...before, after].map(erasuresOf))).toEqual([1, 1, 0]);
  expect(await api.texts.read(await noteOf(after), readingBy('sub:anna'))).toBe('a new wish');
});

it('writes down how far it has come, past events that bring it nothing too', async () => {
  const orderId = await life.create({ customer_ref: 'c-7' });
  await catchUp();
  await life.act(orderId, 'AddNote');
  await until('the checkpoint has passed the note', async () => {
    const { position } = await readCheckpoint(api.pool, 'command-api');
    return (await api.ledger.tail(position)) === null;
  });
});

it("counts a partner's orders of the month against its quota", async () => {
  await api.pool.query(`update plan set monthly_orders = 2 where plan = 'deposit'`);
  const credential = keyOf('partner-deposit');
  await follow();
  const create = () => api.post('/v1/orders', { credential, body: { customer_ref: 'c-1', channel: 'API' } });
  expect([(await create()).status, (await create()).status]).toEqual([201, 201]);
  await until('the orders are counted', async () => {
    const { rowCount } = await api.pool.query(`select 1 from customer_order where owner = 'partner:partner-deposit'`);
    return rowCount === 2;
  });
  // The first of a month may come at any moment; they stay of this one or the next.
  const move = (to: string) =>
    api.pool.query(`update customer_order set initiated_at = ${to} where owner = 'partner:partner-deposit'`);
  await move(`now() + interval '1 day'`);
  const { status, body } = await create();
  expect([status, body.code]).toEqual([409, 'quota-exhausted']);
  await move(`now() - interval '32 days'`);
  expect((await create()).status).toBe(201);
});

it('waits for a database that is away, and goes on where it was', async () => {
  const failures = () =>
    api.lines().filter(({ message }) => message === 'could not apply events of the ledger; will retry').length;
  const before = failures();
  await follow();
  await api.pool.query('alter table customer_order rename to customer_order_away');
  const orderId = await life.create();
  await until('the failure is told', () => failures() > before);
  await api.pool.query('alter table customer_order_away rename to customer_order');
  await until(
    'the order is indexed',
    async () => (await api.pool.query('select 1 from customer_order where order_id = $1', [orderId])).rowCount === 1,
  );
});

it('is not ready on a ledger that was put back to an older state, and says so', async () => {
  await life.create();
  await catchUp();
  const older = await openEventStore();
  const ledger = openLedger({ connectionString: older.url, log: keepingLog().log });
  try {
    const stop = new AbortController();
    const { pool, leases, erasure, log } = api;
    const follower = followLedger({ pool, ledger, leases, erasure, log, signal: stop.signal });
    await until('it says so', () => codeOf(follower) !== 'catching-up');
    expect(codeOf(follower)).toBe('ledger-diverged');
    stop.abort(new Error('the test is over'));
    await follower.done;
  } finally {
    await ledger.close();
    await older.stop();
  }
});

const parkedEvents = async (orderId: string) =>
  (await api.pool.query('select type, detail from parked_event where order_id = $1', [orderId])).rows;

it('parks events whose effect Postgres refuses, six in a row, and applies all others', async () => {
  const bad = Array.from({ length: 6 }, () => crypto.randomUUID());
  // Lawful by its schema: Postgres knows no such year.
  const recorded_at = '0000-01-01T00:00:00.000Z';
  const client = EventStoreDBClient.connectionString(store.url);
  for (const order_id of bad) {
    const created = journeyTo('INITIATED').events.map(({ type, data, metadata: { hash: _, ...metadata } }) => ({
      ...{ type, data },
      metadata: { ...metadata, order_id, recorded_at, occurred_at: recorded_at },
    }));
    const { stream, events } = freezeAppend(
      orderStream(order_id),
      'no_stream',
      chained(NO_HASH, created as Parameters<typeof chained>[1]),
    );
    await client.appendToStream(stream, [...events]);
  }
  await client.dispose();
  const orderId = await life.bring('MANUFACTURING_STARTED');
  await catchUp();
  for (const order_id of bad) expect(await parkedEvents(order_id)).toMatchObject([{ type: 'OrderInitiated' }]);
  const { rowCount } = await api.pool.query('select from claim_lease where order_id = $1', [orderId]);
  expect(rowCount).toBe(1);
});

it('erases all other orders of a customer of whom one cannot be read, shows it, and holds nothing up', async () => {
  const customer_ref = `customer-${crypto.randomUUID()}`;
  const [broken, erased, other] = [
    await life.create({ customer_ref }),
    await life.create({ customer_ref, note: 'ring twice' }),
    await life.create({ customer_ref }),
  ];
  await appendUnreadable(store.url, `order-${broken}`);
  await life.act(erased, 'EraseCustomerData');
  const orderId = await life.bring('MANUFACTURING_STARTED');
  await catchUp();
  expect(await Promise.all([erased, other].map(erasuresOf))).toEqual([1, 1]);
  expect(await api.texts.read(await noteOf(erased), readingBy('sub:anna'))).toBeNull();
  expect(await parkedEvents(erased)).toMatchObject([{ type: 'CustomerDataErased' }]);
  expect(await parkedEvents(broken)).toMatchObject([{ type: 'unreadable' }]);
  const { rowCount } = await api.pool.query('select from claim_lease where order_id = $1', [orderId]);
  expect(rowCount).toBe(1);
});

it('tries a parked event again, and forgets it once it is applied', async () => {
  const orderId = await life.create({});
  await catchUp();
  await stopFollowing();
  await api.pool.query('delete from customer_order where order_id = $1', [orderId]);
  await api.pool.query(
    `insert into parked_event (event_id, order_id, event_version, commit_position, prepare_position, type, detail, look_at)
     values (gen_random_uuid(), $1, 1, 1, 1, 'OrderInitiated', 'as an older build left it', now() - interval '1 hour')`,
    [orderId],
  );
  await follow();
  await until('it is applied', async () => (await parkedEvents(orderId)).length === 0);
  expect((await api.pool.query('select from customer_order where order_id = $1', [orderId])).rowCount).toBe(1);
});

it('does not forget that somebody asks again while an event is being tried in vain', async () => {
  const orderId = await life.create({});
  await catchUp();
  await stopFollowing();
  const ask = () =>
    api.pool.query(
      `insert into parked_event
         (event_id, order_id, event_version, commit_position, prepare_position, type, detail, retry_requested_at)
       values ($1, $1, 1, 1, 1, 'OrderInitiated', 'no', now())
       on conflict (event_id) do update set retry_requested_at = now()`,
      [orderId],
    );
  await ask();
  let trials = 0;
  await follow({
    ...api.ledger,
    readOrder: async function* (...order) {
      trials += 1;
      if (trials === 1) {
        await ask();
        throw new UnreadableEventError('the first trial fails');
      }
      yield* api.ledger.readOrder(...order);
    },
  });
  await until('it is applied', async () => (await parkedEvents(orderId)).length === 0);
  expect(trials).toBe(2);
});
