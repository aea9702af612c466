import { mkdirSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { programOf } from '@order-ledger/platform/own-program';
import type { Certificates } from './certificates.ts';
import { startChild } from './child.ts';
import { RIGHTS } from './rights.ts';
import type { Secrets } from './secrets.ts';
import type { Service } from './service.ts';

interface EventStoreOptions {
  folder: string;
  logFile: string;
  port: number;
  /** TLS and accounts; without them the server is open on loopback, which is for tests only. */
  secured?: { certificates: Certificates; password: string; processes: Secrets['processes'] };
  env?: NodeJS.ProcessEnv;
  /** Of health and metrics. */
  metricsPort?: number;
}

const USER = 'order-ledger';
/** Streams of orders and of operators' choices are never deleted and their metadata never changes. */
const PROTECTED = 'order-,next-';

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

export const startEventStore = async ({
  folder,
  logFile,
  port,
  secured,
  env,
  metricsPort,
}: EventStoreOptions): Promise<Service> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const args = ['--data', folder, '--port', String(port)];
  if (metricsPort !== undefined) args.push('--http-port', String(metricsPort));
  let url = `esdb://127.0.0.1:${port}?tls=false`;
  if (secured !== undefined) {
    const passwordFile = join(folder, '..', 'event-store.password');
    writeFileSync(passwordFile, secured.password, { mode: 0o600 });
    const accounts = Object.entries(RIGHTS).flatMap(([username, { eventStore: appends }]) =>
      appends === undefined ? [] : [{ username, password: secured.processes[username]?.eventStore, appends }],
    );
    const accountsFile = join(folder, '..', 'event-store.accounts.json');
    writeFileSync(accountsFile, JSON.stringify(accounts), { mode: 0o600 });
    const { certificate, key, authority } = secured.certificates;
    args.push(
      '--tls-cert',
      certificate,
      '--tls-key',
      key,
      '--username',
      USER,
      '--password-file',
      passwordFile,
      '--accounts',
      accountsFile,
      '--protect',
      PROTECTED,
    );
    // By name: a certificate is not asked for by an address (RFC 6066).
    url = `esdb://${USER}:${encodeURIComponent(secured.password)}@localhost:${port}?tls=true&tlsCAFile=${encodeURIComponent(authority)}`;
  }
  const child = startChild({
    name: 'event store',
    command: process.execPath,
    args: [programOf('embedded-eventstore'), ...args],
    logFile,
    ...(env === undefined ? {} : { env }),
  });
  // It listens once its log is checked and its index has caught up.
  await child.waitUntil(() => accepts(port), 120_000);
  return {
    name: child.name,
    url,
    pid: child.pid,
    ...(metricsPort === undefined ? {} : { metrics: `http://127.0.0.1:${metricsPort}/metrics` }),
    stop: () => child.stop('SIGTERM', 20_000),
    exited: child.exited,
    lastLines: child.lastLines,
  };
};
