import { describe, expect, it } from '@jest/globals';
import { GRAPH, type Graph } from '@order-ledger/domain/edges';
import { FACTS } from '@order-ledger/domain/facts';
import { RULES } from '@order-ledger/domain/graph';
import { play } from '../src/player.ts';
import { type OrderRecord, openRecord } from '../src/record.ts';
import { LIVES, livesOf } from '../src/scenario/lives.ts';
import type { Life } from '../src/scenario/steps.ts';
import { addWalked, missing, nothingWalked } from '../src/walked.ts';
import type { World } from '../src/world.ts';
import { pureWorld } from './support/pure-world.ts';

const lived = async (life: Life, graph: Graph = GRAPH) => {
  const { world, order } = pureWorld(life.account, graph);
  const record: OrderRecord = openRecord(1, life.name);
  await play({ life, record, world, run: 'qwrtzp', patienceMs: 600_000 });
  return { record, order: order() };
};

/** Every life once, by the graph as it is. */
const ALL = Promise.all(LIVES.map(async (life) => ({ life, ...(await lived(life)) })));

describe('the lives of the demonstration, held against the domain alone', () => {
  it.each(LIVES.map(({ name }, index) => [name, index] as const))('%s goes as its table says', async (_name, index) => {
    const one = (await ALL)[index];
    expect(one?.record.failure).toBeNull();
    expect(one?.order.state?.status).toBe(one?.life.ends);
  });

  it('go over all 35 rules and all facts of the graph', async () => {
    const walked = nothingWalked();
    for (const { order } of await ALL) addWalked(walked, order.events);
    expect(missing(walked)).toEqual([]);
    expect(Object.keys(walked.rules)).toEqual(RULES.map(({ id }) => id));
    expect(Object.keys(walked.rules)).toHaveLength(35);
    expect(new Set(Object.keys(walked.facts))).toEqual(
      new Set(FACTS.map(({ event }) => event).filter((event) => event !== null)),
    );
  });
});

describe('the lives under a graph that has lost something', () => {
  /** A life that goes this way, by the rule's id or the command of the fact. */
  const walking = async (way: { rule: string } | { fact: (typeof FACTS)[number] }): Promise<Life> => {
    const found = (await ALL).find(({ order, record }) => {
      const walked = nothingWalked();
      addWalked(walked, order.events);
      if ('rule' in way) return (walked.rules[way.rule] ?? 0) > 0;
      const { event, command } = way.fact;
      if (event !== null) return (walked.facts[event] ?? 0) > 0;
      return record.entries.some(({ request, answer }) => request.command === command && answer.outcome === 'done');
    });
    if (found === undefined) throw new Error('no life goes this way');
    return found.life;
  };

  it.each(RULES.map(({ id }) => id))('fail without %s', async (id) => {
    const rules = RULES.filter((rule) => rule.id !== id);
    const { record } = await lived(await walking({ rule: id }), { ...GRAPH, rules });
    expect(record.failure).not.toBeNull();
  });

  it.each(FACTS.map(({ command, event }, index) => [`${command} (${event ?? 'no event'})`, index] as const))(
    'fail without %s',
    async (_name, index) => {
      const fact = FACTS[index] as (typeof FACTS)[number];
      // What a process records by itself is missed only by a life that waits for it.
      const life =
        fact.event === 'ProductionPlanned'
          ? (LIVES.find(({ name }) => name === 'plain') as Life)
          : await walking({ fact });
      const { record } = await lived(life, { ...GRAPH, facts: FACTS.filter((one) => one !== fact) });
      expect(record.failure).not.toBeNull();
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

describe('a status that does not last', () => {
  it('is brought about again when the order had passed it already', async () => {
    const life = LIVES.find(({ name }) => name === 'worker-lost') as Life;
    const { world, order } = pureWorld(life.account);
    let waits = 0;
    const quick: World = {
      ...world,
      pause: async (id) => {
        waits += 1;
        await world.pause(id);
        // The first calculation is over before anybody looks.
        if (waits === 1) await world.pause(id);
      },
    };
    const record = openRecord(1, life.name);
    await play({ life, record, world: quick, run: 'qwrtzp', patienceMs: 600_000 });
    expect(record.failure).toBeNull();
    expect(order().events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['OrderRevised', 'PriceCalculationRestarted']),
    );
  });

  it('is brought about again when it ended between the look and the command', async () => {
    const life = LIVES.find(({ name }) => name === 'worker-lost') as Life;
    const { world, order } = pureWorld(life.account);
    let restarts = 0;
    const slow: World = {
      ...world,
      send: async (request) => {
        if (request.command === 'RestartPriceCalculation') {
          restarts += 1;
          // The calculation ends while the command is on its way.
          if (restarts === 1) await world.pause(request.order_id as string);
        }
        return world.send(request);
      },
    };
    const record = openRecord(1, life.name);
    await play({ life, record, world: slow, run: 'qwrtzp', patienceMs: 600_000 });
    expect(record.failure).toBeNull();
    expect(order().events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['OrderRevised', 'PriceCalculationRestarted']),
    );
  });
});
