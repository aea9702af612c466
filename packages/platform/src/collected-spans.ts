import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { scrubbingExporter } from './scrubbing-exporter.ts';
import { attribute } from './semantic-conventions.ts';

interface CollectedSpansOptions {
  readonly service: string;
  readonly version: string | undefined;
  /** Base address of an OTLP/HTTP collector. */
  readonly endpoint: string;
}

/** Milliseconds for one export with its retries; what takes longer is given up. */
const EXPORT_TIMEOUT_MS = 5_000;

/** Spans that are sent to a collector. OpenTelemetry's SDK comes with it, 250 files that nobody else needs. */
export const collectedSpans = ({ service, version, endpoint }: CollectedSpansOptions): NodeTracerProvider =>
  new NodeTracerProvider({
    resource: resourceFromAttributes({
      [attribute.serviceName]: service,
      [attribute.serviceInstanceId]: crypto.randomUUID(),
      ...(version === undefined ? {} : { [attribute.serviceVersion]: version }),
    }),
    spanProcessors: [
      new BatchSpanProcessor(
        scrubbingExporter(
          new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces`, timeoutMillis: EXPORT_TIMEOUT_MS }),
        ),
      ),
    ],
  });
