import { type SpanContext, TraceFlags } from '@opentelemetry/api';
import { TraceIdRatioBasedSampler } from '@opentelemetry/sdk-trace-node';
import type { Sampling, SamplingOptions } from './sampling.ts';

const isSampled = ({ traceFlags }: SpanContext): boolean => (traceFlags & TraceFlags.SAMPLED) !== 0;

/**
 * By the parent where there is one, by the ratio of trace ids where there is none, as every OpenTelemetry program does. A
 * batch has no parent: it is recorded where an event of it is, so that what is sampled is sampled to its end.
 */
export const createSampling = (
  { sampler, ratio }: SamplingOptions = { sampler: 'parentbased_always_on', ratio: 1 },
): Sampling => {
  const byRatio = new TraceIdRatioBasedSampler(ratio);
  const RECORDED = 2;
  const alone = (traceId: string): boolean => {
    if (sampler.endsWith('always_on')) return true;
    if (sampler.endsWith('always_off')) return false;
    return byRatio.shouldSample(undefined as never, traceId).decision === RECORDED;
  };
  if (!sampler.startsWith('parentbased_')) return (_parent, traceId) => alone(traceId);
  return (parent, traceId, links) =>
    parent === undefined ? links.some(({ context }) => isSampled(context)) || alone(traceId) : isSampled(parent);
};
