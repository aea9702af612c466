import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Log } from '../log.ts';
import { defineMetrics } from '../metrics.ts';
import { closeLingering } from './lingering-close.ts';
import { ProblemError, problemContentType, problemDocument } from './problem.ts';

const metrics = defineMetrics({
  refused: {
    type: 'counter',
    name: 'http_unreadable_requests_total',
    help: 'Requests that were refused before there was a request to route, by code of the problem',
    labels: ['code'],
  },
});

/** What node's parser and its clocks say, by code; everything else is a request that cannot be read. */
const FAULTS: Readonly<Record<string, ProblemError>> = {
  HPE_HEADER_OVERFLOW: new ProblemError(431, 'headers-too-large', 'The headers are larger than is taken here.'),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: new ProblemError(413, 'body-too-large', 'The extensions of a chunk are too large.'),
  ERR_HTTP_REQUEST_TIMEOUT: new ProblemError(408, 'request-timeout', 'The request did not arrive in time.'),
};
const UNREADABLE = new ProblemError(400, 'malformed-request', 'The request is not HTTP that can be read.');
const NO_TUNNEL = new ProblemError(405, 'method-not-allowed', 'CONNECT is not taken here.', {
  headers: { Allow: 'GET, HEAD, POST, PATCH, DELETE, OPTIONS' },
});
const EXPECTATION = new ProblemError(417, 'expectation-unknown', 'Of Expect only 100-continue is understood.');

/**
 * Refuses, in our own form, what node would refuse by itself (silently, or in its own words): what its parser cannot
 * read or finds too large, what comes too slowly, an unknown expectation, a tunnel.
 */
export const answerUnreadable = (
  server: Server,
  { inFlight, log }: { inFlight: ReadonlySet<ServerResponse>; log?: Log | undefined },
): void => {
  const documentOf = (problem: ProblemError): { headers: Record<string, string>; body: string } => {
    const { code, status } = problem;
    const correlationId = crypto.randomUUID();
    metrics.refused.inc({ code });
    log?.info('request refused before it was parsed', { code, http_status: status, correlation_id: correlationId });
    const body = JSON.stringify(problemDocument(problem, '', correlationId));
    return {
      body,
      headers: {
        ...problem.headers,
        'Content-Type': problemContentType,
        'Content-Length': String(Buffer.byteLength(body)),
        'X-Correlation-Id': correlationId,
        Connection: 'close',
      },
    };
  };

  const refused = new WeakSet<Duplex>();
  const refuse = (socket: Duplex, problem: ProblemError): void => {
    // Each further packet of what cannot be read is told again.
    if (refused.has(socket)) return;
    refused.add(socket);
    const { headers, body } = documentOf(problem);
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${lines.join('')}\r\n${body}`);
    closeLingering(socket);
  };

  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const running = [...inFlight].find((response) => response.socket === socket);
    if (!socket.writable || running?.headersSent || error.code === 'ECONNRESET') return void socket.destroy();
    if (running?.req.complete) {
      // A complete request is being handled: its own answer says what was done, so none is sent here.
      running.setHeader('Connection', 'close');
      return;
    }
    refuse(socket, FAULTS[error.code ?? ''] ?? UNREADABLE);
  });
  server.on('connect', (_request, socket) => refuse(socket, NO_TUNNEL));

  server.on('checkExpectation', (_request, response) => {
    const { headers, body } = documentOf(EXPECTATION);
    response.writeHead(EXPECTATION.status, headers).end(body);
  });
};
