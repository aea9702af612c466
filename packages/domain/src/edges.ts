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

export const edgesOf = ({ rules, facts }: Graph): readonly Edge[] => [...rules, ...facts];

/** The edges that this status has for a command: mostly one; two for ResumeOrder (of the last hold, or of another). */
export const edgesAt = (edges: readonly Edge[], command: CommandName, status: Status): OrderEdge[] =>
  edges.filter((edge): edge is OrderEdge => edge.command === command && leaves(edge, status));

/** Whether the graph has a way for a command from a status, or (null) from where there is no order yet. */
export const hasEdge = (edges: readonly Edge[], command: CommandName, status: Status | null): boolean =>
  edges.some((edge) => edge.command === command && leaves(edge, status));

/** How an order begins. */
export const creationIn = ({ rules }: Graph): Creation | undefined =>
  rules.find((rule): rule is Creation => leaves(rule, null));
