import type { Health } from '../health.ts';
import type { Log } from '../log.ts';
import { type MetricRegistry, registry } from '../metrics.ts';
import { createApp } from './app.ts';
import type { Route } from './route.ts';
import { type HttpServer, listen, type ServerOptions } from './server.ts';

/** `/health/live`, `/health/ready` and `/metrics`, to be put into a process's table of routes. */
export function operationsRoutes(health: Health, metrics: MetricRegistry = registry): readonly Route[] {
  const probe = { method: 'GET', access: 'public', logLevel: 'debug' } as const;
  return [
    {
      ...probe,
      path: '/health/live',
      // The answer comes from the event loop itself, so a hung loop does not give it: the prober's timeout is the
      // verdict. Dependencies are never asked, or their outage would restart every process.
      handlers: [(_request, response) => void response.set('Cache-Control', 'no-store').json({ status: 'live' })],
    },
    {
      ...probe,
      path: '/health/ready',
      handlers: [
        async (_request, response) => {
          const { ready, state, checks } = await health.readiness();
          response.status(ready ? 200 : 503).set('Cache-Control', 'no-store');
          response.json({ status: ready ? 'ready' : state === 'ready' ? 'not-ready' : state, checks });
        },
      ],
    },
    {
      ...probe,
      path: '/metrics',
      handlers: [async (_request, response) => void response.type(metrics.contentType).send(await metrics.metrics())],
    },
  ];
}

/** A server of these routes alone, for a process without an interface of its own. */
export async function serveOperations(log: Log, health: Health, options: ServerOptions): Promise<HttpServer> {
  return await listen(createApp({ log, routes: operationsRoutes(health) }), { log, ...options });
}
