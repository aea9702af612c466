import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';

export interface HttpPort {
  readonly port: number;
  stop(): void;
}

/** Serves GET /health (200, or 503 with the reason) and GET /metrics (Prometheus text). */
export const openHttpPort = async (
  host: string,
  port: number,
  registry: Registry,
  failure: () => string | undefined,
): Promise<HttpPort> => {
  const server = createServer((request, response) => {
    const answer = (status: number, type: string, body: string): void => {
      response.writeHead(status, { 'content-type': type }).end(body);
    };
    if (request.url === '/health') {
      const reason = failure();
      answer(
        reason === undefined ? 200 : 503,
        'application/json',
        JSON.stringify({ healthy: reason === undefined, reason }),
      );
    } else if (request.url === '/metrics') {
      registry.metrics().then(
        (text) => answer(200, registry.contentType, text),
        (error: Error) => answer(500, 'text/plain', error.message),
      );
    } else {
      answer(404, 'text/plain', 'there is /health and /metrics\n');
    }
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
};
