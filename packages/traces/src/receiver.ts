import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { spansOfExport } from '@order-ledger/platform/otlp-spans';
import type { SpanStore } from './span-store.ts';
import { type Span, spanOf } from './spans.ts';

/** Exporters send some hundred spans at a time. */
const LONGEST_BODY = 33_554_432;

const unpack = promisify(gunzip);

/** A refusal that no repetition changes: an exporter gives such a batch up. */
class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > LONGEST_BODY) throw new Refusal(413, `more than ${LONGEST_BODY} bytes`);
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  if (request.headers['content-encoding'] !== 'gzip') return body.toString('utf8');
  const unpacked = await unpack(body, { maxOutputLength: LONGEST_BODY }).catch((error: Error) => {
    throw new Refusal(400, `no gzip, or more than ${LONGEST_BODY} bytes: ${error.message}`);
  });
  return unpacked.toString('utf8');
};

const spansIn = (body: string): Span[] => {
  try {
    return spansOfExport(body).map(spanOf);
  } catch (error) {
    throw new Refusal(400, `no export of traces: ${error instanceof Error ? error.message : error}`);
  }
};

interface Receiving {
  readonly store: SpanStore;
  /** Whoever is let in says it; anybody if absent. */
  readonly token?: string | undefined;
  readonly onFault: (error: unknown) => void;
}

const isSame = (given: string, wanted: string): boolean => {
  const [one, other] = [given, wanted].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer];
  return timingSafeEqual(one, other);
};

const receive = async (request: IncomingMessage, response: ServerResponse, { store, token }: Receiving) => {
  if (token !== undefined && !isSame(request.headers.authorization ?? '', `Bearer ${token}`))
    throw new Refusal(401, 'spans are taken from the processes of this system');
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim();
  if (request.url !== '/v1/traces') throw new Refusal(404, 'spans go to /v1/traces');
  if (request.method !== 'POST') {
    response.setHeader('Allow', 'POST');
    throw new Refusal(405, 'spans are sent by POST');
  }
  if (type !== 'application/json') throw new Refusal(415, 'OTLP as application/json is taken');
  store.add(spansIn(await bodyOf(request)));
  response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
};

/** OTLP over HTTP, as JSON. What could not be kept is answered 503, which exporters repeat. */
export const receiveSpans =
  (receiving: Receiving): RequestListener =>
  (request, response) => {
    receive(request, response, receiving).catch((error: unknown) => {
      if (!(error instanceof Refusal)) receiving.onFault(error);
      if (response.headersSent) return void response.destroy();
      const [status, message] =
        error instanceof Refusal ? [error.status, error.message] : [503, 'the spans cannot be kept now'];
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ message }));
    });
  };
