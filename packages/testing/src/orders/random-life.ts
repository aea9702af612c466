import { COMMAND_NAMES, type CommandName } from '@order-ledger/domain/bodies';
import type { Command } from '@order-ledger/domain/command';
import { type Decision, decide } from '@order-ledger/domain/decide';
import { FACTS } from '@order-ledger/domain/facts';
import { RULES } from '@order-ledger/domain/graph';
import fc from 'fast-check';
import { ACTORS, type ActorName } from './actors.ts';
import { journeyTo } from './journeys.ts';
import { after, commandFor, noOrder, type Order, type Sending } from './specification.ts';

/** One step of a random life. */
interface Stroke {
  /** Mostly an edge of the present status, sometimes any command at all. */
  name: { edge: number } | { fact: number } | { any: CommandName };
  as: ActorName | null;
  after: number;
  ago: number;
  key: number | null;
}

const seldom = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

const stroke: fc.Arbitrary<Stroke> = fc.record({
  name: fc.oneof(
    { weight: 6, arbitrary: fc.record({ edge: fc.nat(1000) }) },
    { weight: 2, arbitrary: fc.record({ fact: fc.nat(1000) }) },
    { weight: 1, arbitrary: fc.constant({ any: 'ReportError' as const }) },
    { weight: 2, arbitrary: fc.record({ any: fc.constantFrom(...COMMAND_NAMES) }) },
  ),
  as: seldom(fc.constantFrom(...(Object.keys(ACTORS) as ActorName[]))),
  after: fc.integer({ min: -120, max: 3600 }),
  ago: fc.integer({ min: -60, max: 4000 }),
  key: seldom(fc.integer({ min: 0, max: 5 })),
});

export interface Lived {
  before: Order;
  command: Command;
  decision: Decision;
  after: Order;
}

// What ends or stops a life has strokes of its own, so that lives are long.
const LIVELY = RULES.filter((rule) => !['CancelOrder', 'RejectOrder', 'ReportError'].includes(rule.command));

const nameOf = ({ name }: Stroke, order: Order): CommandName => {
  if ('any' in name) return name.any;
  const status = order.state?.status ?? null;
  const edges: readonly { command: CommandName; from: readonly unknown[] }[] = 'edge' in name ? LIVELY : FACTS;
  const here = edges.filter((edge) => edge.from.includes(status));
  return here[('edge' in name ? name.edge : name.fact) % here.length]?.command ?? 'AddNote';
};

/** Lives an order through: every command is decided, whatever it comes to. */
const live = (start: Order, strokes: readonly Stroke[]): Lived[] => {
  let order = start;
  return strokes.map((step) => {
    const { as, key, after: pause, ago } = step;
    const command = commandFor(order, nameOf(step, order), {
      after: pause,
      ago,
      ...(as === null ? {} : { as }),
      ...(key === null ? {} : { key: `${key}` }),
    } as Sending);
    const decision = decide(order.state, command);
    const lived = { before: order, command, decision, after: after(order, command, decision) };
    order = lived.after;
    return lived;
  });
};

const STARTS: readonly Order[] = [
  noOrder(),
  journeyTo('PRICE_CALCULATION_STARTED'),
  journeyTo('MANUFACTURING_STARTED'),
  journeyTo('PACKAGING_COMPLETED'),
  journeyTo('DELIVERED'),
  journeyTo('ON_HOLD'),
];
const CREATION: Stroke = { name: { any: 'InitiateOrder' }, as: null, after: 60, ago: 0, key: null };

/** An order's life under random commands, from nothing or from the middle of the plain way. */
export const randomLife: fc.Arbitrary<Lived[]> = fc
  .tuple(fc.constantFrom(...STARTS), fc.array(stroke, { minLength: 1, maxLength: 30, size: 'max' }))
  .map(([start, strokes]) => live(start, start.state === null ? [CREATION, ...strokes] : strokes));
