import { describe, expect, it } from '@jest/globals';
import { GRAPH, type Graph } from '@order-ledger/domain/decide';
import { FACTS } from '@order-ledger/domain/facts';
import { RULES } from '@order-ledger/domain/graph';
import { play } from '../src/player.ts';
import { type OrderRecord, openRecord } from '../src/record.ts';
import { LIVES, livesOf } from '../src/scenario/lives.ts';
import type { Life } from '../src/scenario/steps.ts';
import { addWalked, missing, nothingWalked } from '../src/walked.ts';
import { pureWorld } from './support/pure-world.ts';

const lived = async (life: Life, graph: Graph = GRAPH) => {
  const { world, order } = pureWorld(life.account, graph);
  const record: OrderRecord = openRecord(1, life.name);
  await play({ life, record, world, run: 'qwrtzp', patienceMs: 600_000 });
  return { record, order: order() };
};

describe('the lives of the demonstration, held against the domain alone', () => {
  it.each(LIVES.map((life) => [life.name, life] as const))('%s goes as its table says', async (_name, life) => {
    const { record, order } = await lived(life);
    expect(record.failure).toBeNull();
    expect(order.state?.status).toBe(life.ends);
  });

  it('go over all 35 rules and all facts of the graph', async () => {
    const walked = nothingWalked();
    for (const life of LIVES) addWalked(walked, (await lived(life)).order.events);
    expect(missing(walked)).toEqual([]);
    expect(Object.keys(walked.rules)).toHaveLength(35);
    expect(Object.keys(walked.rules)).toEqual(RULES.map(({ id }) => id));
    expect(new Set(Object.keys(walked.facts))).toEqual(
      new Set(FACTS.map(({ event }) => event).filter((event) => event !== null)),
    );
  });

  it('show a claim that is renewed, which leaves no event', async () => {
    const records = await Promise.all(LIVES.map(async (life) => (await lived(life)).record));
    const renewals = records
      .flatMap(({ entries }) => entries)
      .filter(({ request, answer }) => request.command === 'RenewClaim' && answer.outcome === 'done');
    expect(renewals.length).toBeGreaterThan(0);
  });

  it.each(RULES.map(({ id }) => id))('fail where the graph loses %s', async (id) => {
    const mutant: Graph = { ...GRAPH, rules: RULES.filter((rule) => rule.id !== id) };
    const failures = await Promise.all(LIVES.map(async (life) => (await lived(life, mutant)).record.failure));
    expect(failures.some((failure) => failure !== null)).toBe(true);
  });
});

describe('the lives under a graph without one of its facts', () => {
  it.each(FACTS.map(({ command, event }, index) => [`${command} (${event ?? 'no event'})`, index] as const))(
    'fail where it loses %s',
    async (_name, index) => {
      const mutant: Graph = { ...GRAPH, facts: FACTS.filter((_fact, at) => at !== index) };
      // Planning is the only fact that a process records by itself: without it the lives that wait for it stop.
      const failures = await Promise.all(LIVES.map(async (life) => (await lived(life, mutant)).record.failure));
      expect(failures.some((failure) => failure !== null)).toBe(true);
    },
  );
});

describe('the choice of lives', () => {
  it('gives 60 orders every life, each as often as its share says', () => {
    const chosen = livesOf(60);
    expect(chosen).toHaveLength(60);
    for (const life of LIVES)
      expect([life.name, chosen.filter((one) => one === life).length]).toEqual([life.name, life.share]);
  });

  it.each([1, 10, 27, 61, 250, 1_000])('gives %d orders that many lives, none far from its share', (orders) => {
    const chosen = livesOf(orders);
    expect(chosen).toHaveLength(orders);
    if (orders < 60) return expect(new Set(chosen).size).toBe(Math.min(orders, LIVES.length));
    for (const life of LIVES) {
      const count = chosen.filter((one) => one === life).length;
      expect(Math.abs(count - (orders * life.share) / 60)).toBeLessThanOrEqual(1);
    }
  });
});
