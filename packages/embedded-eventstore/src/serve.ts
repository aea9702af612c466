import type { Faults } from './faults.ts';
import { type HttpPort, openHttpPort } from './http-port.ts';
import { logLine } from './log-line.ts';
import { countAppend, countGroup, watch } from './metrics.ts';
import type { Options } from './options.ts';
import { type RunningServer, SERVER_VERSION, startServer } from './server.ts';
import { openStore } from './store.ts';
import type { Subscribers } from './subscribe.ts';

/** Answers that were given reach the socket within this time, in ms, before connections are closed. */
const LINGER_MS = 50;

/** Opens the data directory and serves it until SIGTERM or SIGINT. */
export const serve = async (options: Options, faults: Faults): Promise<void> => {
  const { data, host } = options;
  const subscribers: Subscribers = new Set();
  const store = await openStore({
    directory: data,
    disk: faults.disk,
    note: (...told) => logLine('info', ...told),
    onGroup: countGroup,
    onFailure: (reason) =>
      logLine('error', 'STOPPED WRITING: every append is refused until the server is started again', { reason }),
  });
  watch(store, subscribers);
  const server: RunningServer = await startServer({
    ...options,
    store,
    subscribers,
    beforeAnswer(outcome) {
      countAppend(outcome);
      return faults.beforeAnswer(outcome, server);
    },
    onUnexpected: (error) => logLine('error', 'a call failed unexpectedly', { reason: String(error) }),
  });
  const http: HttpPort | undefined =
    options.httpPort === undefined ? undefined : await openHttpPort(host, options.httpPort, store.failure);

  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    logLine('info', 'stopping', { signal });
    server.stopWrites();
    await store.idle();
    await new Promise((resolve) => setTimeout(resolve, LINGER_MS));
    server.stop();
    http?.stop();
    await store.close();
    logLine('info', 'stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));

  if (faults.asked.length > 0) logLine('warn', 'FAULTS ARE INJECTED: for tests only', { faults: faults.asked });
  logLine('info', 'ready', {
    version: SERVER_VERSION,
    notice: 'single node; for a cluster use EventStoreDB or KurrentDB',
    data,
    host,
    port: server.port,
    http_port: http?.port ?? null,
    tls: options.tls !== undefined,
    accounts: options.accounts.map(({ username }) => username),
    protected: options.protectedPrefixes,
    pid: process.pid,
  });
};
