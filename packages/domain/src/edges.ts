import type { CommandName } from './bodies.ts';
import { FACTS, type FactRule } from './facts.ts';
import { type Creation, leaves, RULES, type Rule, type Transition } from './graph.ts';
import type { Status } from './status.ts';

export interface Graph {
  rules: readonly Rule[];
  facts: readonly FactRule[];
}
export const GRAPH: Graph = { rules: RULES, facts: FACTS };

/** Of an order that is there. */
export type OrderEdge = Transition | FactRule;
export type Edge = Creation | OrderEdge;

/** What follows from a value that never changes: worked out once. */
const once = <From extends object, To>(work: (from: From) => To): ((from: From) => To) => {
  const known = new WeakMap<From, To>();
  return (from) => {
    const result = known.get(from) ?? work(from);
    known.set(from, result);
    return result;
  };
};

export const edgesOf = once(({ rules, facts }: Graph): readonly Edge[] => [...rules, ...facts]);

const byCommand = once((edges: readonly Edge[]): ReadonlyMap<CommandName, readonly Edge[]> => {
  const found = new Map<CommandName, Edge[]>();
  for (const edge of edges) found.set(edge.command, [...(found.get(edge.command) ?? []), edge]);
  return found;
});
/** All edges of a command, whatever status they leave. */
export const edgesFor = (edges: readonly Edge[], command: CommandName): readonly Edge[] =>
  byCommand(edges).get(command) ?? [];

/** The edges that this status has for a command: mostly one; two for ResumeOrder (of the last hold, or of another). */
export const edgesAt = (edges: readonly Edge[], command: CommandName, status: Status): OrderEdge[] =>
  edgesFor(edges, command).filter((edge): edge is OrderEdge => leaves(edge, status));

/** Whether the graph has a way for a command from a status, or (null) from where there is no order yet. */
export const hasEdge = (edges: readonly Edge[], command: CommandName, status: Status | null): boolean =>
  edgesFor(edges, command).some((edge) => leaves(edge, status));

/** How an order begins. */
export const creationIn = ({ rules }: Graph): Creation | undefined =>
  rules.find((rule): rule is Creation => leaves(rule, null));
