import { logLine } from './log-line.ts';
import type { Options } from './options.ts';
import { SERVER_VERSION, startServer } from './server.ts';
import { openStore } from './store.ts';
import type { Subscribers } from './subscribe.ts';

/** Answers that were written reach the socket within this time, in ms, before connections are closed. */
const LINGER_MS = 50;

/** Opens the data directory and serves it until SIGTERM or SIGINT. */
export const serve = async (options: Options, _environment: NodeJS.ProcessEnv): Promise<void> => {
  const { data, host, tls, account, protectedPrefixes } = options;
  const subscribers: Subscribers = new Set();
  const store = await openStore({
    directory: data,
    note: (message, fields) => logLine('info', message, fields),
    onFailure: (reason) =>
      logLine('error', 'STOPPED WRITING: every append is refused until the server is started again', { reason }),
  });
  const server = await startServer({
    store,
    host,
    port: options.port,
    ...(tls && { tls }),
    ...(account && { account }),
    protectedPrefixes,
    subscribers,
    beforeAnswer: async (outcome) => outcome,
    onUnexpected: (error) => logLine('error', 'a call failed unexpectedly', { reason: String(error) }),
  });

  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    logLine('info', 'stopping', { signal });
    await new Promise((resolve) => setTimeout(resolve, LINGER_MS));
    server.stop();
    await store.close();
    logLine('info', 'stopped', {});
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));

  logLine('info', 'ready', {
    version: SERVER_VERSION,
    notice: 'single node; for a cluster use EventStoreDB or KurrentDB',
    data,
    host,
    port: server.port,
    tls: tls !== undefined,
    account: account?.username ?? null,
    protected: protectedPrefixes,
    pid: process.pid,
  });
};
