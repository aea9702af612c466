import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Listener } from '@order-ledger/testing/running/listener';
import { until } from '@order-ledger/testing/waiting';
import fc from 'fast-check';
import { lifeOf, nameOf, namesOf, type ProjectedApi, projectedApi } from './support/projected-api.ts';

jest.setTimeout(120_000);

let system: ProjectedApi;
afterEach(() => system.close());

/** As an id: before the position of every event. */
const BEGINNING = '-1/-1';

const told = (listener: Listener): string[] => listener.messages.map(({ data }) => nameOf(data));

/** All that is stored, told from the beginning, in the order in which it is told; nothing twice. */
const fromTheBeginning = async (count: number): Promise<string[]> => {
  const listener = await system.listen(BEGINNING);
  await until(`${count} events`, () => listener.messages.length >= count);
  await listener.leave();
  const all = told(listener);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toHaveLength(count);
  return all;
};

describe('who listens is told', () => {
  it('the events of an order that was parked and tried again, when it is [B1] [E8]', async () => {
    system = await projectedApi();
    system.under.start();
    const [parked, good] = [crypto.randomUUID(), crypto.randomUUID()];
    await system.refuse([parked]);
    const listener = await system.listen();
    await system.write(lifeOf(4), parked);
    await system.write(lifeOf(3), good);
    await until('what could be stored', () => listener.messages.length === 5);
    await system.refuse([]);
    await system.retry();
    await until('the rest of the parked order', () => listener.messages.length === 7);
    expect(told(listener).slice(5)).toEqual(namesOf(parked, 3, 4));
    const later = await system.write(lifeOf(1));
    await until('what comes afterwards', () => listener.messages.length === 8);
    expect(told(listener).at(-1)).toBe(`${later} 1`);
    await listener.leave();
    expect(await fromTheBeginning(8)).toEqual(told(listener));
    // Again from each of the ids.
    for (const [n, { id }] of listener.messages.entries()) {
      const again = await system.listen(id);
      await until('the rest', () => again.messages.length >= 7 - n);
      await again.leave();
      expect(told(again)).toEqual(told(listener).slice(n + 1));
    }
  });

  it('more events of one order than a page holds, whether they filled a gap or were tried again [B1] [B5]', async () => {
    system = await projectedApi();
    const [gap, parked] = [crypto.randomUUID(), crypto.randomUUID()];
    system.under.start({
      ledger: system.losing((event) => event.order_id === gap && event.event_version > 2 && event.event_version < 618),
    });
    await system.refuse([parked]);
    const listener = await system.listen();
    await system.write(lifeOf(620), gap);
    await until('all of the order', () => listener.messages.length === 620);
    expect(told(listener)).toEqual(namesOf(gap, 1, 620));
    await system.write(lifeOf(620), parked);
    await until('the order is parked', async () => (await system.parked()).length === 1);
    await system.refuse([]);
    await system.retry();
    await until('all of both', () => listener.messages.length === 1_240);
    expect(told(listener).slice(620)).toEqual(namesOf(parked, 1, 620));
    await listener.leave();
    expect(await fromTheBeginning(1_240)).toEqual(told(listener));
  });
});

describe('random batches, losses, parkings, retries, pages and reconnections', () => {
  const scenario = fc.record({
    maxEvents: fc.integer({ min: 1, max: 40 }),
    page: fc.integer({ min: 1, max: 9 }),
    lives: fc.array(fc.integer({ min: 3, max: 12 }), { minLength: 12, maxLength: 12 }),
    lost: fc.integer({ min: 2, max: 5 }),
    leaveAfter: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 5, maxLength: 5 }),
    retryAfter: fc.integer({ min: 6, max: 9 }),
  });

  it.each(fc.sample(scenario, { numRuns: 3, seed: 9 }))(
    'leave nothing out and tell nothing twice [B1] %j',
    async (drawn) => {
      const { maxEvents, page, lives, lost, leaveAfter, retryAfter } = drawn;
      system = await projectedApi({ page, kept: 2 * page });
      const orders = lives.map((): string => crypto.randomUUID());
      const refused = orders.filter((_, n) => n % 3 === 1);
      const lasts = new Map(orders.map((order, n) => [order, lives[n]]));
      await system.refuse(refused);
      system.under.start({
        maxEvents,
        ledger: system.losing(
          ({ order_id, event_version }) => event_version % lost === 1 && event_version !== lasts.get(order_id),
        ),
      });
      const all = lives.reduce((sum, events) => sum + events, 0);
      const heard: { name: string; id: string }[] = [];
      let over = false;
      /** Leaves after a few events and comes again with the id that he had last. */
      const coming = (async () => {
        let lastId = BEGINNING;
        for (let time = 0; !over; time += 1) {
          const listener = await system.listen(lastId);
          const patience = leaveAfter[time % leaveAfter.length] as number;
          const enough = Math.min(patience, all - heard.length);
          await until('some events', () => over || listener.seen.ended || listener.messages.length >= enough);
          await listener.leave();
          heard.push(...listener.messages.map(({ data, id }) => ({ name: nameOf(data), id })));
          lastId = listener.seen.lastId || lastId;
          over ||= heard.length >= all;
        }
      })();
      const constant = await system.listen(BEGINNING);
      for (const [n, order] of orders.entries()) {
        await system.write(lifeOf(lives[n] as number), order);
        if (n !== retryAfter) continue;
        await until('some are parked', async () => (await system.parked()).length > 0);
        await system.refuse([]);
        await system.retry();
      }
      await until('all events to who stays', () => constant.messages.length >= all);
      await until('all events to who comes and goes', () => over).finally(() => {
        over = true;
      });
      await coming;
      await constant.leave();
      expect(heard.map(({ name }) => name)).toEqual(told(constant));
      expect(await fromTheBeginning(all)).toEqual(told(constant));
      const ids = heard.map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)].sort());
      // Of each order in its own order.
      for (const [n, order] of orders.entries())
        expect(told(constant).filter((name) => name.startsWith(order))).toEqual(namesOf(order, 1, lives[n] as number));
    },
  );
});

describe('with two projectors', () => {
  const cutOwners = () =>
    system.under.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name like 'owner of %'`,
    );

  it('nothing is left out and nothing told twice while one takes over from the other [B1]', async () => {
    system = await projectedApi({ page: 7, kept: 20 });
    system.under.start({ maxEvents: 5, pool: system.under.newPool() });
    system.under.start({ maxEvents: 5, pool: system.under.newPool() });
    const listener = await system.listen(BEGINNING);
    const orders: string[] = [];
    for (let n = 0; n < 60; n += 1) {
      orders.push(await system.write(lifeOf(6)));
      if (n % 15 === 7) await cutOwners();
    }
    await until('all events', () => listener.messages.length >= 360);
    await listener.leave();
    expect(await fromTheBeginning(360)).toEqual(told(listener));
    const [{ epoch }] = (await system.under.select('select epoch from read_model.checkpoint')) as [{ epoch: string }];
    expect(Number(epoch)).toBeGreaterThan(1);
  });

  it('the one that lost its ownership says nothing more of what it did, although it has not come back', async () => {
    system = await projectedApi();
    const hung = new Promise<void>(() => undefined);
    const { ledger } = system.under;
    const { projection } = system.under.start({
      pool: system.under.newPool(),
      ledger: { ...ledger, subscribe: (to) => ({ ...ledger.subscribe(to), done: hung }) },
    });
    await system.write(lifeOf(2));
    await system.under.projected(2);
    expect(projection.status()).toMatchObject({ position: expect.any(String), lag_ms: expect.any(Number) });
    system.under.start({ pool: system.under.newPool() });
    await cutOwners();
    await system.write(lifeOf(2));
    await system.under.projected(4);
    expect(projection.status()).toMatchObject({ position: null, lag_ms: null });
    projection.check();
  });

  it('what the old owner is about to commit is told before all that the new one adds', async () => {
    system = await projectedApi();
    system.under.start({ pool: system.under.newPool() });
    const first = await system.write(lifeOf(2));
    await system.under.projected(2);
    const listener = await system.listen(BEGINNING);
    // The transaction has its cursors by now, and waits for the last of its tables.
    const release = await system.under.holdTable('read_model_1.order_mark');
    const second = await system.write(lifeOf(2));
    const isWaiting = async () =>
      (
        await system.under.select(
          "select 1 from pg_stat_activity where query like '%order_mark as t%' and wait_event_type = 'Lock'",
        )
      ).length > 0;
    await until('the old owner waits', isWaiting);
    system.under.start({ pool: system.under.newPool() });
    await cutOwners();
    const taking = async () =>
      (
        await system.under.select(
          "select 1 from pg_stat_activity where query like 'insert into checkpoint as c%' and wait_event_type = 'Lock'",
        )
      ).length > 0;
    await until('the new owner waits for the checkpoint', taking);
    const third = await system.write(lifeOf(2));
    await release();
    await until('all events', () => listener.messages.length >= 6);
    await listener.leave();
    expect(told(listener)).toEqual([...namesOf(first, 1, 2), ...namesOf(second, 1, 2), ...namesOf(third, 1, 2)]);
    expect(await fromTheBeginning(6)).toEqual(told(listener));
  });
});

describe('a read model that was built anew', () => {
  it('tells everything again to who has an id of the old one, or of none [B1]', async () => {
    system = await projectedApi();
    const { stop } = system.under.start();
    const order = await system.write(lifeOf(4));
    const listener = await system.listen(BEGINNING);
    await until('all events', () => listener.messages.length === 4);
    await listener.leave();
    await stop();
    const [{ origin }] = (await system.under.select(
      "select start_value::text as origin from pg_sequences where schemaname = 'read_model_1'",
    )) as [{ origin: string }];
    await system.rebuild();
    system.under.start();
    await system.under.projected(4);
    const ids = [listener.seen.lastId, `${origin}.999999999999999999`, '999999999999999/999999999999999', BEGINNING];
    for (const id of ids) {
      const again = await system.listen(id);
      await until('all events', () => again.messages.length >= 4);
      await again.leave();
      expect(told(again)).toEqual(namesOf(order, 1, 4));
    }
    expect(system.api.logText()).toContain('starts over: its Last-Event-ID belongs to another read model');
  });
});
