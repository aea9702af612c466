import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { decide, whyNot } from '@order-ledger/domain/decide';
import { type Edge, GRAPH, type Graph } from '@order-ledger/domain/edges';
import { type Grant, leaves, type Rule } from '@order-ledger/domain/graph';
import { type Guard, guardName, no } from '@order-ledger/domain/guards/guard';
import { type Case, outcomeOf } from '@order-ledger/testing/orders/specification';
import { GRANTS } from './grant-cases.ts';
import { GUARD_CASES } from './guard-cases.ts';
import { MATRIX_CASES } from './matrix-cases.ts';

interface Mutant {
  title: string;
  command: string;
  graph: Graph;
}

const without = <Item>(items: readonly Item[], index: number): Item[] => items.filter((_, at) => at !== index);
const nameOf = (edge: Edge): string => ('id' in edge ? edge.id : `${edge.command} as ${edge.event}`);

/** It looks at nothing, so it can stand on every edge. */
const refusing = (): ReturnType<Guard> => no('quantity', 'nobody passes here');

/**
 * Everything that can be taken out of one edge: one status it leaves from, one guard, one grant or its limit; and a guard
 * too many, which is seen only where the edge's guards are asked.
 */
const lesser = <E extends Edge>(edge: E): { what: string; edge: E }[] => {
  const grants: readonly Grant[] = typeof edge.by === 'string' ? [] : edge.by;
  return [
    ...edge.from.map((from, at) => ({
      what: `no way from ${from}`,
      edge: { ...edge, from: without<unknown>(edge.from, at) } as E,
    })),
    ...edge.guards.map((guard, at) => ({
      what: `no guard ${guardName(guard)}`,
      edge: { ...edge, guards: without<unknown>(edge.guards, at) } as E,
    })),
    { what: 'a guard that lets nobody through', edge: { ...edge, guards: [...edge.guards, refusing] } },
    ...grants.map((grant, at) => ({ what: `no grant to ${grant.to}`, edge: { ...edge, by: without(grants, at) } })),
    ...grants.flatMap(({ from, reasons, ...grant }, at) =>
      [
        ...(from === undefined ? [] : [{ ...grant, ...(reasons && { reasons }) }]),
        ...(reasons === undefined ? [] : [{ ...grant, ...(from && { from }) }]),
      ].map((wider) => ({
        what: `a wider grant to ${grant.to}`,
        edge: { ...edge, by: grants.with(at, wider) },
      })),
    ),
    ...(typeof edge.by === 'string' ? [{ what: `nobody instead of ${edge.by}`, edge: { ...edge, by: [] } }] : []),
    ...('peopleOnly' in edge ? [{ what: 'services too', edge: { ...edge, peopleOnly: false } }] : []),
  ];
};

const mutantsOf = <E extends Edge>(edges: readonly E[], graphWith: (edges: readonly E[]) => Graph): Mutant[] =>
  edges.flatMap((edge, at) =>
    lesser(edge).map(({ what, edge: changed }) => ({
      title: `${nameOf(edge)}: ${what}`,
      command: edge.command,
      graph: graphWith(edges.with(at, changed)),
    })),
  );

const MUTANTS: readonly Mutant[] = [
  ...mutantsOf(GRAPH.rules, (rules) => ({ ...GRAPH, rules })),
  ...mutantsOf(GRAPH.facts, (facts) => ({ ...GRAPH, facts })),
];
const CASES: readonly Case[] = [...MATRIX_CASES, ...GUARD_CASES, ...GRANTS.flatMap(({ cases }) => cases)];

/** A mutant may let a command reach what its guard protects, which then throws: that is seen too. */
const sees = (one: Case, graph: Graph): boolean => {
  try {
    return outcomeOf(one, graph) !== one.expected;
  } catch {
    return true;
  }
};

describe('mutants of the graph', () => {
  it('holds all cases with the graph itself', () => {
    expect(CASES.filter((one) => outcomeOf(one) !== one.expected).map((one) => one.title)).toEqual([]);
  });

  it.each(MUTANTS)('$title is seen by a case [A18, A19, N3]', ({ command, graph }) => {
    const seen = CASES.some((one) => one.command.command === command && sees(one, graph));
    expect(seen).toBe(true);
  });

  it.each([
    ['ConfirmDelivery', 'OrderShipped + OrderDelivered', ['T20', 'T22']],
    ['StartPriceCalculation', 'PriceCalculationStarted + PriceCalculated', ['T04', 'T05']],
    ['StartPriceCalculation', 'PriceCalculationStarted + OrderRejected', ['T04', 'T06']],
  ])('%s that becomes %s asks the guards of both edges [A18]', (command, expected, ids) => {
    const first = GRAPH.rules.find(({ id }) => id === ids[0]) as Rule;
    const cases = CASES.filter(
      ({ order, ...one }) =>
        one.command.command === command && one.expected === expected && leaves(first, order.state?.status ?? null),
    );
    expect(cases).not.toEqual([]);
    for (const id of ids) {
      const rules = GRAPH.rules.map((rule) =>
        rule.id === id ? ({ ...rule, guards: [...rule.guards, refusing] } as Rule) : rule,
      );
      expect(cases.map((one) => [id, outcomeOf(one, { ...GRAPH, rules })])).toEqual(cases.map(() => [id, 'quantity']));
    }
  });

  it('refuse by the paper what the delivery alone would take: a former carrier has no say in either', () => {
    const rules = GRAPH.rules.map((rule) => (rule.id === 'T22' ? { ...rule, guards: [] } : rule));
    const former = CASES.filter(
      ({ command, order, expected }) =>
        command.command === 'ConfirmDelivery' &&
        order.state?.status === 'WAITING_SHIPMENT_CONFIRMATION' &&
        expected === 'other-shipment-request',
    );
    expect(former).not.toEqual([]);
    expect(former.map((one) => outcomeOf(one, { ...GRAPH, rules }))).toEqual(former.map(({ expected }) => expected));
  });

  it('are made of every edge, guard and grant', () => {
    const edges = [...GRAPH.rules, ...GRAPH.facts];
    const parts = edges.flatMap((edge) => [
      ...edge.from,
      ...edge.guards,
      ...(typeof edge.by === 'string' ? [edge.by] : edge.by),
    ]);
    expect(MUTANTS.length).toBeGreaterThanOrEqual(parts.length);
  });
});

describe('whether a command can be taken now', () => {
  const refusalOf = ({ order, command }: Case, graph: Graph) => {
    const decision = decide(order.state, command, graph);
    return decision.outcome === 'refused' ? decision.refusal : null;
  };
  /** Undefined: the mutant let the command reach what its guard protects. */
  const tried = <Result>(ask: () => Result): Result | undefined => {
    try {
      return ask();
    } catch {
      return undefined;
    }
  };

  it('is what deciding says, with all its reasons, in every case', () => {
    for (const one of CASES)
      expect([one.title, whyNot(one.order.state, one.command)]).toEqual([one.title, refusalOf(one, GRAPH)]);
  });

  it('follows every mutant of the graph', () => {
    const differing = MUTANTS.flatMap(({ title, command, graph }) =>
      CASES.filter((one) => {
        if (one.command.command !== command) return false;
        const decided = tried(() => refusalOf(one, graph));
        return decided !== undefined && !isDeepStrictEqual(decided, whyNot(one.order.state, one.command, graph));
      }).map((one) => `${title}: ${one.title}`),
    );
    expect(differing).toEqual([]);
  });

  it('is asked without a body where nobody knows it yet: of the status and the grant alone', () => {
    for (const { title, order, command } of MATRIX_CASES) {
      const wish = { command: command.command, actor: command.actor, body: null };
      const known = whyNot(order.state, command);
      const unknown = whyNot(order.state, wish);
      const guarded = known?.kind === 'invalid' || (known?.kind === 'guard' && known.status !== null);
      expect([title, unknown?.kind]).toEqual([title, guarded ? undefined : known?.kind]);
    }
  });
});
