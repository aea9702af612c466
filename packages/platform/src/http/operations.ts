import type { RequestHandler } from 'express';
import type { Health } from '../health.ts';
import type { Log } from '../log.ts';
import { asMetricsText, METRICS_TEXT, type MetricRegistry, OPEN_METRICS, registry } from '../metrics.ts';
import { paced } from '../paced.ts';
import { createApp } from './app.ts';
import type { Route } from './route.ts';
import { type HttpServer, listen } from './server.ts';

/** Asked every few seconds, and never twice the same. */
const probe = (access: 'public' | 'operator', path: string, answer: RequestHandler): Route => ({
  method: 'GET',
  path,
  access,
  logLevel: 'debug',
  handlers: [noStore, answer],
});

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

// The answer comes from the event loop itself, so a hung loop does not give it: the prober's timeout is the verdict.
// Dependencies are never asked, or their outage would restart every process.
const live: RequestHandler = (_request, response) => void response.json({ status: 'live' });

/** `/health/live` and `/health/ready` for the balancer in front of an interface: nothing but the verdict. */
export const probeRoutes = (health: Health): readonly Route[] => {
  return [
    probe('public', '/health/live', live),
    probe('public', '/health/ready', async (_request, response) => {
      const { ready } = await health.readiness();
      response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not-ready' });
    }),
  ];
};

/** Which program answers here, and since when it runs. */
export const aboutRoute = (name: string, version: string | undefined): Route => {
  const started_at = new Date(Date.now() - process.uptime() * 1_000).toISOString();
  const about = { name, version: version ?? null, node_version: process.version, pid: process.pid, started_at };
  return probe('operator', '/about', (_request, response) => void response.json(about));
};

/** Of a second at most a few per cent go to it, however many ask. */
const RENDERING_REST_MS = 250;

/** What every process has for its operators: the checks by their names, and the metrics. */
export const operatorRoutes = (health: Health, metrics: MetricRegistry = registry): readonly Route[] => {
  const openMetrics = paced(() => metrics.metrics(), RENDERING_REST_MS);
  const text = paced(async () => asMetricsText(await openMetrics()), RENDERING_REST_MS);
  return [
    probe('operator', '/health/live', live),
    probe('operator', '/health/ready', async (_request, response) => {
      const { ready, state, checks } = await health.readiness();
      response.status(ready ? 200 : 503);
      response.json({ status: ready ? 'ready' : state === 'ready' ? 'not-ready' : state, checks });
    }),
    probe('operator', '/metrics', async (request, response) => {
      const isOpen = request.headers.accept?.includes('application/openmetrics-text') === true;
      response.vary('Accept');
      response.setHeader('Content-Type', isOpen ? OPEN_METRICS : METRICS_TEXT);
      response.end(await (isOpen ? openMetrics() : text()));
    }),
  ];
};

/** Enough for every scraper, prober and person; who opens more is kept from the loop that answers callers. */
const OPERATORS_AT_ONCE = 32;

/** For a whole request, so that silent connections do not keep a prober out for long. */
const OPERATORS_REQUEST_MS = 2_000;

interface OperatorsPort {
  readonly log: Log;
  readonly health: Health;
  readonly port: number;
  readonly host: string;
  /** The process's own, beside those that every process has. */
  readonly routes?: readonly Route[];
}

/** The port for operators, which every process has beside its interface or instead of one. */
export const serveOperators = async ({ log, health, port, host, routes = [] }: OperatorsPort): Promise<HttpServer> => {
  const app = createApp({ log, audience: 'operators', routes: [...operatorRoutes(health), ...routes] });
  return await listen(app, {
    log,
    port,
    host,
    variables: 'ADMIN_HOST, ADMIN_PORT',
    maxConnections: OPERATORS_AT_ONCE,
    requestTimeoutMs: OPERATORS_REQUEST_MS,
  });
};
