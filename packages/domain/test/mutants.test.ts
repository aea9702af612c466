import { describe, expect, it } from '@jest/globals';
import { GRAPH, type Graph } from '@order-ledger/domain/decide';
import type { FactRule } from '@order-ledger/domain/facts';
import type { Grant, Rule } from '@order-ledger/domain/graph';
import { type Case, outcomeOf } from '@order-ledger/testing/orders/specification';
import { GRANTS } from './grant-cases.ts';
import { GUARD_CASES } from './guard-cases.ts';
import { MATRIX_CASES } from './matrix-cases.ts';

type Edge = Rule | FactRule;
interface Mutant {
  title: string;
  command: string;
  graph: Graph;
}

const without = <Item>(items: readonly Item[], index: number): Item[] => items.filter((_, at) => at !== index);
const nameOf = (edge: Edge): string => ('id' in edge ? edge.id : `${edge.command} as ${edge.event}`);

/** Everything that can be taken out of one edge: one status it leaves from, one guard, one grant or its limit. */
const lesser = <E extends Edge>(edge: E): { what: string; edge: E }[] => {
  const grants: readonly Grant[] = typeof edge.by === 'string' ? [] : edge.by;
  return [
    ...edge.from.map((from, at) => ({
      what: `no way from ${from}`,
      edge: { ...edge, from: without<unknown>(edge.from, at) } as E,
    })),
    ...edge.guards.map((guard, at) => ({
      what: `no guard ${guard}`,
      edge: { ...edge, guards: without(edge.guards, at) },
    })),
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
