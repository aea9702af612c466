import { type HttpServer, listen } from './http/server.ts';

/** One span as OTLP/JSON brings it, with its attributes as a plain record. */
interface ReceivedSpan {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly links: readonly { readonly traceId: string; readonly spanId: string }[];
  /** 2 for an error, as OTLP numbers them. */
  readonly statusCode: number;
}

export interface OtlpSink {
  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  readonly url: string;
  readonly spans: () => readonly ReceivedSpan[];
  /** The bodies as they came, to look for what must not be in them. */
  readonly received: () => string;
  readonly close: () => Promise<void>;
}

type KeyValue = { key: string; value: Readonly<Record<string, unknown>> };
interface Export {
  resourceSpans: {
    resource: { attributes: KeyValue[] };
    scopeSpans: {
      spans: {
        name: string;
        traceId: string;
        spanId: string;
        parentSpanId?: string;
        attributes?: KeyValue[];
        links?: { traceId: string; spanId: string }[];
        status?: { code?: number };
      }[];
    }[];
  }[];
}

/** A collector in memory: keeps the newest spans that processes export to it. For tests and for one machine. */
export const startOtlpSink = async ({ port = 0, keep = 10_000 } = {}): Promise<OtlpSink> => {
  const bodies: string[] = [];
  let spans: ReceivedSpan[] = [];
  const server: HttpServer = await listen(
    async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      // Who only asks whether somebody is here exports nothing.
      if (request.method !== 'POST') return void response.writeHead(405, { Allow: 'POST' }).end();
      const body = Buffer.concat(chunks).toString('utf8');
      bodies.push(body);
      spans = [...spans, ...spansOf(JSON.parse(body))].slice(-keep);
      response.setHeader('Content-Type', 'application/json').end('{}');
    },
    { port },
  );
  return { url: server.url, spans: () => spans, received: () => bodies.join('\n'), close: () => server.close(1_000) };
};

const spansOf = (exported: Export): ReceivedSpan[] => {
  return exported.resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = String(recordOf(resource.attributes)['service.name']);
    return scopeSpans
      .flatMap((scope) => scope.spans)
      .map(({ name, traceId, spanId, parentSpanId, attributes = [], links = [], status }) => ({
        service,
        name,
        traceId,
        spanId,
        parentSpanId: parentSpanId === '' ? undefined : parentSpanId,
        attributes: recordOf(attributes),
        links: links.map((link) => ({ traceId: link.traceId, spanId: link.spanId })),
        statusCode: status?.code ?? 0,
      }));
  });
};

const recordOf = (attributes: readonly KeyValue[]): Record<string, unknown> => {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
};
