// A process as ours are, for the tests of its life: HTTP routes make it hang, fail or take long.
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { createApp } from '../../dist/http/app.js';
import { probeRoutes } from '../../dist/http/operations.js';
import { listen } from '../../dist/http/server.js';
import { runProcess } from '../../dist/lifecycle.js';

const acts = {
  // Answers only once the process has been told to stop.
  slow: ({ stopping, log }, response) => {
    log.info('slow begins');
    stopping.addEventListener('abort', () => setTimeout(() => response.json({ done: true }), 50));
  },
  hang: ({ log }, response) => {
    response.json({});
    setImmediate(() => {
      // A warning, because nothing hands over what waits for others while the loop hangs.
      log.warn('hung');
      // Until the test has seen it: by the clock it could be over before the probe was sent.
      while (!existsSync(process.env.HANG_UNTIL));
    });
  },
  reject: (_process, response) => {
    void Promise.reject(new Error('left alone, mail jane@example.com'));
    response.json({});
  },
  'reject-unavailable': (_process, response) => {
    void Promise.reject(Object.assign(new Error('stream broke'), { code: 14 }));
    response.json({});
  },
  throw: (_process, response) => {
    setImmediate(() => {
      throw new Error('from a handler of an event');
    });
    response.json({});
  },
  // Lines, and then what `then` names, in one go.
  talk: ({ log }, response, { lines, then }) => {
    response.json({});
    response.once('close', () => {
      for (let line = 1; line <= Number(lines); line += 1) log.info('said', { count: line, reason: 'ж'.repeat(100) });
      ends[then]?.();
    });
  },
  fail: ({ fail }, response) => {
    fail(new Error('the loop cannot go on'));
    response.json({});
  },
};

const ends = {
  exit: () => process.exit(3),
  throw: () => {
    throw new Error('after what it said');
  },
  reject: () => void Promise.reject(new Error('after what it said')),
  SIGTERM: () => process.kill(process.pid, 'SIGTERM'),
  SIGINT: () => process.kill(process.pid, 'SIGINT'),
};

await runProcess({
  name: 'child',
  config: z.object({
    PORT: z.coerce.number().int().default(0),
    ADMIN_PORT: z.coerce.number().int().default(0),
    START: z.enum(['plain', 'fails', 'waits', 'hangs-at-stop']).default('plain'),
  }),
  toleratedRejection: (error) => (error?.code === 14 ? 'unavailable' : undefined),
  start: async (process) => {
    const { config, log, health, onStop, stopping } = process;
    onStop('first', () => log.info('first is stopped'));
    if (config.START === 'fails') throw new Error('no such server');
    if (config.START === 'hangs-at-stop') onStop('hanging', () => new Promise(() => undefined));
    if (config.START === 'waits') {
      log.info('waiting');
      await new Promise((_resolve, reject) => stopping.addEventListener('abort', () => reject(stopping.reason)));
    }
    const act = {
      method: 'POST',
      path: '/act/:name',
      access: 'public',
      handlers: [(request, response) => acts[request.params.name](process, response, request.query)],
    };
    const server = await listen(createApp({ log, routes: [...probeRoutes(health), act] }), { port: config.PORT });
    onStop('server', async () => {
      await server.close();
      log.info('server is stopped');
    });
    log.info('listening', { url: server.url });
  },
});
