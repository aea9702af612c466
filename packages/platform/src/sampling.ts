import type { Link, SpanContext } from '@opentelemetry/api';

/** OpenTelemetry's own words, as OTEL_TRACES_SAMPLER has them. */
export const SAMPLERS = [
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
  'always_on',
  'always_off',
  'traceidratio',
] as const;

export interface SamplingOptions {
  readonly sampler: (typeof SAMPLERS)[number];
  /** Of traces that begin here, 0 to 1; for the samplers by ratio. */
  readonly ratio: number;
}

/** Whether a span is recorded: before it is made, so that one that is not costs its ids alone. */
export type Sampling = (parent: SpanContext | undefined, traceId: string, links: readonly Link[]) => boolean;
