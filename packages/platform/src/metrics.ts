import { TraceFlags, trace } from '@opentelemetry/api';
import * as prometheus from 'prom-client';

/**
 * A metric as data. Names in base units: counters end in `_total`, times in `_seconds`, sizes in `_bytes`. Labels are
 * bounded sets of our own words, so ids are refused.
 */
type MetricDefinition = {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
} & (
  | {
      readonly type: 'counter';
      /** Series that stand at 0 from the start: who sees one for the first time at 1 does not see it grow. */
      readonly from0?: readonly Readonly<Record<string, string>>[];
    }
  | { readonly type: 'gauge' }
  /** `buckets`: upper bounds in the metric's unit. */
  | { readonly type: 'histogram'; readonly buckets: readonly number[] }
);

type LabelsOf<D extends MetricDefinition> = D['labels'] extends readonly (infer Label extends string)[]
  ? Readonly<Record<Label, string>>
  : Readonly<Record<never, string>>;

export type Counter<Labels> = { readonly inc: (labels: Labels, amount?: number) => void };
export interface Gauge<Labels> {
  readonly set: (labels: Labels, value: number) => void;
  /** Forgets the series of these labels. */
  readonly remove: (labels: Labels) => void;
  /**
   * Calls `read` at each scrape instead of having the value set, until the function that is returned is called. Several
   * may be given, for different labels.
   */
  readonly onCollect: (read: () => void) => () => void;
}
export interface Histogram<Labels> {
  /** Carries the running span's trace id as exemplar where the span is sampled. */
  readonly observe: (labels: Labels, value: number) => void;
}

type MetricOf<D extends MetricDefinition> = D['type'] extends 'counter'
  ? Counter<LabelsOf<D>>
  : D['type'] extends 'gauge'
    ? Gauge<LabelsOf<D>>
    : Histogram<LabelsOf<D>>;

/** Buckets in seconds for what a caller waits for. */
export const latencyBuckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10] as const;

export type MetricRegistry = prometheus.Registry<prometheus.OpenMetricsContentType>;

export const createRegistry = (): MetricRegistry => {
  const made = new prometheus.Registry<prometheus.OpenMetricsContentType>();
  made.setContentType(prometheus.Registry.OPENMETRICS_CONTENT_TYPE);
  return made;
};

/** Of the format that a registry of ours renders, which alone has exemplars, and of the one for people and older scrapers. */
export const OPEN_METRICS = prometheus.Registry.OPENMETRICS_CONTENT_TYPE;
export const METRICS_TEXT = prometheus.Registry.PROMETHEUS_CONTENT_TYPE;

/** In text there are no exemplars, a counter's family has the name of its samples, and there is no end. */
export const asMetricsText = (openMetrics: string): string =>
  openMetrics
    .replace(/ # \{[^}]*\} \S+ \S+$/gm, '')
    .replace(/^# HELP (\S+) (.*)\n# TYPE \1 counter$/gm, '# HELP $1_total $2\n# TYPE $1_total counter')
    .replace(/^# EOF\n/m, '');

/** The process's registry, which `/metrics` shows. */
export const registry = createRegistry();

const unbounded = /(^|_)id$|email|phone|address|correlation|trace/;

/** Makes and registers the metrics of a table; throws on a bad name, an unbounded label or a name taken. */
export const defineMetrics = <const Table extends Readonly<Record<string, MetricDefinition>>>(
  table: Table,
  into: MetricRegistry = registry,
): { readonly [Key in keyof Table]: MetricOf<Table[Key]> } => {
  const made = Object.entries(table).map(([key, definition]) => [key, define(definition, into)]);
  return Object.fromEntries(made);
};

const define = (definition: MetricDefinition, into: MetricRegistry): object => {
  const { name, help, labels = [] } = definition;
  if (definition.type === 'counter' && !name.endsWith('_total')) throw new Error(`counter ${name} must end in _total`);
  const refused = labels.filter((label) => unbounded.test(label));
  if (refused.length > 0) throw new Error(`metric ${name} has labels without bound: ${refused.join(', ')}`);
  const common = { name, help, labelNames: labels, registers: [into] };
  switch (definition.type) {
    case 'counter': {
      const counter = new prometheus.Counter<string>(common);
      for (const series of definition.from0 ?? []) counter.inc(series, 0);
      return { inc: (values: Record<string, string>, amount = 1) => counter.inc(values, amount) };
    }
    case 'gauge': {
      const reads = new Set<() => void>();
      const gauge = new prometheus.Gauge<string>({ ...common, collect: () => reads.forEach((read) => void read()) });
      return {
        set: (values: Record<string, string>, value: number) => gauge.set(values, value),
        remove: (values: Record<string, string>) => gauge.remove(values),
        onCollect: (read: () => void) => {
          reads.add(read);
          return () => reads.delete(read);
        },
      };
    }
    case 'histogram': {
      const histogram = new prometheus.Histogram<string>({
        ...common,
        buckets: [...definition.buckets],
        enableExemplars: true,
      });
      return {
        observe: (values: Record<string, string>, value: number) =>
          histogram.observe({ labels: values, value, exemplarLabels: exemplar() }),
      };
    }
  }
};

const exemplar = (): Record<string, string> => {
  const span = trace.getActiveSpan()?.spanContext();
  return span !== undefined && (span.traceFlags & TraceFlags.SAMPLED) !== 0 ? { trace_id: span.traceId } : {};
};

/**
 * Milliseconds between two looks at the event loop; what it was held is told in these steps. Every 10 ms, as prom-client
 * has it, is most of what a process at rest wakes for: its loop turned 184 times a second, and 37 with this (strace -c).
 */
const EVENT_LOOP_LOOK_MS = 100;

/** Memory, CPU, garbage collection and event loop lag of the process. */
export const collectProcessMetrics = (service: string, into: MetricRegistry = registry): void => {
  prometheus.collectDefaultMetrics({ register: into, eventLoopMonitoringPrecision: EVENT_LOOP_LOOK_MS });
  into.setDefaultLabels({ service });
};
