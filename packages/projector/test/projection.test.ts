import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { registry } from '@order-ledger/platform/metrics';
import { addNote, initiate } from '@order-ledger/testing/ledger/requests';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { randomLife } from '@order-ledger/testing/orders/random-life';
import { type ReadModelUnderTest, readModelUnderTest } from '@order-ledger/testing/running/projection';
import { until } from '@order-ledger/testing/waiting';
import fc from 'fast-check';
import { expectTablesOf } from './support/recomputed-tables.ts';

jest.setTimeout(90_000);

let under: ReadModelUnderTest;
beforeEach(async () => {
  under = await readModelUnderTest();
});
afterEach(() => under.close());

const sample = (name: string, label = ''): number => {
  const found = metrics.find((line) => line.startsWith(`${name}{`) && line.includes(label));
  return found === undefined ? 0 : Number(found.slice(found.lastIndexOf(' ')));
};
let metrics: string[] = [];
const scrape = async (): Promise<void> => {
  metrics = (await registry.metrics()).split('\n').map((line) => line.replace(/^([a-z_]+) /, '$1{} '));
};

/** Random lives, one stream each, their events written in turns as they would come from many callers. */
const writeLives = async (count: number, seed: number): Promise<{ orders: string[]; events: number }> => {
  const lives = fc.sample(randomLife, { numRuns: count, seed }).map((lived) => lived.at(-1)?.after.events ?? []);
  const orders = lives.map(() => crypto.randomUUID());
  const longest = Math.max(...lives.map(({ length }) => length));
  const stored = orders.map(() => [] as Awaited<ReturnType<typeof under.append>>);
  for (let at = 0; at < longest; at += 3) {
    await Promise.all(
      lives.map(async (life, index) => {
        const part = life.slice(at, at + 3);
        const order = orders[index];
        if (part.length === 0 || order === undefined) return;
        stored[index] = await under.append(order, part, stored[index]?.at(-1));
      }),
    );
  }
  return { orders, events: lives.reduce((sum, { length }) => sum + length, 0) };
};

const writeOrder = async (notes: number): Promise<string> => {
  const order = initiate();
  await under.ledger.execute(order);
  for (let n = 0; n < notes; n += 1) await under.ledger.execute(addNote(order.order_id));
  return order.order_id;
};

describe('the tables', () => {
  it('say what the ledger says, whether it was read at once or followed as it grew [B1]', async () => {
    const before = await writeLives(25, 1);
    under.start({ maxEvents: 40 });
    const after = await writeLives(15, 2);
    await under.projected(before.events + after.events);
    await expectTablesOf(under, [...before.orders, ...after.orders]);
  });

  it('are the same when every event is delivered three times', async () => {
    const { orders, events } = await writeLives(10, 3);
    await scrape();
    const duplicates = sample('projection_events_total', 'duplicate');
    const ledger: Ledger = {
      ...under.ledger,
      subscribe: (options) =>
        under.ledger.subscribe({
          ...options,
          maxEvents: 7,
          handler: async (delivery) => {
            for (let time = 0; time < 3; time += 1) await options.handler(delivery);
          },
        }),
    };
    under.start({ ledger, maxEvents: 10 });
    await under.projected(events);
    await until('every repetition was counted', async () => {
      await scrape();
      return sample('projection_events_total', 'duplicate') === duplicates + 2 * events;
    });
    await expectTablesOf(under, orders);
  });

  it('are complete although deliveries lost events: what is missing is read from the ledger and counted [B5]', async () => {
    const { orders, events } = await writeLives(8, 4);
    await scrape();
    const violations = sample('projection_continuity_violations_total', 'filled');
    let dropped = 0;
    const ledger: Ledger = {
      ...under.ledger,
      subscribe: (options) =>
        under.ledger.subscribe({
          ...options,
          handler: (delivery) => {
            const kept = delivery.events.filter(({ revision }, index) => {
              const isLast = delivery.events
                .slice(index + 1)
                .every((later) => later.stream !== delivery.events[index]?.stream);
              const drop = !isLast && revision % 4n === 1n;
              dropped += drop ? 1 : 0;
              return !drop;
            });
            return options.handler({ ...delivery, events: kept });
          },
        }),
    };
    under.start({ ledger });
    await under.projected(events);
    await expectTablesOf(under, orders);
    await scrape();
    expect(dropped).toBeGreaterThan(0);
    expect(sample('projection_continuity_violations_total', 'filled')).toBe(violations + dropped);
  });
});

it('writes over no row that another hand has written since, though it knows an older one, and goes on with all others', async () => {
  under.start();
  const orderId = await writeOrder(1);
  await under.projected(2);
  await under.pool.query('update read_model_1.order_row set event_version = 9 where order_id = $1', [orderId]);
  await under.ledger.execute(addNote(orderId));
  const other = await writeOrder(0);
  const versionOf = async (id: string) =>
    (
      await under.select<{ event_version: number }>(
        'select event_version from read_model_1.order_row where order_id = $1',
        [id],
      )
    )[0]?.event_version;
  await until('the other order', async () => (await versionOf(other)) === 1);
  expect(await versionOf(orderId)).toBe(9);
});

describe('orders whose rows do not say how their money stands', () => {
  /** As a build wrote them that did not know of it, or a part of it. */
  const asBefore = (share: string) =>
    under.select(
      `update read_model_1.order_row set balance = null, balance_version = null, settlement = null,
         settlement_amount = null, refund_due = null, needs_person = null where ${share} returning order_id`,
    );
  const unsaid = () =>
    under.select('select order_id from read_model_1.order_row where balance_version is distinct from event_version');

  it('are said so by their next event, and the others beside the batches [I4]', async () => {
    const { orders, events } = await writeLives(30, 5);
    const first = under.start();
    await under.projected(events);
    await first.stop();
    const [touched = ''] = orders;
    await asBefore('true');
    // Written on by an earlier build: the row has gone on, its balance not.
    await under.select(
      `update read_model_1.order_row set balance = '{}', balance_version = event_version - 1, settlement = 'overpaid'
       where order_id = $1 returning order_id`,
      [orders[1]],
    );
    const erased = { request_ref: 'erasure-1' };
    await under.ledger.execute({
      ...addNote(touched),
      command: 'EraseCustomerData',
      actor: ACTORS.admin,
      prepare: async () => ({ body: erased, request_hash: 'a'.repeat(64), context: {} }),
    });
    under.start();
    await under.projected(events + 1);
    await until('all are said so', async () => (await unsaid()).length === 0);
    await expectTablesOf(under, orders);
  });

  it('hold up nobody where a history is not whole', async () => {
    const { orders, events } = await writeLives(6, 6);
    const first = under.start();
    await under.projected(events);
    await first.stop();
    await asBefore('true');
    const [broken = '', ...others] = [...orders].sort();
    await under.select(
      'delete from read_model_1.order_timeline where order_id = $1 and event_version = 1 returning 1',
      [broken],
    );
    under.start();
    await until('all others are said so', async () => (await unsaid()).length === 1);
    expect(await unsaid()).toEqual([{ order_id: broken }]);
    const after = await writeOrder(1);
    await under.projected(events - 1 + 2);
    expect(others).not.toContain(after);
  });
});

describe('the checkpoint', () => {
  it('moves over the events of others while the system is quiet, never past an event of its own', async () => {
    await writeOrder(2);
    const { projection } = under.start();
    await under.projected(3);
    const checkpoint = async () => {
      const [stored] = await under.select('select commit_position, event_commit_position from read_model.checkpoint');
      return { all: BigInt(stored?.commit_position), own: BigInt(stored?.event_commit_position) };
    };
    const before = await checkpoint();
    for (let n = 0; n < 40; n += 1)
      await under.client.appendToStream(
        'other-stream',
        Array.from({ length: 50 }, () => ({
          id: crypto.randomUUID(),
          contentType: 'application/json' as const,
          type: 'T',
          data: {},
          metadata: undefined,
        })),
      );
    await until('the checkpoint moved', async () => (await checkpoint()).all > before.all);
    expect((await checkpoint()).own).toBe(before.own);
    const { all } = await checkpoint();
    await until('the process says so', () => BigInt(projection.status().position ?? 0) >= all);
    await writeOrder(0);
    await under.projected(4);
  });

  it('lets the heartbeat say that the tables hold all that the ledger had', async () => {
    under.start();
    await writeOrder(1);
    await under.projected(2);
    const [{ asked }] = (await under.select('select clock_timestamp() as asked')) as [{ asked: Date }];
    await until('a heartbeat after that', async () => {
      const [beat] = await under.select('select tail_reached_at, at, position_commit from read_model_1.heartbeat');
      return beat !== undefined && beat.tail_reached_at > asked;
    });
  });
});

describe('health', () => {
  it('fails while the tables fall behind without any progress, and passes once they move again [I5]', async () => {
    await writeOrder(0);
    const { projection } = under.start({ lagLimitMs: 300 });
    const caughtUp = () =>
      until('lag 0', () => {
        const { position, lag_ms, lag_bytes } = projection.status();
        return position !== null && lag_ms === 0 && lag_bytes === 0;
      });
    await under.projected(1);
    await caughtUp();
    expect(() => projection.check()).not.toThrow();
    const release = await under.holdTable('read_model_1.order_row');
    await writeOrder(1);
    await until('the check fails', () => {
      try {
        projection.check();
        return false;
      } catch (error) {
        return (error as { code?: string }).code === 'projection-lagging';
      }
    });
    expect(projection.status().lag_bytes).toBeGreaterThan(0);
    await scrape();
    expect(sample('projection_lag_seconds')).toBeGreaterThan(0);
    await release();
    await under.projected(3);
    await caughtUp();
    expect(() => projection.check()).not.toThrow();
  });
});
