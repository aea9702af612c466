import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { DURATIONS, intervalsOf, LEAD_TIMES, type LeadTime, leadTimeMs } from '@order-ledger/domain/durations';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { visitsOf } from '@order-ledger/domain/visits';
import { registry } from '@order-ledger/platform/metrics';
import { randomLife } from '@order-ledger/testing/orders/random-life';
import { type ReadModelUnderTest, readModelUnderTest } from '@order-ledger/testing/running/projection';
import { until } from '@order-ledger/testing/waiting';
import fc from 'fast-check';

jest.setTimeout(120_000);

let under: ReadModelUnderTest;
beforeEach(async () => {
  under = await readModelUnderTest();
});
afterEach(() => under.close());

/** Of a histogram, how many it has of a label and their sum. */
const told = async (name: string, label: string): Promise<{ count: number; seconds: number }> => {
  const lines = (await registry.getSingleMetricAsString(name)).split('\n').filter((line) => line.includes(label));
  const value = (part: string): number => {
    const line = lines.find((one) => one.startsWith(`${name}_${part}{`) || one.startsWith(`${name}_${part} `));
    return Number(line?.split(' ')[1] ?? 0);
  };
  return { count: value('count'), seconds: value('sum') };
};

const write = async (count: number, seed: number): Promise<readonly (readonly RecordedEvent[])[]> => {
  const lives = fc.sample(randomLife, { numRuns: count, seed }).map((lived) => lived.at(-1)?.after.events ?? []);
  return Promise.all(lives.map((life) => under.append(crypto.randomUUID(), life)));
};
const eventsIn = (lives: readonly (readonly RecordedEvent[])[]): number =>
  lives.reduce((sum, { length }) => sum + length, 0);

/** The same figures from the events, by the domain. */
const expected = (lives: readonly (readonly RecordedEvent[])[]) => {
  const histories = lives.map((events) => visitsOf(events)).filter((history) => history !== null);
  const leads = Object.entries(LEAD_TIMES).map(([name, lead]: [string, LeadTime]) => {
    const all = histories.map((history) => leadTimeMs(lead, history)).filter((ms) => ms !== null);
    return { name, count: all.length, seconds: all.reduce((sum, ms) => sum + ms, 0) / 1_000 };
  });
  const stages = Object.entries(DURATIONS)
    .filter(([, { counting }]) => counting === 'visits')
    .map(([name, duration]) => {
      const all = histories.flatMap((history) => intervalsOf(duration, history));
      return { name, count: all.length, seconds: all.reduce((sum, { net_ms }) => sum + net_ms, 0) / 1_000 };
    });
  return { leads, stages };
};

it('tells of lead times and stages as the domain counts them, each when it ends [C1] [C9]', async () => {
  under.start({ maxEvents: 40 });
  const first = await write(1, 1);
  await under.projected(eventsIn(first));
  const before = new Map<string, { count: number; seconds: number }>();
  const { leads: names, stages: kinds } = expected(first);
  const LOOK_MS = 6_000;
  await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  for (const { name } of names) before.set(name, await told('order_lead_time_seconds', `lead_time="${name}"`));
  for (const { name } of kinds) before.set(`stage ${name}`, await told('order_stage_seconds', `stage="${name}"`));

  const lives = await write(40, 2);
  await under.projected(eventsIn(first) + eventsIn(lives));
  const { leads, stages } = expected(lives);
  expect(leads.filter(({ count }) => count > 0).length).toBeGreaterThan(3);
  const since = async (histogram: string, label: string, name: string, key: string) => {
    const now = await told(histogram, `${label}="${name}"`);
    const then = before.get(key) ?? { count: 0, seconds: 0 };
    return { count: now.count - then.count, seconds: now.seconds - then.seconds };
  };
  for (const { name, count, seconds } of stages) {
    const found = await since('order_stage_seconds', 'stage', name, `stage ${name}`);
    expect([name, found.count, Math.round(found.seconds)]).toEqual([name, count, Math.round(seconds)]);
  }
  // A manufacturing that is begun anew ends anew: each end is told, the domain has the last.
  for (const { name, count, seconds } of leads.filter(({ name }) => name !== 'manufacturing')) {
    await until(
      `${name} is told`,
      async () => (await since('order_lead_time_seconds', 'lead_time', name, name)).count >= count,
    );
    const found = await since('order_lead_time_seconds', 'lead_time', name, name);
    expect([name, found.count, Math.round(found.seconds)]).toEqual([name, count, Math.round(seconds)]);
  }
});

it('tells nothing of the past when tables are made anew', async () => {
  const lives = await write(20, 3);
  const entries = async () =>
    (await registry.getSingleMetricAsString('order_entries_total'))
      .split('\n')
      .reduce((sum, line) => sum + (line.startsWith('#') ? 0 : Number(line.split(' ').at(-1))), 0);
  const visible = async () => (await told('event_visible_seconds', '')).count;
  const [entered, seen] = [await entries(), await visible()];
  under.start();
  await under.projected(eventsIn(lives));
  expect([await entries(), await visible()]).toEqual([entered, seen]);
  // From the moment on at which the tables have reached the end of the ledger.
  let seed = 4;
  await until('the present is told', async () => {
    await write(1, seed++);
    return (await visible()) > seen;
  });
  expect(await entries()).toBeGreaterThan(entered);
});
