import { attribute } from '@order-ledger/platform/semantic-conventions';
import type { Span } from './spans.ts';

/** What was waited for before a span began, by its name: where the work goes from one process to another. */
const WAITS: readonly { readonly name: RegExp; readonly until: (span: Span, part: string) => string }[] = [
  { name: /^relay (.+)$/, until: (_, exchange) => `until the bridge published (${exchange})` },
  { name: /^process (.+)$/, until: ({ service }, queue) => `until ${service} took the message from ${queue}` },
  { name: /^price job$/, until: () => 'until a worker took the calculation' },
  { name: /^price (result|start-with-result)$/, until: () => 'until the order was told the result' },
  { name: /^price /, until: () => 'until the order was told' },
  { name: /^project batch$/, until: () => 'until the projector wrote it into the read model' },
  { name: /^stream events$/, until: () => 'until query-api streamed it' },
  { name: /^write first pages$/, until: () => 'until the projector wrote it into the first pages' },
  { name: /^react$/, until: () => 'until process-manager reacted' },
];

/** Shorter ones explain nothing, in milliseconds. */
const WORTH_NAMING_MS = 10;

/** From the end of `since` to the beginning of a span of another process, in words; undefined where there was none. */
export const waitBefore = (span: Span, since: Span | undefined): { ms: number; until: string } | undefined => {
  if (since === undefined) return undefined;
  const ms = span.start - since.end;
  if (ms < WORTH_NAMING_MS) return undefined;
  for (const { name, until } of WAITS) {
    const found = name.exec(span.name);
    if (found !== null) return { ms, until: until(span, found[1] ?? '') };
  }
  return { ms, until: `until ${span.service} went on` };
};

/** A message waits from when it was sent, if that is known, and not from when its event was stored. */
export const sentBefore = (span: Span, spans: readonly Span[]): Span | undefined => {
  const message = span.attributes[attribute.messagingMessageId];
  if (span.kind !== 'consumer' || message === undefined) return undefined;
  return spans.findLast(
    ({ kind, attributes, end }) =>
      kind === 'producer' && attributes[attribute.messagingMessageId] === message && end <= span.start,
  );
};
