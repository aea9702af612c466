import { isNativeError } from 'node:util/types';
import {
  type Attributes,
  context,
  DiagLogLevel,
  diag,
  isSpanContextValid,
  type Link,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
// This file of the package alone: the whole of it is 60 files, which each process and test would load.
import { parseTraceParent } from '@opentelemetry/core/build/src/trace/W3CTraceContextPropagator.js';
import { clock } from './clock.ts';
import { contextAttributes, spanContexts } from './context.ts';
import type { Log } from './log.ts';
import { scrub } from './mask.ts';
import type { Sampling, SamplingOptions } from './sampling.ts';
import { attribute } from './semantic-conventions.ts';

interface TelemetryOptions {
  readonly service: string;
  readonly version?: string;
  /** Base address of an OTLP/HTTP collector; without it spans get their ids but are recorded nowhere. */
  readonly endpoint?: string | undefined;
  /** All if absent. */
  readonly sampling?: SamplingOptions;
  readonly log?: Log;
}

export interface Telemetry {
  /** Resolves when the last spans are with the collector, or are given up after a few seconds. */
  readonly shutdown: () => Promise<void>;
}

/** Undefined: spans are ids alone, because nobody collects them. */
let isSampled: Sampling | undefined;

/** Once per process, before the first span. */
export const startTelemetry = async (options: TelemetryOptions): Promise<Telemetry> => {
  const { endpoint, log } = options;
  if (log !== undefined) reportFaults(log);
  // Nothing is propagated behind our back: traceparents are read and written where a message or request is.
  context.setGlobalContextManager(spanContexts);
  const provider = endpoint === undefined ? undefined : await collecting(endpoint, options);
  if (provider !== undefined) trace.setGlobalTracerProvider(provider);
  return {
    shutdown: async () => {
      await provider?.shutdown().catch((error: unknown) => log?.warn('spans were lost', { error }));
      isSampled = undefined;
      trace.disable();
      context.disable();
      diag.disable();
    },
  };
};

const collecting = async (endpoint: string, { service, version, sampling }: TelemetryOptions) => {
  const { collectedSpans } = await import('./collected-spans.ts');
  const { createSampling } = await import('./sampled-traces.ts');
  isSampled = createSampling(sampling);
  const idGenerator = { generateTraceId: () => chosenTrace ?? randomId(16), generateSpanId: () => randomId(8) };
  return collectedSpans({ service, version, endpoint, idGenerator });
};

/** Between two lines about a collector that is away: each export, every second, would be one. */
const FAULTS_EVERY_MS = 60_000;

/** An exporter that cannot reach its collector says so to `diag` alone; it must not be silent, nor fatal. */
const reportFaults = (log: Log): void => {
  const quiet = () => undefined;
  let toldAt = Number.NEGATIVE_INFINITY;
  let count = 0;
  const report = (message: string): void => {
    count += 1;
    if (performance.now() - toldAt < FAULTS_EVERY_MS) return;
    log.warn('spans may be lost', { reason: message.slice(0, 500), count });
    toldAt = performance.now();
    count = 0;
  };
  diag.setLogger({ error: report, warn: report, info: quiet, debug: quiet, verbose: quiet }, DiagLogLevel.WARN);
};

interface SpanOptions {
  readonly kind?: SpanKind;
  /** traceparent of the span that this one continues; the running span if absent, none if null. */
  readonly parent?: string | undefined | null;
  /** traceparents of spans that led here without being the parent; malformed ones are left out. */
  readonly links?: readonly (string | undefined)[];
  /** An id for logs, and nothing that anybody looks at: probes. */
  readonly unrecorded?: boolean;
}

/** A trace is continued for so long after its event; an older one is linked to, or it would never end. */
const CONTINUED_FOR_MS = 5 * 60_000;

/**
 * For a span of what follows from an event, by its traceparent and when it was recorded: it stands in the event's trace,
 * and is linked to whatever runs here, such as a calculation for several orders.
 */
export const following = (traceparent: string | undefined, at: string): Pick<SpanOptions, 'parent' | 'links'> => {
  const running = currentTraceparent();
  if (running !== undefined && traceIdOf(running) === traceIdOf(traceparent)) return {};
  return traceparent !== undefined && clock.now() - Date.parse(at) < CONTINUED_FOR_MS
    ? { parent: traceparent, links: [running] }
    : { parent: null, links: [traceparent, running] };
};

/** Adds to the running span that it follows from another one too, of which it was not known at its start. */
export const linkRunningSpan = (traceparent: string | undefined): void => {
  const span = trace.getActiveSpan();
  const linked = spanContextOf(traceparent);
  if (span?.isRecording() && linked !== undefined) span.addLink({ context: linked });
};

/** A call of ours to a server. */
export const CALL: Pick<SpanOptions, 'kind'> = { kind: SpanKind.CLIENT };

/** Whether spans are worth what it costs to find out what they follow from. */
export const collectsSpans = (): boolean => isSampled !== undefined;

/**
 * Runs `fn` in a span and ends it with `fn`'s promise. Context fields become attributes; what `fn` throws is recorded
 * and thrown on.
 */
export const inSpan = async <T>(
  name: string,
  attributes: Attributes,
  fn: (span: Span) => Promise<T> | T,
  options: SpanOptions = {},
): Promise<T> => {
  const span = startSpan(name, attributes, options);
  // Nobody asks it what came of the work.
  if (!span.isRecording()) return underSpan(span, () => fn(span));
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
  { kind = SpanKind.INTERNAL, parent, links = [], unrecorded = false }: SpanOptions = {},
): Span => {
  const given = typeof parent === 'string' ? spanContextOf(parent) : undefined;
  const above = given ?? (parent === null ? undefined : trace.getActiveSpan()?.spanContext());
  const continued = above !== undefined && isSpanContextValid(above) ? above : undefined;
  if (isSampled === undefined || unrecorded) return idsAlone(continued?.traceId);
  const linked = links.flatMap(linkTo);
  const traceId = continued?.traceId ?? randomId(16);
  if (!isSampled(continued, traceId, linked)) return idsAlone(traceId);
  const around =
    continued === undefined ? trace.deleteSpan(context.active()) : trace.setSpanContext(context.active(), continued);
  chosenTrace = traceId;
  try {
    return trace.getTracer('order-ledger').startSpan(
      name,
      {
        kind,
        attributes: { ...contextAttributes(), ...(typeof attributes === 'function' ? attributes() : attributes) },
        links: linked,
      },
      around,
    );
  } finally {
    chosenTrace = undefined;
  }
};

/** Two hexadecimal digits a byte, as in a UUID without its hyphens. */
const randomId = (bytes: number): string =>
  crypto
    .randomUUID()
    .replaceAll('-', '')
    .slice(-2 * bytes);

/** Of the span that is being made: whether a trace is sampled is decided by its id, before there is a span. */
let chosenTrace: string | undefined;

/** As a span that is not sampled: what it would tell is not even put together. */
const idsAlone = (traceId: string = randomId(16)): Span =>
  trace.wrapSpanContext({ traceId, spanId: randomId(8), traceFlags: TraceFlags.NONE });

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
