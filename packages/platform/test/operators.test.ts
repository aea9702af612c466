import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { keepingLog } from '@order-ledger/testing/lines';
import { until } from '@order-ledger/testing/waiting';
import { createHealth } from '../src/health.ts';
import { createApp } from '../src/http/app.ts';
import { operatorRoutes, probeRoutes, serveOperators } from '../src/http/operations.ts';
import { type HttpServer, listen } from '../src/http/server.ts';
import { defineMetrics, registry } from '../src/metrics.ts';
import { inSpan, startTelemetry } from '../src/telemetry.ts';

const { log } = keepingLog();
const servers: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close(500)));
});

const HOST = '127.0.0.1';
const kept = (server: HttpServer): HttpServer => {
  servers.push(server);
  return server;
};
const unwell = () => {
  const health = createHealth();
  health.addCheck('postgres', () => Promise.reject(Object.assign(new Error('db.internal'), { code: 'ECONNREFUSED' })));
  health.addCheck('ledger', () => undefined);
  health.become('ready');
  return health;
};
const forCallers = async (health = unwell()) =>
  kept(await listen(createApp({ log, routes: probeRoutes(health) }), { port: 0 }));
const forOperators = async (health = unwell()) => kept(await serveOperators({ log, health, port: 0, host: HOST }));
const answerOf = async (url: string) => {
  const answer = await fetch(url);
  return { status: answer.status, text: await answer.text() };
};

it('tells a balancer the verdict alone, and operators each check by its name [K4]', async () => {
  const health = unwell();
  const [callers, operators] = [await forCallers(health), await forOperators(health)];
  expect(await answerOf(`${callers.url}/health/live`)).toEqual({ status: 200, text: '{"status":"live"}' });
  expect(await answerOf(`${callers.url}/health/ready`)).toEqual({ status: 503, text: '{"status":"not-ready"}' });
  const named = await answerOf(`${operators.url}/health/ready`);
  expect([named.status, JSON.parse(named.text)]).toEqual([
    503,
    {
      status: 'not-ready',
      checks: [
        { name: 'postgres', ok: false, code: 'ECONNREFUSED' },
        { name: 'ledger', ok: true },
      ],
    },
  ]);
  health.become('stopping');
  // Whether it starts, stops or fails is the operators' business.
  expect(await answerOf(`${callers.url}/health/ready`)).toEqual({ status: 503, text: '{"status":"not-ready"}' });
  expect((await answerOf(`${operators.url}/health/ready`)).text).toBe('{"status":"stopping","checks":[]}');
});

it.each(['/metrics', '/METRICS', '/metrics/', '//metrics', '/health/../metrics', '/%6Detrics', '/status'])(
  'has no %s on the port for callers',
  async (path) => {
    const { port } = await forCallers();
    const request = get({ host: HOST, port, path });
    const [answer] = await once(request, 'response');
    answer.resume();
    expect([401, 404]).toContain(answer.statusCode);
  },
);

it('ends the start when a route is put into the table of another audience', () => {
  const health = createHealth();
  expect(() => createApp({ log, routes: operatorRoutes(health) })).toThrow(
    /^not for callers: .*GET \/metrics \(operator\)/,
  );
  expect(() => createApp({ log, routes: probeRoutes(health), audience: 'operators' })).toThrow(
    /^not for operators: GET \/health\/live \(public\)/,
  );
});

it('answers operators as it answers callers, without a credential: 404, 405, and metrics', async () => {
  const { url } = await forOperators();
  expect((await answerOf(`${url}/nothing`)).status).toBe(404);
  expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(405);
  const metrics = await fetch(`${url}/metrics`);
  expect(metrics.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(metrics.headers.get('cache-control')).toBe('no-store');
  expect(await metrics.text()).toContain('process_ready');
});

/** All of them, 20 at a time, each read to its end; how long that took. */
const flood = async (url: string, requests: number): Promise<number> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const began = performance.now();
  await Promise.all(
    Array.from({ length: requests }, async () => {
      const [answer] = await once(get(url, { agent }), 'response');
      await once(answer.resume(), 'end');
    }),
  );
  agent.destroy();
  return performance.now() - began;
};

it('gives exemplars to a scraper that asks for OpenMetrics, and to nobody else', async () => {
  const { url } = kept(await serveOperators({ log, health: unwell(), host: HOST, port: 0 }));
  const telemetry = await startTelemetry({ service: 'local', endpoint: 'http://127.0.0.1:9' });
  const metrics = defineMetrics({
    tried: { type: 'histogram', name: 'tried_seconds', help: 'Tries', buckets: [1] },
    sent: { type: 'counter', name: 'sent_total', help: 'Sent', labels: ['to'] },
  });
  metrics.sent.inc({ to: 'x # {y} 1 2' });
  const traceId = await inSpan('work', {}, (span) => {
    metrics.tried.observe({}, 0.5);
    return span.spanContext().traceId;
  });
  await telemetry.shutdown();
  const asked = async (accept: string) => {
    const answer = await fetch(`${url}/metrics`, { headers: { Accept: accept } });
    return { type: answer.headers.get('content-type'), shown: await answer.text() };
  };
  const open = await asked(
    'application/openmetrics-text;version=1.0.0;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1',
  );
  expect(open.type).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
  expect(open.shown).toContain(`tried_seconds_bucket{le="1"} 1 # {trace_id="${traceId}"} 0.5 `);
  expect(open.shown).toMatch(/^# TYPE sent counter$/m);
  expect(open.shown).toMatch(/^# EOF$/m);
  const text = await asked('text/plain;version=0.0.4');
  expect(text.shown).toMatch(/^tried_seconds_bucket\{le="1"\} 1$/m);
  expect(text.shown).toMatch(
    /^# HELP sent_total Sent\n# TYPE sent_total counter\nsent_total\{to="x # \{y\} 1 2"\} 1$/m,
  );
  expect(text.shown).not.toMatch(/trace_id|# EOF/);
});

it('renders its metrics at most four times a second, however many ask', async () => {
  const metrics = defineMetrics({ probed: { type: 'gauge', name: 'probed', help: 'Renderings' } });
  let rendered = 0;
  const forget = metrics.probed.onCollect(() => {
    rendered += 1;
  });
  const { url } = await forOperators();
  const tookMs = await flood(`${url}/metrics`, 100);
  forget();
  expect(rendered).toBeGreaterThan(0);
  expect(rendered).toBeLessThanOrEqual(1 + tookMs / 250);
});

it.each([
  ['callers', forCallers],
  ['operators', forOperators],
])('asks its checks at most ten times a second, however many %s ask', async (_whose, serve) => {
  const health = createHealth();
  let asked = 0;
  health.addCheck('postgres', () => {
    asked += 1;
  });
  health.become('ready');
  const { url } = await serve(health);
  const tookMs = await flood(`${url}/health/ready`, 400);
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThanOrEqual(1 + tookMs / 100);
});

it.each([
  ['say nothing', ''],
  ['begin a request and do not end it', 'GET /health/live HTTP/1.1\r\nHost: x'],
  ['have been answered and are kept', 'GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n'],
])(
  'holds 32 connections of operators that %s, closes a further one, and has room again by itself',
  async (_do, text) => {
    const { port, url } = await forOperators();
    const open = async () => {
      const socket = connect(port, HOST).on('error', () => undefined);
      await once(socket, 'connect');
      socket.write(text);
      if (text.endsWith('\n')) await once(socket, 'data');
      return socket;
    };
    const held = await Promise.all(Array.from({ length: 32 }, open));
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
    await until('it answers', async () => (await fetch(`${url}/health/live`).catch(() => undefined))?.status === 200);
    for (const socket of held) socket.destroy();
  },
);

it('counts the requests that run on all of its ports as one figure', async () => {
  const shown = async () => /^http_server_active_requests\S* (\d+)/m.exec(await registry.metrics())?.[1];
  const health = createHealth();
  let answer: () => void = () => undefined;
  health.addCheck('slow', () => new Promise((resolve) => (answer = resolve)), 60_000);
  health.become('ready');
  const [callers, operators] = [await forCallers(health), await forOperators(health)];
  const waiting = [fetch(`${callers.url}/health/ready`), fetch(`${operators.url}/health/ready`)];
  await until('two are shown', async () => (await shown()) === '2');
  answer();
  for (const one of waiting) expect((await one).status).toBe(200);
});
