import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { between, type Interval, LEAD_TIMES, leadTimeMs, type Pick } from '@order-ledger/domain/durations';
import { evolve } from '@order-ledger/domain/evolve';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { OrderState } from '@order-ledger/domain/state';
import { FINAL_STATUSES, isFinal, STATUSES, type Status } from '@order-ledger/domain/status';
import { visitsOf } from '@order-ledger/domain/visits';
import { readBoard } from '@order-ledger/read-model/reading/board';
import { type DurationGroup, type Measure, readDurations } from '@order-ledger/read-model/reading/durations';
import { readFlow } from '@order-ledger/read-model/reading/flow';
import { readyOrders } from '@order-ledger/read-model/reading/ready-orders';
import { readShopFloor } from '@order-ledger/read-model/reading/shop-floor';
import { waitingForPrice } from '@order-ledger/read-model/reading/waiting-for-price';
import { lifeInto, randomLives, type SeededReadModel, seededReadModel } from '@order-ledger/testing/running/read-model';

let model: SeededReadModel;
let lives: readonly (readonly RecordedEvent[])[];

beforeAll(async () => {
  const journeys = STATUSES.flatMap((status, n) =>
    [null, 'acme'].map((partner, m) => lifeInto(status, 2 * n + m, partner)),
  );
  lives = [...journeys, ...randomLives(150, 23)];
  model = await seededReadModel(lives.flat());
}, 120_000);
afterAll(() => model.drop());

const stateAt = (events: readonly RecordedEvent[], at: number): OrderState | null => {
  let state: OrderState | null = null;
  for (const event of events) if (Date.parse(event.metadata.recorded_at) <= at) state = evolve(state, event);
  return state;
};
const states = (at = Date.now()): OrderState[] =>
  lives.map((events) => stateAt(events, at)).filter((state) => state !== null);

const VALUE: Readonly<Record<Measure, (interval: Interval) => number>> = {
  wall: ({ wall_ms }) => wall_ms,
  net: ({ net_ms }) => net_ms,
  without_holds: ({ wall_ms, held_ms }) => wall_ms - held_ms,
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const expectGroup = (group: DurationGroup | undefined, values: readonly number[]): void => {
  const sorted = [...values].sort((a, b) => a - b);
  expect(group?.orders ?? 0).toBe(values.length);
  if (group === undefined) return;
  expect(group.min_ms).toBeCloseTo(sorted[0] as number, 6);
  expect(group.max_ms).toBeCloseTo(sorted.at(-1) as number, 6);
  expect(group.mean_ms).toBeCloseTo(sum(values) / values.length, 3);
  // Interpolated between the two middle ones.
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
  expect(group.percentiles_ms[0]).toBeCloseTo(median, 6);
};

describe('durations over all orders', () => {
  const PICKS: readonly { from: Pick; to: Pick }[] = (['first', 'last'] as const).flatMap((from) =>
    (['first', 'last'] as const).map((to) => ({ from, to })),
  );

  it.each(PICKS)(
    'of every pair of statuses, from the $from to the $to, equal what the events say [C7] [C9]',
    async (pick) => {
      const histories = lives.map((events) => visitsOf(events)).filter((history) => history !== null);
      let compared = 0;
      for (const from of STATUSES) {
        for (const to of STATUSES) {
          const values = histories
            .map((history) => between(history, from, to, pick))
            .filter((interval) => interval !== null)
            .map(VALUE.net);
          const [group] = await readDurations(model, { pair: { from, to, pick }, measure: 'net', percentiles: [50] });
          expectGroup(group, values);
          compared += values.length > 0 ? 1 : 0;
        }
      }
      expect(compared).toBeGreaterThan(150);
    },
  );

  it.each(Object.entries(LEAD_TIMES))('give the lead time %s [C2] [C3] [C4] [C5] [C6]', async (_name, leadTime) => {
    const values = lives
      .map((events) => visitsOf(events))
      .map((history) => (history === null ? null : leadTimeMs(leadTime, history)))
      .filter((ms) => ms !== null);
    const pairOf = ({ from, to, counting }: { from: readonly Status[]; to: readonly Status[]; counting: string }) => ({
      from: from[0] as Status,
      to: to[0] as Status,
      pick: { from: 'first', to: counting === 'span' ? 'last' : 'first' } as const,
    });
    const without = 'without' in leadTime ? { without: pairOf(leadTime.without) } : {};
    const request = { pair: pairOf(leadTime), measure: leadTime.compared, percentiles: [50], ...without };
    const [group] = await readDurations(model, request);
    expect(values.length).toBeGreaterThan(2);
    expectGroup(group, values);
  });

  const manufacturing = {
    pair: { from: 'MANUFACTURING_STARTED', to: 'MANUFACTURING_COMPLETED', pick: { from: 'first', to: 'last' } },
    measure: 'wall',
    percentiles: [50, 95],
  } as const;
  const made = () =>
    lives.flatMap((events) => {
      const history = visitsOf(events);
      const state = stateAt(events, Date.now());
      const interval =
        history === null ? null : between(history, 'MANUFACTURING_STARTED', 'MANUFACTURING_COMPLETED', { to: 'last' });
      return interval === null || state === null || history === null ? [] : [{ interval, state }];
    });

  it('are grouped by partner, material, priority and time, and narrowed to a range of time [C8]', async () => {
    const keys = {
      partner: ({ state }: ReturnType<typeof made>[number]) => state.partner_id,
      material: ({ state }: ReturnType<typeof made>[number]) => state.specification?.material ?? null,
      priority: ({ state }: ReturnType<typeof made>[number]) => state.priority,
      day: ({ interval }: ReturnType<typeof made>[number]) => interval.to_at.slice(0, 10),
      month: ({ interval }: ReturnType<typeof made>[number]) => `${interval.to_at.slice(0, 7)}-01`,
    } as const;
    for (const [groupBy, keyOf] of Object.entries(keys) as [keyof typeof keys, (typeof keys)['partner']][]) {
      const groups = await readDurations(model, { ...manufacturing, groupBy });
      const expected = new Map<string | null, number[]>();
      for (const each of made())
        expected.set(keyOf(each), [...(expected.get(keyOf(each)) ?? []), each.interval.wall_ms]);
      expect(groups.map(({ group }) => group).sort()).toEqual([...expected.keys()].sort());
      for (const group of groups) expectGroup(group, expected.get(group.group) ?? []);
    }
    const ends = made()
      .map(({ interval }) => interval.to_at)
      .sort();
    const [since, until] = [ends[3] as string, ends.at(-3) as string];
    const [group] = await readDurations(model, { ...manufacturing, since: new Date(since), until: new Date(until) });
    const inRange = made().filter(({ interval }) => interval.to_at >= since && interval.to_at < until);
    expectGroup(
      group,
      inRange.map(({ interval }) => interval.wall_ms),
    );
  });

  it('are grouped by who held the claim when the work began [C8]', async () => {
    const groups = await readDurations(model, { ...manufacturing, groupBy: 'operator' });
    expect(sum(groups.map(({ orders }) => orders))).toBe(made().length);
    expect(groups.map(({ group }) => group)).toContain('sub:oleg');
  });

  it('say which share of the orders kept a target [C10]', async () => {
    const values = made().map(({ interval }) => interval.wall_ms);
    const targetMs = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
    const [group] = await readDurations(model, { ...manufacturing, targetMs });
    expect(group?.within_target).toBeCloseTo(values.filter((ms) => ms <= targetMs).length / values.length, 9);
  });
});

describe('the board', () => {
  const expectBoard = async (at?: string): Promise<void> => {
    const known = states(at === undefined ? undefined : Date.parse(at));
    const board = await readBoard(model, at === undefined ? undefined : new Date(at));
    for (const status of STATUSES) {
      const there = known.filter((state) => state.status === status);
      const entry = board.find((each) => each.status === status);
      expect([at, status, entry?.count ?? 0]).toEqual([at, status, there.length]);
      if (entry === undefined || isFinal(status)) continue;
      const since = there.map(({ frozen_since, stage_entered_at }) =>
        Date.parse(status === 'ON_HOLD' || status === 'ERROR' ? (frozen_since ?? stage_entered_at) : stage_entered_at),
      );
      expect(entry.oldest_since?.getTime()).toBe(Math.min(...since));
    }
  };

  it('counts the orders of each status and names the oldest [C10]', () => expectBoard());

  it('is as it was at any time, final statuses included [G3]', async () => {
    for (const at of ['2026-03-02T08:00:30.000Z', '2026-03-02T08:59:59.999Z', '2026-03-02T09:00:00.000Z'])
      await expectBoard(at);
    // At and about the records themselves: by hour and by day, and the rest of the hour.
    const times = lives.flatMap((events) => events.map(({ metadata }) => metadata.recorded_at)).sort();
    for (let n = 0; n < 12; n += 1) await expectBoard(times[Math.floor((n * times.length) / 12)] as string);
  });
});

describe('the flow', () => {
  it('counts every edge once, with the time before it [C7]', async () => {
    const edges = await readFlow(
      model,
      'day',
      new Date('2026-03-01T00:00:00.000Z'),
      new Date('2027-01-01T00:00:00.000Z'),
    );
    const taken = lives.flatMap((events) => {
      let before: OrderState | null = null;
      let state: OrderState | null = null;
      return events.flatMap((event) => {
        before = state;
        state = evolve(state, event);
        return state.status_version === before?.status_version ? [] : [`${before?.status ?? 'NONE'} ${state.status}`];
      });
    });
    for (const { from, to, count } of edges) {
      expect([from, to, count]).toEqual([from, to, taken.filter((edge) => edge === `${from} ${to}`).length]);
    }
    expect(sum(edges.map(({ count }) => count))).toBe(taken.length);
    const priced = edges.find(({ from, to }) => from === 'PRICE_CALCULATION_STARTED' && to === 'PRICE_CALCULATED');
    expect(priced?.median_dwell_ms).toBeGreaterThan(0);
    expect(priced?.mean_dwell_ms).toBeGreaterThan(0);
  });
});

describe('the shop floor', () => {
  const READY: readonly Status[] = [
    'MANUFACTURING_APPROVED',
    'MANUFACTURING_FAILED',
    'REWORK_REQUIRED',
    'MANUFACTURING_STARTED',
  ];
  const RANK = { LOW: 0, NORMAL: 1, HIGH: 2, URGENT: 3 } as const;
  const due = ({ due_at }: OrderState): number => (due_at === null ? Number.POSITIVE_INFINITY : Date.parse(due_at));
  const born = new Map<string, number>();

  const expectedReady = (): string[] => {
    for (const events of lives) {
      const first = events[0];
      if (first !== undefined) born.set(first.metadata.order_id, Date.parse(first.metadata.recorded_at));
    }
    return states()
      .filter(({ status, claim }) => READY.includes(status) && claim === null)
      .sort(
        (a, b) =>
          RANK[b.priority] - RANK[a.priority] ||
          (due(a) === due(b) ? 0 : due(a) - due(b)) ||
          (born.get(a.order_id) as number) - (born.get(b.order_id) as number) ||
          (a.order_id < b.order_id ? -1 : 1),
      )
      .map(({ order_id }) => order_id);
  };

  it('offers what nobody holds and nothing stops: priority first, then the due date, then age [H2]', async () => {
    const ready = await readyOrders(model, 100);
    expect(ready.map(({ order_id }) => order_id)).toEqual(expectedReady());
    expect(ready.length).toBeGreaterThan(5);
    for (const limit of [1, 3, 8]) expect(await readyOrders(model, limit)).toEqual(ready.slice(0, limit));
    const versions = new Map(states().map((state) => [state.order_id, state]));
    for (const { order_id, event_version, status_version } of ready)
      expect(versions.get(order_id)).toMatchObject({ event_version, status_version });
  });

  it('counts what waits for a price, of one partner and up to a limit', async () => {
    const expected = states().filter(
      ({ status, partner_id }) => partner_id === 'acme' && ['SUBMITTED', 'PRICE_CALCULATION_STARTED'].includes(status),
    ).length;
    expect(expected).toBeGreaterThan(1);
    expect(await waitingForPrice(model, 'acme', 1_000)).toBe(expected);
    expect(await waitingForPrice(model, 'acme', 1)).toBe(1);
    expect(await waitingForPrice(model, 'nobody', 1_000)).toBe(0);
  });

  it('shows who holds what', async () => {
    const floor = await readShopFloor(model, 200);
    const held = states().filter(({ claim }) => claim !== null);
    expect(floor.claimed.map(({ order_id }) => order_id).sort()).toEqual(held.map(({ order_id }) => order_id).sort());
    for (const { operator, orders } of floor.operators)
      expect(orders).toBe(held.filter(({ claim }) => claim?.operator === operator).length);
    expect(sum(floor.operators.map(({ orders }) => orders))).toBe(held.length);
    expect(FINAL_STATUSES.some((status) => floor.ready.some((order) => order.status === status))).toBe(false);
  });
});
