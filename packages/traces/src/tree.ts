import type { Span } from './spans.ts';

/** A span with what followed from it: its children, and the traces that are linked to it. */
export interface Node {
  readonly span: Span;
  /** By a link, from a trace of its own. */
  readonly linked: boolean;
  readonly below: readonly Node[];
}

const idOf = ({ traceId, spanId }: Span): string => `${traceId}-${spanId}`;

/**
 * Puts each span below its parent; one that has none here below the first that it is linked to. What is left stands at the
 * top: the beginnings, such as a caller's request.
 */
export const treeOf = (spans: readonly Span[]): Node[] => {
  const byId = new Map(spans.map((span) => [idOf(span), span]));
  const above = new Map<string, string>();
  const wouldCircle = (id: string, upper: string): boolean => {
    for (let each: string | undefined = upper; each !== undefined; each = above.get(each)) if (each === id) return true;
    return false;
  };
  for (const span of spans) {
    const parent = `${span.traceId}-${span.parentSpanId}`;
    if (byId.has(parent)) above.set(idOf(span), parent);
  }
  const byLink = new Set<string>();
  for (const span of spans) {
    const id = idOf(span);
    const target = above.has(id) ? undefined : span.links.find((link) => byId.has(link) && !wouldCircle(id, link));
    if (target === undefined) continue;
    above.set(id, target);
    byLink.add(id);
  }
  const below = new Map<string | undefined, Span[]>();
  for (const span of spans) {
    const upper = above.get(idOf(span));
    below.set(upper, [...(below.get(upper) ?? []), span]);
  }
  const nodeOf = (span: Span): Node => ({
    span,
    linked: byLink.has(idOf(span)),
    below: (below.get(idOf(span)) ?? []).map(nodeOf),
  });
  return (below.get(undefined) ?? []).map(nodeOf);
};
