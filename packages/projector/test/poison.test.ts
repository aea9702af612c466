import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { UnreadableEventError } from '@order-ledger/domain/recorded-event';
import { eventHash, eventId, NO_HASH } from '@order-ledger/ledger/identity';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { FOREIGN_EVENTS } from '@order-ledger/testing/ledger/foreign-events';
import { journeyTo } from '@order-ledger/testing/orders/journeys';
import { type ReadModelUnderTest, readModelUnderTest } from '@order-ledger/testing/running/projection';
import { until } from '@order-ledger/testing/waiting';
import { expectTablesOf } from './support/recomputed-tables.ts';

jest.setTimeout(90_000);

let under: ReadModelUnderTest;
beforeEach(async () => {
  under = await readModelUnderTest();
});
afterEach(() => under.close());

const life = (): readonly RecordedEvent[] => journeyTo('PRICE_CALCULATED').events;

/** Writes a life in which one event is changed; all of it is chained and stored as it stands. */
const writeLife = async (change: (event: RecordedEvent) => object | null = () => null): Promise<string> => {
  const order = crypto.randomUUID();
  await under.append(
    order,
    life().map((event) => {
      const data = change(event);
      return data === null ? event : { ...event, data };
    }),
  );
  return order;
};

/** Appends behind the ledger's back what its own door would refuse, with a chain and ids as if it were an event. */
const appendUnreadable = async (
  order: string,
  after: RecordedEvent,
  type: string,
  data: Record<string, string>,
  schema = 1,
) => {
  const { hash: last, ...rest } = after.metadata;
  const metadata = { ...rest, schema_version: schema, event_version: rest.event_version + 1 };
  const hash = eventHash(last, { type, data, metadata });
  await under.client.appendToStream(`order-${order}`, [
    { id: eventId(hash), contentType: 'application/json', type, data, metadata: { ...metadata, hash } },
  ]);
};

const statusOf = async (order: string) =>
  (
    await under.select('select status, event_version, is_stale from read_model_1.order_row where order_id = $1', [
      order,
    ])
  )[0];
const parked = () =>
  under.select('select order_id, event_version, reason from read_model_1.order_parked order by reason');
const events = life().length;

describe('an event that cannot be projected', () => {
  it('is parked with all later ones of its order when Postgres refuses it, and every other order goes on [E8]', async () => {
    const good = await writeLife();
    // Lawful by its schema, too large for the column.
    const bad = await writeLife(({ type, data }) =>
      type === 'PriceCalculationStarted' ? { ...data, attempt: 3_000_000_000 } : null,
    );
    const alsoGood = await writeLife();
    under.start();
    await until(
      'both good orders',
      async () =>
        [good, alsoGood].length ===
        (await Promise.all([good, alsoGood].map(statusOf))).filter((row) => row?.event_version === events).length,
    );
    expect(await parked()).toEqual([{ order_id: bad, event_version: 4, reason: 'not-storable' }]);
    expect(await statusOf(bad)).toEqual({ status: 'SUBMITTED', event_version: 3, is_stale: true });
    const later = await writeLife();
    await until('an order that comes later', async () => (await statusOf(later))?.event_version === events);
    expect((await statusOf(bad))?.event_version).toBe(3);
  });

  /** Refused at its creation: a year that Postgres does not know, and at its fourth event: a number above its integers. */
  const poisons: readonly ((event: RecordedEvent) => object | null)[] = [
    ({ type, data }) => (type === 'OrderInitiated' ? { ...data, due_at: '0000-01-01T00:00:00.000Z' } : null),
    ({ type, data }) => (type === 'PriceCalculationStarted' ? { ...data, attempt: 3_000_000_000 } : null),
  ];

  it.each([6, 600])(
    '%i refused orders in one batch are parked, and the good one in the middle is shown',
    async (count) => {
      const half = (): Promise<string[]> =>
        Promise.all(Array.from({ length: count / 2 }, (_, n) => writeLife(poisons[n % 2])));
      const first = await half();
      const good = await writeLife();
      const bad = [...first, ...(await half())];
      // All of them in one batch.
      const settings = { maxEvents: 100_000, lingerMs: 60_000, lagLimitMs: 300_000 };
      const one = under.start(settings);
      await until('the good order', async () => (await statusOf(good))?.event_version === events, 240_000);
      await until('the parking of all others', async () => (await parked()).length === count, 240_000);
      expect((await parked()).map(({ order_id }) => order_id).sort()).toEqual([...bad].sort());
      expect(await statusOf(bad[1] as string)).toEqual({ status: 'SUBMITTED', event_version: 3, is_stale: true });
      expect(() => one.projection.check()).not.toThrow();
      await one.stop();

      // None of the parked orders comes in the way of a new start.
      const later = await writeLife();
      const other = under.start();
      await until('an order that came later', async () => (await statusOf(later))?.event_version === events);
      expect(() => other.projection.check()).not.toThrow();
      expect(await parked()).toHaveLength(count);
    },
    300_000,
  );

  it('is parked when its fault repeats what Postgres takes in no text', async () => {
    const bad = crypto.randomUUID();
    const [stored] = await under.append(bad, life().slice(0, 1));
    await appendUnreadable(bad, stored as RecordedEvent, 'ModelFileUploaded', { 'a\u0000name': 'of a field' });
    const good = await writeLife();
    under.start();
    await until('the good order', async () => (await statusOf(good))?.event_version === events);
    expect(await parked()).toEqual([{ order_id: bad, event_version: 2, reason: 'unreadable' }]);
  });

  it('is parked when it does not fit the order, or is no event of ours', async () => {
    const unfit = crypto.randomUUID();
    const [first, ...rest] = life() as [RecordedEvent, ...RecordedEvent[]];
    await under.append(unfit, [
      { ...first, type: 'NoteAdded', data: { note: { ref: 'r', hmac: 'a'.repeat(64) } } },
      ...rest,
    ]);
    const unreadable = crypto.randomUUID();
    const [stored] = await under.append(unreadable, [first]);
    await appendUnreadable(unreadable, stored as RecordedEvent, 'ModelFileUploaded', { upload_id: 'only this' });
    const good = await writeLife();
    under.start();
    await until('the good order', async () => (await statusOf(good))?.event_version === events);
    expect(await parked()).toEqual([
      { order_id: unfit, event_version: 1, reason: 'not-foldable' },
      { order_id: unreadable, event_version: 2, reason: 'unreadable' },
    ]);
    expect(await statusOf(unfit)).toEqual({ status: 'INITIATED', event_version: 0, is_stale: true });
    expect(await statusOf(unreadable)).toMatchObject({ status: 'INITIATED', is_stale: true });
  });

  it('parks the order whose missing events the ledger does not hold either [B5]', async () => {
    const lost = await writeLife();
    const good = await writeLife();
    const ledger = {
      ...under.ledger,
      subscribe: (options: Parameters<typeof under.ledger.subscribe>[0]) =>
        under.ledger.subscribe({
          ...options,
          handler: (delivery) =>
            options.handler({
              ...delivery,
              events: delivery.events.filter(({ stream, revision }) => stream !== `order-${lost}` || revision !== 2n),
            }),
        }),
      readOrder: async function* () {
        // What an archive that lost a part gives.
      },
    };
    under.start({ ledger });
    await until('the good order', async () => (await statusOf(good))?.event_version === events);
    expect(await parked()).toEqual([{ order_id: lost, event_version: 3, reason: 'gap' }]);
    expect(await statusOf(lost)).toMatchObject({ event_version: 2, is_stale: true });
  });

  it('is complete again when it is retried after what it failed on was mended, and stays parked otherwise', async () => {
    await under.pool.query(
      'alter table read_model_1.order_timeline add constraint no_calculation check (type <> $$PriceCalculationStarted$$)',
    );
    const order = await writeLife();
    under.start();
    await until('the order is parked', async () => (await parked()).length === 1);
    const askForRetry = () =>
      under.pool.query('update read_model_1.order_parked set retry_requested_at = now(), detail = $$asked$$');
    await askForRetry();
    await until('the first trial failed', async () => {
      const [left] = await under.select('select detail, retry_requested_at from read_model_1.order_parked');
      return left?.retry_requested_at === null && left.detail.includes('no_calculation');
    });
    await under.pool.query('alter table read_model_1.order_timeline drop constraint no_calculation');
    await askForRetry();
    await until('nothing is parked', async () => (await parked()).length === 0);
    await expectTablesOf(under, [order]);
  });

  it('does not forget that somebody asks again while it is being tried, and tries it once more', async () => {
    await under.pool.query(
      'alter table read_model_1.order_timeline add constraint no_calculation check (type <> $$PriceCalculationStarted$$)',
    );
    const order = await writeLife();
    const ask = () => under.pool.query('update read_model_1.order_parked set retry_requested_at = now()');
    let trials = 0;
    const ledger: Ledger = {
      ...under.ledger,
      readOrder: async function* (...which) {
        trials += 1;
        if (trials === 1) {
          await ask();
          throw new UnreadableEventError('the first trial fails');
        }
        yield* under.ledger.readOrder(...which);
      },
    };
    under.start({ ledger });
    await until('the order is parked', async () => (await parked()).length === 1);
    await under.pool.query('alter table read_model_1.order_timeline drop constraint no_calculation');
    await ask();
    await until('nothing is parked', async () => (await parked()).length === 0);
    expect(trials).toBe(2);
    await expectTablesOf(under, [order]);
  });

  it('parks nothing and goes on by itself where the refusal has passed when the refused order is looked for', async () => {
    // The sequence is not rolled back: only the first statement is refused.
    await under.pool.query(`
      create sequence public.refusals;
      create function public.refuse_once() returns trigger language plpgsql as $$ begin
        if nextval('public.refusals') = 1 then raise exception 'not now' using errcode = 'check_violation'; end if;
        return new;
      end $$;
      create trigger refuse_once before insert on read_model_1.order_timeline for each row execute function public.refuse_once()`);
    const order = await writeLife();
    const { projection } = under.start();
    await until('the order', async () => (await statusOf(order))?.event_version === events);
    expect(await parked()).toEqual([]);
    projection.check();
  });

  it('stops the projection, unhealthy, when a known good order fails too: then it is not the events', async () => {
    await under.pool.query('alter table read_model_1.order_timeline add check (system = $$nobody$$) not valid');
    await writeLife();
    const { projection } = under.start();
    await expect(projection.done).rejects.toMatchObject({ code: 'systemic-failure' });
    expect(() => projection.check()).toThrow('known good');
    expect(await parked()).toEqual([]);
    expect((await under.select('select commit_position from read_model.checkpoint'))[0]?.commit_position).toBeNull();
  });

  it('stops the projection when a column is missing, and nothing is parked for it', async () => {
    await under.pool.query('alter table read_model_1.order_row drop column customer_ref cascade');
    for (let n = 0; n < 3; n += 1) await writeLife();
    const { projection } = under.start();
    await expect(projection.done).rejects.toThrow('customer_ref');
    expect(await parked()).toEqual([]);
  });

  it('stops the projection when a table is missing, and nothing is parked for it', async () => {
    await under.pool.query('alter table read_model_1.order_mark rename to elsewhere');
    await writeLife();
    const { projection } = under.start();
    await expect(projection.done).rejects.toThrow('order_mark');
    expect(projection.status().state).toBe('stopped');
    expect(await parked()).toEqual([]);
  });

  it('is parked when we did not write it, whatever it looks like; all other orders are shown, and nothing looks systemic [K7]', async () => {
    const bad: string[] = [];
    for (const foreign of Object.values(FOREIGN_EVENTS)) {
      const order = crypto.randomUUID();
      const last = (await under.append(order, life())).at(-1) as RecordedEvent;
      await under.client.appendToStream(`order-${order}`, [foreign(last)]);
      bad.push(order);
    }
    const good = await writeLife();
    const { projection } = under.start();
    await until('the good order', async () => (await statusOf(good))?.event_version === events);
    await until('the parking of all others', async () => (await parked()).length === bad.length);
    expect((await parked()).map(({ order_id }) => order_id).sort()).toEqual([...bad].sort());
    expect(await statusOf(bad[0] as string)).toMatchObject({ event_version: events, is_stale: true });
    expect(() => projection.check()).not.toThrow();
  });

  it('stops the projection behind the last event that it understands when a newer program wrote the next', async () => {
    const order = crypto.randomUUID();
    const stored = await under.append(order, life());
    await appendUnreadable(order, stored.at(-1) as RecordedEvent, 'OrderTeleported', {});
    const { projection } = under.start();
    await expect(projection.done).rejects.toMatchObject({ code: 'newer-writer' });
    expect(() => projection.check()).toThrow('OrderTeleported');
    expect((await statusOf(order))?.event_version).toBe(events);
    expect(await parked()).toEqual([]);
  });
});

it('stops as ledger-diverged when the ledger does not hold what the tables were made of', async () => {
  await writeLife();
  const first = under.start();
  await under.projected(events);
  await first.stop();
  await under.pool.query('update read_model.checkpoint set event_id = $1', [eventId(NO_HASH)]);
  const { projection } = under.start();
  await expect(projection.done).rejects.toMatchObject({ code: 'ledger-diverged' });
  expect(() => projection.check()).toThrow('restored');
});
