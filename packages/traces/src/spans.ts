import type { OtlpSpan } from '@order-ledger/platform/otlp-spans';

/** A span as it is kept: a line of JSON each. */
export interface Span extends Omit<OtlpSpan, 'links' | 'parentSpanId' | 'instance' | 'statusCode' | 'statusMessage'> {
  readonly parentSpanId?: string;
  readonly instance?: string;
  /** Each as `<trace id>-<span id>`. */
  readonly links: readonly string[];
  /** What it failed with; absent where it did not fail. */
  readonly error?: string;
}

/** OTLP's number of a failed span. */
const FAILED = 2;

export const spanOf = ({ statusCode, statusMessage, parentSpanId, instance, links, ...span }: OtlpSpan): Span => ({
  ...span,
  ...(parentSpanId === undefined ? {} : { parentSpanId }),
  ...(instance === undefined ? {} : { instance }),
  links: links.map(({ traceId, spanId }) => `${traceId}-${spanId}`),
  ...(statusCode === FAILED ? { error: statusMessage ?? '' } : {}),
});

const TRACE_FIRST = '{"traceId":"';
const LINKS = '"links":["';
const ID_LENGTH = 32;

/** The ids that a reader looks for stand at fixed places, so that a line need not be parsed to be passed over. */
export const lineOf = ({ traceId, spanId, links, ...span }: Span): string =>
  JSON.stringify({ traceId, spanId, links, ...span });

/** Undefined: the line was torn, or was never one of ours. */
export const spanIn = (line: string): Span | undefined => {
  try {
    const span = JSON.parse(line);
    return typeof span?.traceId === 'string' && Array.isArray(span.links) ? span : undefined;
  } catch {
    return undefined;
  }
};

export const traceIn = (line: string): string => line.slice(TRACE_FIRST.length, TRACE_FIRST.length + ID_LENGTH);

/** Whether one of its links leads to one of these traces. */
export const linksTo = (line: string, traces: ReadonlySet<string>): boolean => {
  let at = line.indexOf(LINKS);
  if (at < 0) return false;
  for (at += LINKS.length; ; at = line.indexOf('"', line.indexOf('"', at) + 1) + 1) {
    if (traces.has(line.slice(at, at + ID_LENGTH))) return true;
    if (line[line.indexOf('"', at) + 1] !== ',') return false;
  }
};
