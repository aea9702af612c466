import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../log.ts';
import { lingerOnClose } from './lingering-close.ts';
import { answerUnreadable } from './unreadable-requests.ts';

/** For a whole request to arrive, milliseconds, and for its headers. */
export const REQUEST_LIMIT_MS = 30_000;
export const HEADERS_LIMIT_MS = 10_000;

export interface ServerOptions {
  /** 0 lets the system choose; `port` of the result says which. */
  readonly port: number;
  /** Loopback if absent. */
  readonly host?: string;
  /** The variables that the address comes from, for the message when it cannot be had. */
  readonly variables?: string;
  /** Connections at once; a further one is closed, and with it those that wait for nothing. No bound if absent. */
  readonly maxConnections?: number;
  /** For a whole request to arrive, milliseconds; REQUEST_LIMIT_MS if absent, 0 for none (uploads). */
  readonly requestTimeoutMs?: number;
  /** Told of requests that are refused before there is a request; those that there are, the listener logs. */
  readonly log?: Log;
}

export interface HttpServer {
  readonly port: number;
  /** Base address, such as `http://127.0.0.1:8081`. */
  readonly url: string;
  /**
   * Takes no new connection, lets the requests that run end (each answer closes its connection) and resolves when all
   * are gone. What still runs after `limitMs` is cut.
   */
  readonly close: (limitMs?: number) => Promise<void>;
}

/** Rejects with a message that names the address when it cannot be had. */
export const listen = async (listener: RequestListener, options: ServerOptions): Promise<HttpServer> => {
  const { port, host = '127.0.0.1', variables = 'HOST, PORT', requestTimeoutMs = REQUEST_LIMIT_MS, log } = options;
  const running = new Set<ServerResponse>();
  let closing = false;
  const server = createServer({
    requestTimeout: requestTimeoutMs,
    headersTimeout: Math.min(HEADERS_LIMIT_MS, requestTimeoutMs || HEADERS_LIMIT_MS),
    // The limits hold to within this.
    connectionsCheckingInterval: 2_000,
    keepAliveTimeout: 65_000,
    // An app says so as it says everything.
    requireHostHeader: false,
  });
  // Beyond a number node drops headers in silence, a precondition among them; all together are bounded in bytes.
  server.maxHeadersCount = 0;
  if (options.maxConnections !== undefined) server.maxConnections = options.maxConnections;
  server.on('drop', () => server.closeIdleConnections());
  lingerOnClose(server);
  answerUnreadable(server, { inFlight: running, log });
  server.on('request', (request, response) => {
    running.add(response);
    response.once('close', () => running.delete(response));
    if (closing) response.setHeader('Connection', 'close');
    listener(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new Error(`cannot listen on ${host}:${port} (${variables}): ${cause.message}`, { cause })),
    );
    server.listen(port, host, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  const shownHost = host.includes(':') ? `[${host}]` : host;

  const close = async (limitMs = 10_000): Promise<void> => {
    closing = true;
    for (const response of running) if (!response.headersSent) response.setHeader('Connection', 'close');
    await new Promise<void>((resolve, reject) => {
      // An answer whose headers were out already leaves its connection open and idle: look again until it is closed.
      const sweep = setInterval(() => server.closeIdleConnections(), 50);
      const cut = setTimeout(() => server.closeAllConnections(), limitMs);
      server.close((error) => {
        clearInterval(sweep);
        clearTimeout(cut);
        if (error === undefined) resolve();
        else reject(error);
      });
    });
  };
  return { port: bound, url: `http://${shownHost}:${bound}`, close };
};
