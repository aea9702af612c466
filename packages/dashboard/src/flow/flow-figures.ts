import type { Flow } from '../analysis/analysis-queries.ts';
import type { Board, StatusName } from '../api/shapes.ts';
import { STATUS_LOOK, STATUSES_IN_ORDER } from '../system/status-look.ts';

export interface FlowEdge {
  readonly from: StatusName;
  readonly to: StatusName;
  readonly count: number;
  /** Share of all that left `from`. */
  readonly rate: number;
  readonly medianMs: number | null;
}

export interface FlowNode {
  readonly status: StatusName;
  /** How many orders stand there now; null: not known yet. */
  readonly now: number | null;
  /** How many came there in this time. */
  readonly came: number;
  /** Mean time that those stood who went on from there; null: none did. */
  readonly meanMs: number | null;
  /** Past it an order is looked at. */
  readonly limitMs: number | null;
}

/** The ways of the graph, with what orders did on each; those that nobody took are there too. */
export const waysOf = ({ graph, edges }: Flow): readonly FlowEdge[] => {
  const taken = new Map(edges.map((edge) => [`${edge.from} ${edge.to}`, edge]));
  return graph
    .filter(({ kind }) => kind === 'way')
    .map(({ from, to }) => {
      const edge = taken.get(`${from} ${to}`);
      return { from, to, count: edge?.count ?? 0, rate: edge?.rate ?? 0, medianMs: edge?.median_dwell_ms ?? null };
    });
};

/** Mean over the edges that end a visit; holds and errors only interrupt it. */
const meanOf = (edges: Flow['edges'], status: StatusName): number | null => {
  const ending = edges.filter((edge) => edge.from === status && edge.median_dwell_ms !== null);
  const count = ending.reduce((sum, edge) => sum + edge.count, 0);
  return count === 0 ? null : ending.reduce((sum, edge) => sum + edge.count * (edge.mean_dwell_ms ?? 0), 0) / count;
};

const nodeOf = ({ edges }: Flow, board: Board | undefined, status: StatusName): FlowNode => {
  const entry = board?.statuses.find((one) => one.status === status);
  return {
    status,
    now: entry?.count ?? null,
    came: edges.filter(({ to }) => to === status).reduce((sum, { count }) => sum + count, 0),
    meanMs: meanOf(edges, status),
    limitMs: entry?.limit_s == null ? null : entry.limit_s * 1_000,
  };
};

/** The statuses of the ways, and those that an order is stopped in wherever it is. */
export const nodesOf = (
  flow: Flow,
  board: Board | undefined,
): { onWay: readonly FlowNode[]; stopped: readonly FlowNode[] } => {
  const onWay = new Set(flow.graph.filter(({ kind }) => kind === 'way').flatMap(({ from, to }) => [from, to]));
  const nodes = (statuses: readonly StatusName[]) => statuses.map((status) => nodeOf(flow, board, status));
  return {
    onWay: nodes(STATUSES_IN_ORDER.filter((status) => onWay.has(status))),
    stopped: nodes(STATUSES_IN_ORDER.filter((status) => !onWay.has(status))),
  };
};

/** The list of the board that shows the orders of a status. */
export const boardOf = (status: StatusName): { status: StatusName; ended?: 'alone' } =>
  STATUS_LOOK[status].group === null ? { status, ended: 'alone' } : { status };
