import { Graph, layout } from '@dagrejs/dagre';
import type { StatusName } from '../api/shapes.ts';

export const NODE = { width: 178, height: 50 } as const;
const LABEL = { width: 92, height: 18 } as const;

interface Pair {
  readonly from: StatusName;
  readonly to: StatusName;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  /** The upper left corner of each status. */
  readonly nodes: ReadonlyMap<StatusName, Point>;
  /** The bends of each way, and the middle of its label. */
  readonly ways: readonly (Pair & { readonly points: readonly Point[]; readonly label: Point })[];
}

/**
 * Where the statuses stand, from above to below. It depends on the graph alone, and not on how many orders go where: who
 * knows the picture finds his place in it again.
 */
export const layoutOf = (pairs: readonly Pair[]): FlowLayout => {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 22, edgesep: 14, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { from, to } of pairs) {
    graph.setNode(from, { ...NODE });
    graph.setNode(to, { ...NODE });
  }
  for (const { from, to } of pairs) graph.setEdge(from, to, { ...LABEL, labelpos: 'c' });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const nodes = new Map(
    graph.nodes().map((status): [StatusName, Point] => {
      const { x, y } = graph.node(status) as Point;
      return [status as StatusName, { x: x - NODE.width / 2, y: y - NODE.height / 2 }];
    }),
  );
  const ways = pairs.map(({ from, to }) => {
    const { points, x, y } = graph.edge(from, to) as { points: Point[] } & Point;
    return { from, to, points, label: { x, y } };
  });
  return { width, height, nodes, ways };
};

/** A smooth line through the bends. */
export const pathOf = (points: readonly Point[]): string => {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const parts = rest.map((point, index) => {
    const next = rest[index + 1];
    if (next === undefined) return `L ${point.x} ${point.y}`;
    const middle = { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q ${point.x} ${point.y} ${middle.x} ${middle.y}`;
  });
  return [`M ${first.x} ${first.y}`, ...parts].join(' ');
};
