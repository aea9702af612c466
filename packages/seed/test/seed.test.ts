import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { fold } from '@order-ledger/domain/evolve';
import { type ReadModelUnderTest, readModelUnderTest } from '@order-ledger/testing/running/projection';
import { historyOf } from '../src/history.ts';
import { type Seeding, seedLedger } from '../src/into-ledger.ts';
import { seedReadModel } from '../src/into-read-model.ts';

jest.setTimeout(120_000);

const UNTIL = Date.parse('2026-06-01T00:00:00Z');
const FROM = Date.parse('2026-01-01T00:00:00Z');
const seeding = (orders: number, seed = 1): Seeding => ({
  ...{ orders, seed, from: FROM, until: UNTIL },
  seen: () => undefined,
});
/** The births have moved, the orders are the same. */
const anHourLater = (orders: number): Seeding => ({ ...seeding(orders), until: UNTIL + 3_600_000 });
const life = (number: number, seed = 1) => historyOf({ seed, number, from: FROM, until: UNTIL });

describe('a life', () => {
  it('is the same for the same seed, byte for byte, and another one for another', () => {
    expect(JSON.stringify(life(7))).toBe(JSON.stringify(life(7)));
    expect(life(7, 2)[0]?.metadata.order_id).not.toBe(life(7)[0]?.metadata.order_id);
  });

  it('goes its way as lives do: most end well, some are rejected, cancelled or wait', () => {
    const ends = Array.from({ length: 300 }, (_, number) => fold(life(number))?.status);
    const count = (status: string): number => ends.filter((each) => each === status).length;
    expect(count('CLOSED')).toBeGreaterThan(150);
    expect(count('CANCELLED')).toBeGreaterThan(5);
    expect(count('REJECTED')).toBeGreaterThan(3);
  });

  it('ends where its time is over', () => {
    const cut = historyOf({ seed: 1, number: 7, from: FROM, until: FROM + 60_000 });
    expect(cut).toEqual(life(7).slice(0, cut.length));
    expect(cut.length).toBeLessThan(life(7).length);
    for (const { metadata } of cut) expect(Date.parse(metadata.recorded_at)).toBeLessThanOrEqual(FROM + 60_000);
  });
});

describe('seeded orders', () => {
  const opened: ReadModelUnderTest[] = [];
  const place = async (): Promise<ReadModelUnderTest> => {
    const under = await readModelUnderTest();
    opened.push(under);
    return under;
  };
  afterEach(async () => {
    for (const under of opened.splice(0)) await under.close();
  });

  const SHOWN = `select order_id, status, stage, event_version, status_version, partner_id, material, price_amount, paid,
    settlement, sort_key, stage_entered_at from read_model_1.order_row order by order_id`;

  it('are the same in the tables whether the projector folded them out of the ledger or they were put there', async () => {
    const [followed, filled] = [await place(), await place()];
    const { orders, events, known } = await seedLedger(followed.ledger, seeding(60));
    expect([orders, known]).toEqual([60, 0]);
    followed.start();
    await followed.projected(events);
    await seedReadModel(filled.pool, 'read_model_1', seeding(60));
    const rows = await followed.select(SHOWN);
    expect(rows).toHaveLength(60);
    expect(await filled.select(SHOWN)).toEqual(rows);
  });

  it('are not appended twice: a run that was broken off is gone on with', async () => {
    const { ledger } = await place();
    await seedLedger(ledger, seeding(10));
    expect(await seedLedger(ledger, anHourLater(10))).toEqual({ orders: 0, events: 0, known: 10 });
  });

  it('come in parts, too: all parts together are the orders of the whole', async () => {
    const { ledger } = await place();
    for (const part of [
      { from: 0, to: 4 },
      { from: 4, to: 10 },
    ])
      expect(await seedLedger(ledger, { ...seeding(10), part })).toMatchObject({
        orders: part.to - part.from,
        known: 0,
      });
    expect(await seedLedger(ledger, anHourLater(10))).toEqual({ orders: 0, events: 0, known: 10 });
  });

  it('are copied in every table where there are more of them than lives', async () => {
    const under = await place();
    expect(await seedReadModel(under.pool, 'read_model_1', seeding(50), 20)).toBe(50);
    const count = async (table: string): Promise<number> =>
      Number((await under.select(`select count(*) from read_model_1.${table}`))[0]?.count);
    expect(await count('order_row')).toBe(50);
    const [odd] = await under.select(`select count(*) from read_model_1.order_row as o where event_version <>
      (select count(*) from read_model_1.order_timeline as t where t.order_id = o.order_id)`);
    expect(Number(odd?.count)).toBe(0);
    expect(await count('order_mark')).toBe(50);
  });
});
