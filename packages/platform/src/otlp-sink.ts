import { type HttpServer, listen } from './http/server.ts';
import { type OtlpSpan, spansOfExport } from './otlp-spans.ts';

export interface OtlpSink {
  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  readonly url: string;
  readonly spans: () => readonly OtlpSpan[];
  /** The bodies as they came, to look for what must not be in them. */
  readonly received: () => string;
  readonly close: () => Promise<void>;
}

/** A collector in memory: keeps the newest spans that processes export to it. For tests and for one machine. */
export const startOtlpSink = async ({ port = 0, keep = 10_000 } = {}): Promise<OtlpSink> => {
  const bodies: string[] = [];
  let spans: OtlpSpan[] = [];
  const server: HttpServer = await listen(
    async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      // Who only asks whether somebody is here exports nothing.
      if (request.method !== 'POST') return void response.writeHead(405, { Allow: 'POST' }).end();
      const body = Buffer.concat(chunks).toString('utf8');
      bodies.push(body);
      spans = [...spans, ...spansOfExport(body)].slice(-keep);
      response.setHeader('Content-Type', 'application/json').end('{}');
    },
    { port },
  );
  return { url: server.url, spans: () => spans, received: () => bodies.join('\n'), close: () => server.close(1_000) };
};
