import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOnSampler,
  BatchSpanProcessor,
  type IdGenerator,
  NodeTracerProvider,
} from '@opentelemetry/sdk-trace-node';
import { scrubbingExporter } from './scrubbing-exporter.ts';
import { attribute } from './semantic-conventions.ts';

interface CollectedSpansOptions {
  readonly service: string;
  readonly version: string | undefined;
  /** Base address of an OTLP/HTTP collector. */
  readonly endpoint: string;
  readonly idGenerator: IdGenerator;
}

/** Milliseconds for one export with its retries; what takes longer is given up. */
const EXPORT_TIMEOUT_MS = 5_000;
/** Soon enough for whoever looks at what he has just done. */
const EXPORT_EVERY_MS = 1_000;
/** Spans that wait for their export; those beyond are dropped, and the log says so. */
const MOST_WAITING = 16_384;

/** Spans that are sent to a collector. OpenTelemetry's SDK comes with it, 250 files that nobody else needs. */
export const collectedSpans = ({
  service,
  version,
  endpoint,
  idGenerator,
}: CollectedSpansOptions): NodeTracerProvider =>
  new NodeTracerProvider({
    resource: resourceFromAttributes({
      [attribute.serviceName]: service,
      [attribute.serviceInstanceId]: crypto.randomUUID(),
      ...(version === undefined ? {} : { [attribute.serviceVersion]: version }),
    }),
    // What is not sampled never comes here.
    sampler: new AlwaysOnSampler(),
    idGenerator,
    spanProcessors: [
      new BatchSpanProcessor(
        scrubbingExporter(
          new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces`, timeoutMillis: EXPORT_TIMEOUT_MS }),
        ),
        { scheduledDelayMillis: EXPORT_EVERY_MS, maxQueueSize: MOST_WAITING },
      ),
    ],
  });
