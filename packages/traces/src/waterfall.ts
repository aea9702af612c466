import { attribute } from '@order-ledger/platform/semantic-conventions';
import type { Span } from './spans.ts';
import { type Node, treeOf } from './tree.ts';
import { sentBefore, waitBefore } from './waits.ts';

interface WaterfallOptions {
  /** Characters of a line. */
  readonly width: number;
  readonly colours: boolean;
  /** Requests that only read are shown too. */
  readonly reads: boolean;
}

const BAR = 24;
/** Of a span that is shorter than one of the bar's places. */
const INSTANT = '▏';

export const durationOf = (ms: number): string => {
  if (ms < 1) return `${ms.toFixed(2)} ms`;
  if (ms < 1_000) return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
  const seconds = ms / 1_000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.floor(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
};

const offsetOf = (ms: number): string => (ms < 0 ? `-${durationOf(-ms)}` : `+${durationOf(ms)}`);

/** What tells a span from others of its name. */
const SHOWN = [
  attribute.httpResponseStatusCode,
  attribute.outcome,
  attribute.eventType,
  attribute.messagingBatchMessageCount,
];

const detailsOf = ({ attributes }: Span): string =>
  SHOWN.flatMap((name) => (attributes[name] === undefined ? [] : [String(attributes[name])])).join(' ');

const failureOf = ({ error, attributes }: Span): string | undefined => {
  const type = attributes[attribute.errorType];
  if (error === undefined && type === undefined) return undefined;
  return [type, error].filter((part) => part !== undefined && part !== '').join(': ') || 'failed';
};

const bar = ({ start, end }: Span, from: number, until: number): string => {
  const scale = BAR / Math.max(until - from, 1);
  // Clocks of two machines differ: what followed may seem to have begun before.
  const at = Math.max(0, Math.min(BAR - 1, Math.floor((start - from) * scale)));
  const length = Math.min(BAR - at, Math.max(0, Math.round((end - start) * scale)));
  return `${' '.repeat(at)}${length === 0 ? INSTANT : '█'.repeat(length)}`.padEnd(BAR);
};

/** A request that changed nothing and failed at nothing: callers who wait ask many times a second. */
const isRead = ({ span, below }: Node): boolean =>
  ['GET', 'HEAD'].includes(String(span.attributes[attribute.httpRequestMethod])) &&
  below.length === 0 &&
  failureOf(span) === undefined;

const lastEnd = ({ span, below }: Node): number => Math.max(span.end, ...below.map(lastEnd));

/** Everything that began by itself with what followed, as a waterfall each; waits and failures in their places. */
export const waterfall = (spans: readonly Span[], { width, colours, reads }: WaterfallOptions): string[] => {
  const paint = (code: number) => (text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  const [red, yellow, dim, bold] = [paint(31), paint(33), paint(2), paint(1)] as const;
  const lines: string[] = [];
  const room = 12 + 10 + BAR + 3;
  const cut = (text: string): string => {
    const most = Math.max(40, width - room);
    return text.length > most ? `${text.slice(0, most - 1)}…` : text;
  };
  /** Nothing happens meanwhile, so the bar's place is free for the words. */
  const waited = (text: string): string => `${' '.repeat(room - BAR)}${text}`.slice(0, Math.max(80, width));
  const beside = (text: string): string => `${' '.repeat(room)}${text}`;
  const show = (node: Node, from: number, until: number, depth: number, above: Span | undefined): void => {
    const { span, below, linked } = node;
    const indent = '  '.repeat(depth);
    const wait = waitBefore(span, sentBefore(span, spans) ?? above);
    if (wait !== undefined) lines.push(yellow(waited(`${indent}· ${durationOf(wait.ms)} ${wait.until}`)));
    const failure = failureOf(span);
    const head = offsetOf(span.start - from).padStart(11);
    const text = cut(`${indent}${linked ? '⤷ ' : ''}${span.name}  ${span.service}  ${detailsOf(span)}`.trimEnd());
    const shownBar = bar(span, from, until);
    lines.push(
      `${head} ${durationOf(span.end - span.start).padStart(9)} ${dim('│')}${failure === undefined ? shownBar : red(shownBar)}${dim('│')} ${text}`,
    );
    for (const { name, at } of span.events) lines.push(beside(dim(`${indent}  ${offsetOf(at - from)} ${name}`)));
    if (failure !== undefined) lines.push(beside(red(`${indent}  ✗ ${failure}`)));
    for (const each of below) show(each, from, until, depth + 1, span);
  };
  let before: number | undefined;
  const nodes = treeOf(spans);
  const shown = reads ? nodes : nodes.filter((node) => !isRead(node));
  for (const node of shown) {
    const { span } = node;
    const until = lastEnd(node);
    if (before !== undefined && span.start > before) lines.push('', dim(`  ${durationOf(span.start - before)} later`));
    lines.push(bold(`${new Date(span.start).toISOString()}  ${span.name}  ${durationOf(until - span.start)} in all`));
    show(node, span.start, until, 0, undefined);
    before = Math.max(before ?? 0, until);
  }
  const hidden = nodes.length - shown.length;
  if (hidden > 0) lines.push('', dim(`  ${hidden} requests that only read: --reads shows them`));
  return lines;
};
