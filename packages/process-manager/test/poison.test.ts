import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { UnreadableEventError } from '@order-ledger/domain/recorded-event';
import { openCheckpoint } from '@order-ledger/ledger/follow/checkpoint';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { appendUnreadable } from '@order-ledger/testing/ledger/append-unreadable';
import { createOrders, type Orders } from '@order-ledger/testing/orders/in-ledger';
import { PRICE } from '@order-ledger/testing/orders/rightful';
import { until } from '@order-ledger/testing/waiting';
import type pg from 'pg';
import { createReacting } from '../src/follow.ts';
import { createTimerKeeper } from '../src/timer-keeper.ts';
import { log, openStage, type Stage } from './support/stage.ts';

jest.setTimeout(120_000);
const LIMITS = { quoteExpiryS: 2_592_000, unpaidExpiryS: 2_592_000, draftExpiryS: 2_592_000 };

let stage: Stage;
let pool: pg.Pool;
let ledger: Ledger;
let orders: Orders;

beforeAll(async () => {
  stage = await openStage('process-manager-poison-test');
  ({ pool, ledger, orders } = stage);
});
afterEach(() => stage.rest());
afterAll(() => stage.close());

const follow = async (from: Ledger = ledger, parkedEveryMs = 100): Promise<void> => {
  await stage.follow(createReacting({ ledger: from, pool, log, limits: LIMITS, parkedEveryMs }));
};

const faultOf = (check: () => void): unknown => {
  try {
    return check();
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

const parked = async (): Promise<string[]> =>
  (await pool.query<{ order_id: string }>('select order_id from parked_order')).rows.map(({ order_id }) => order_id);

/** A paid order that only a manager which is past all before it approves. */
const approved = async (): Promise<void> => {
  const orderId = await orders.bring('WAITING_PAYMENT');
  await orders.act(orderId, 'RecordPayment', { amount: PRICE });
  await until('its approval', async () => (await ledger.load(orderId))?.status === 'MANUFACTURING_APPROVED');
};

it('says nothing of a run that was left behind: another instance may react by now', async () => {
  const over = new AbortController();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let holds = false;
  const slow: Ledger = {
    ...ledger,
    subscribe: (to) => ledger.subscribe({ ...to, stalledAfterMs: 100 }),
    readOrder: async function* (...order) {
      if (holds) await held;
      yield* ledger.readOrder(...order);
    },
  };
  const reacting = createReacting({ ledger: slow, pool, log, limits: LIMITS });
  const following = reacting.follow(await openCheckpoint(pool, 'reactions'), over.signal);
  const orderId = await orders.bring('WAITING_PAYMENT');
  await until('it has caught up', async () => reacting.caughtUp());
  holds = true;
  await orders.act(orderId, 'RecordPayment', { amount: PRICE });
  await until('it is stalled', async () => faultOf(reacting.check) === 'subscription-stalled');
  over.abort(new Error('the ownership is lost'));
  expect(reacting.caughtUp()).toBe(false);
  expect(reacting.check).not.toThrow();
  release();
  await following;
});

it('parks the orders that no rule can be followed on, and follows all others', async () => {
  const refused: string[] = [];
  const unreadable: string[] = [];
  // As many in a row as no single chance would bring.
  for (let n = 0; n < 6; n += 1) {
    refused.push(await orders.bring('PRICE_CALCULATED'));
    const broken = await orders.bring('SUBMITTED');
    await appendUnreadable(stage.url, `order-${broken}`);
    unreadable.push(broken);
  }
  const ids = refused.map((id) => `'${id}'`).join();
  await pool.query(`alter table timer add constraint takes_all_but_six check (order_id not in (${ids}))`);
  await appendUnreadable(stage.url, 'order-nobody');
  await follow();
  await approved();
  // An approval is sent before the looks of its batch are kept.
  await until('all twelve are parked', async () => (await parked()).length >= refused.length + unreadable.length);
  expect((await parked()).sort()).toEqual([...refused, ...unreadable].sort());
  await pool.query('alter table timer drop constraint takes_all_but_six');
});

it('looks at parked orders again, and keeps none parked that is well', async () => {
  const orderId = await orders.bring('PRICE_CALCULATED');
  await pool.query(
    "insert into parked_order (order_id, reason, detail, look_at) values ($1, 'Error', 'mended since', now() - interval '1 hour')",
    [orderId],
  );
  await follow();
  await until('the order is no longer parked', async () => !(await parked()).includes(orderId));
  // Its events may come in several deliveries, each with the timer of its last one.
  await until('it has the timer of its last event', async () => {
    const { rows } = await pool.query('select rule from timer where order_id = $1', [orderId]);
    return rows.length === 1 && rows[0]?.rule === 'quote-expiry';
  });
});

it('does not forget that somebody asks for an order again while it is being looked at', async () => {
  const orderId = await orders.bring('PRICE_CALCULATED');
  await follow();
  await approved();
  await stage.rest();
  const ask = () =>
    pool.query(
      `insert into parked_order (order_id, reason, detail, retry_requested_at) values ($1, 'Error', '', now())
       on conflict (order_id) do update set retry_requested_at = now()`,
      [orderId],
    );
  await ask();
  let looks = 0;
  const slow: Ledger = {
    ...ledger,
    readOrder: async function* (...order) {
      if (order[0] === orderId) looks += 1;
      if (looks === 1) {
        await ask();
        throw new UnreadableEventError('the first look fails');
      }
      yield* ledger.readOrder(...order);
    },
  };
  await follow(slow, 60_000);
  await until('the order is no longer parked', async () => !(await parked()).includes(orderId));
  expect(looks).toBe(2);
});

it('fires the timers that stand behind one whose order is at fault', async () => {
  const unreadable = await orders.bring('PRICE_CALCULATED');
  const expired = await createOrders(ledger, { quote_validity_s: 1 }).bring('PRICE_CALCULATED');
  await appendUnreadable(stage.url, `order-${unreadable}`);
  await pool.query('truncate timer');
  for (const [orderId, ago] of [
    [unreadable, '2 hours'],
    [expired, '1 hour'],
  ]) {
    await pool.query(
      `insert into timer (order_id, rule, status_version, due_at) values ($1, 'quote-expiry', 5, now() - $2::interval)`,
      [orderId, ago],
    );
  }
  const limits = { quoteExpiryS: 0.001, unpaidExpiryS: 0.001, draftExpiryS: 0 };
  const keeper = createTimerKeeper({ ledger, pool, log, limits, graceMs: 0, maySweep: async () => true });
  await until('the expiry', async () => {
    await keeper.sweep();
    return (await ledger.load(expired))?.status === 'CANCELLED';
  });
  expect(await parked()).toContain(unreadable);
});

it('approves a full order like any other', async () => {
  const full = openLedger({ connectionString: stage.url, log, eventLimit: 1 });
  await follow(full);
  await approved();
  await stage.rest();
  await full.close();
});
