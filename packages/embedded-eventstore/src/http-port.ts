import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { register } from 'prom-client';

export interface HttpPort {
  readonly port: number;
  stop(): void;
}

/** Serves GET /health (200, or 503 with the reason) and GET /metrics (Prometheus text). */
export const openHttpPort = async (
  host: string,
  port: number,
  failure: () => string | undefined,
): Promise<HttpPort> => {
  const answerTo = async (url: string | undefined): Promise<[status: number, type: string, body: string]> => {
    if (url === '/metrics') return [200, register.contentType, await register.metrics()];
    if (url !== '/health') return [404, 'text/plain', 'there is /health and /metrics\n'];
    const reason = failure();
    const healthy = reason === undefined;
    return [healthy ? 200 : 503, 'application/json', JSON.stringify({ healthy, reason })];
  };
  const server = createServer((request, response) => {
    answerTo(request.url)
      .catch((error: Error): [number, string, string] => [500, 'text/plain', error.message])
      .then(([status, type, body]) => response.writeHead(status, { 'content-type': type }).end(body));
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
