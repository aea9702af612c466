import { attribute } from '@order-ledger/platform/semantic-conventions';
import { linesOfSegment, segmentsOf } from './segments.ts';
import { linksTo, type Span, spanIn, traceIn } from './spans.ts';

/** Whose spans are looked for. */
export type Sought =
  | { readonly orderId: string }
  | { readonly correlationId: string }
  /** As it stands in lines of the log. */
  | { readonly traceId: string };

const orderOf = (span: Span): unknown => span.attributes[attribute.orderId];

const idSought = (sought: Sought): string =>
  'orderId' in sought ? sought.orderId : 'correlationId' in sought ? sought.correlationId : sought.traceId;

const isSought = (sought: Sought): ((span: Span) => boolean) => {
  if ('orderId' in sought) return (span) => orderOf(span) === sought.orderId;
  if ('traceId' in sought) return ({ traceId }) => traceId === sought.traceId;
  return ({ attributes }) => attributes[attribute.correlationId] === sought.correlationId;
};

/** From link to link: an order's own traces, the batches that took its events, and what was told after a batch. */
const ROUNDS = 3;

/**
 * Every span of an order, a correlation id or a trace that the folder holds, the earliest first: those that name it, the rest
 * of their traces, and what is linked to any of them, such as the batches of bridge and projector. What a shared trace
 * holds of other orders is left out.
 */
export const spansOf = async (folder: string, sought: Sought): Promise<Span[]> => {
  const names = segmentsOf(folder);
  const id = idSought(sought);
  const named = collect(folder, names, (line) => line.includes(id)).filter(isSought(sought));
  const found = new Map<string, Span>();
  const known = new Set<string>();
  let reached = new Set(named.map(({ traceId }) => traceId));
  for (let round = 0; round < ROUNDS && reached.size > 0; round += 1) {
    const traces = reached;
    for (const trace of traces) known.add(trace);
    const spans = collect(folder, names, (line) => traces.has(traceIn(line)) || linksTo(line, traces));
    for (const span of spans) found.set(idOf(span), span);
    reached = new Set(spans.map(({ traceId }) => traceId).filter((traceId) => !known.has(traceId)));
  }
  return belonging([...found.values()], named);
};

const collect = (folder: string, names: readonly string[], wanted: (line: string) => boolean): Span[] =>
  names.flatMap((name) =>
    linesOfSegment(folder, name).flatMap((line) => {
      const span = line !== '' && wanted(line) ? spanIn(line) : undefined;
      return span === undefined ? [] : [span];
    }),
  );

const idOf = ({ traceId, spanId }: Span): string => `${traceId}-${spanId}`;
const parentOf = ({ traceId, parentSpanId }: Span): string | undefined =>
  parentSpanId === undefined ? undefined : `${traceId}-${parentSpanId}`;

/** Of the spans of these traces those that are the order's own, lead there, follow from it, or are shared by all. */
const belonging = (found: readonly Span[], named: readonly Span[]): Span[] => {
  const byId = new Map(found.map((span) => [idOf(span), span]));
  const own = new Set(named.map(idOf));
  const orders = new Set(named.map(orderOf));
  const kept = new Map<string, Span>();
  const keepWithAncestors = (span: Span): void => {
    for (let each: Span | undefined = span; each !== undefined && !kept.has(idOf(each)); ) {
      kept.set(idOf(each), each);
      const parent = parentOf(each);
      each = parent === undefined ? undefined : byId.get(parent);
    }
  };
  const ofAnother = (span: Span): boolean => {
    for (let each: Span | undefined = span; each !== undefined; ) {
      if (own.has(idOf(each))) return false;
      const order = orderOf(each);
      if (order !== undefined && !orders.has(order)) return true;
      const parent = parentOf(each);
      each = parent === undefined ? undefined : byId.get(parent);
    }
    return false;
  };
  for (const span of found) if (own.has(idOf(span))) keepWithAncestors(span);
  const traces = new Set(named.map(({ traceId }) => traceId));
  for (let before = -1; before !== traces.size; ) {
    before = traces.size;
    for (const span of found) if (traces.has(span.traceId) && !ofAnother(span)) kept.set(idOf(span), span);
    for (const span of found)
      if (span.links.some((link) => kept.has(link)) && !ofAnother(span)) traces.add(span.traceId);
  }
  return [...kept.values()].sort((a, b) => a.start - b.start || a.end - b.end);
};
