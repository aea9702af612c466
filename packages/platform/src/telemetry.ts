import { isNativeError } from 'node:util/types';
import {
  type Attributes,
  context,
  DiagLogLevel,
  diag,
  isSpanContextValid,
  type Link,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
// This file of the package alone: the whole of it is 60 files, which each process and test would load.
import { parseTraceParent } from '@opentelemetry/core/build/src/trace/W3CTraceContextPropagator.js';
import { contextAttributes, spanContexts } from './context.ts';
import type { Log } from './log.ts';
import { scrub } from './mask.ts';
import { attribute } from './semantic-conventions.ts';

interface TelemetryOptions {
  readonly service: string;
  readonly version?: string;
  /** Base address of an OTLP/HTTP collector; without it spans get their ids but are recorded nowhere. */
  readonly endpoint?: string | undefined;
  readonly log?: Log;
}

export interface Telemetry {
  /** Resolves when the last spans are with the collector, or are given up after a few seconds. */
  readonly shutdown: () => Promise<void>;
}

/** Spans are ids alone, because nobody collects them. */
let uncollected = false;

/** Once per process, before the first span. */
export const startTelemetry = async ({ service, version, endpoint, log }: TelemetryOptions): Promise<Telemetry> => {
  if (log !== undefined) reportFaults(log);
  // Nothing is propagated behind our back: traceparents are read and written where a message or request is.
  context.setGlobalContextManager(spanContexts);
  uncollected = endpoint === undefined;
  const provider =
    endpoint === undefined
      ? undefined
      : (await import('./collected-spans.ts')).collectedSpans({ service, version, endpoint });
  if (provider !== undefined) trace.setGlobalTracerProvider(provider);
  return {
    shutdown: async () => {
      await provider?.shutdown().catch((error: unknown) => log?.warn('spans were lost', { error }));
      uncollected = false;
      trace.disable();
      context.disable();
      diag.disable();
    },
  };
};

/** An exporter that cannot reach its collector says so to `diag` alone; it must not be silent, nor fatal. */
const reportFaults = (log: Log): void => {
  const quiet = () => undefined;
  const report = (message: string) => log.warn('spans may be lost', { reason: message.slice(0, 500) });
  diag.setLogger({ error: report, warn: report, info: quiet, debug: quiet, verbose: quiet }, DiagLogLevel.WARN);
};

interface SpanOptions {
  readonly kind?: SpanKind;
  /** traceparent of the span that this one continues; the running span if absent, none if null. */
  readonly parent?: string | undefined | null;
  /** traceparents of spans that led here without being the parent; malformed ones are left out. */
  readonly links?: readonly (string | undefined)[];
}

/**
 * Runs `fn` in a span and ends it with `fn`'s promise. Context fields become attributes; what `fn` throws is recorded
 * and thrown on.
 */
export const inSpan = async <T>(
  name: string,
  attributes: Attributes,
  fn: (span: Span) => Promise<T> | T,
  { kind = SpanKind.INTERNAL, parent, links = [] }: SpanOptions = {},
): Promise<T> => {
  const span = startSpan(name, attributes, { kind, parent, links });
  return context.with(trace.setSpan(context.active(), span), async () => {
    try {
      return await fn(span);
    } catch (error) {
      recordFailure(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
};

/**
 * A span that the caller ends; for work whose end is an event and not a promise. What is dear to put together is only
 * asked for where somebody collects it.
 */
export const startSpan = (
  name: string,
  attributes: Attributes | (() => Attributes),
  { kind = SpanKind.INTERNAL, parent, links = [] }: SpanOptions = {},
): Span => {
  const given = typeof parent === 'string' ? spanContextOf(parent) : undefined;
  if (uncollected) return idsAlone(given ?? (parent === null ? undefined : trace.getActiveSpan()?.spanContext()));
  const around =
    given !== undefined
      ? trace.setSpanContext(context.active(), given)
      : parent === null
        ? trace.deleteSpan(context.active())
        : context.active();
  return trace.getTracer('order-ledger').startSpan(
    name,
    {
      kind,
      attributes: { ...contextAttributes(), ...(typeof attributes === 'function' ? attributes() : attributes) },
      links: links.flatMap(linkTo),
    },
    around,
  );
};

/** Two hexadecimal digits a byte, as in a UUID without its hyphens. */
const randomId = (bytes: number): string =>
  crypto
    .randomUUID()
    .replaceAll('-', '')
    .slice(-2 * bytes);

/** As a span that is not sampled: what it would tell is not even put together. */
const idsAlone = (parent: SpanContext | undefined): Span =>
  trace.wrapSpanContext({
    traceId: parent !== undefined && isSpanContextValid(parent) ? parent.traceId : randomId(16),
    spanId: randomId(8),
    traceFlags: TraceFlags.NONE,
  });

export const recordFailure = (span: Span, error: unknown): void => {
  if (!span.isRecording()) return;
  const type = isNativeError(error) ? error.name : typeof error;
  const message = scrub(isNativeError(error) ? error.message : String(error));
  span.setAttribute(attribute.errorType, type);
  span.setStatus({ code: SpanStatusCode.ERROR, message });
};

/** Runs `fn` with `span` as the running one. */
export const underSpan = <T>(span: Span, fn: () => T): T => {
  return context.with(trace.setSpan(context.active(), span), fn);
};

/** W3C traceparent of the running span, for event metadata and message headers; undefined where none runs. */
export const currentTraceparent = (): string | undefined => {
  const active = trace.getActiveSpan();
  return active === undefined ? undefined : traceparentOf(active);
};

export const traceparentOf = (span: Span): string | undefined => {
  const { traceId, spanId, traceFlags } = span.spanContext();
  if (!isSpanContextValid(span.spanContext())) return undefined;
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
};

/** The trace id within a traceparent; undefined if it is malformed. */
export const traceIdOf = (traceparent: string | undefined): string | undefined => {
  return spanContextOf(traceparent)?.traceId;
};

const spanContextOf = (traceparent: string | undefined) => {
  const parsed = traceparent === undefined ? null : parseTraceParent(traceparent);
  return parsed === null ? undefined : { ...parsed, isRemote: true };
};

const linkTo = (traceparent: string | undefined): Link[] => {
  const linked = spanContextOf(traceparent);
  return linked === undefined ? [] : [{ context: linked }];
};
