import { randomBytes } from 'node:crypto';
import { createConnection } from 'node:net';
import { programOf } from '@order-ledger/platform/own-program';
import { startChild } from './child.ts';
import { type Kept, keepRunning } from './keep-running.ts';
import { freePort } from './ports.ts';

interface SpanStoreOptions {
  /** Where the spans are kept; they outlive the system. */
  folder: string;
  logFile: string;
  report: (line: string) => void;
}

export interface SpanStore extends Kept {
  /** What a process is told, so that its spans come here. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Packed, so these are a few million spans. */
const LIMIT_BYTES = 268_435_456;

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/**
 * A process of its own: it costs the others nothing when it has much to do, and loses at most the spans of a moment when it
 * ends.
 */
export const startSpanStore = async ({ folder, logFile, report }: SpanStoreOptions): Promise<SpanStore> => {
  const port = await freePort();
  const token = randomBytes(24).toString('base64url');
  const kept = await keepRunning(async () => {
    const child = startChild({
      name: 'span-store',
      command: process.execPath,
      args: [programOf('traces'), '--folder', folder, '--port', String(port), '--limit', String(LIMIT_BYTES)],
      env: { ...process.env, SPAN_STORE_TOKEN: token },
      logFile,
    });
    await child.waitUntil(() => accepts(port), 60_000);
    return {
      name: child.name,
      pid: child.pid,
      stop: () => child.stop('SIGTERM', 10_000),
      exited: child.exited,
      lastLines: child.lastLines,
    };
  }, report);
  return Object.assign(kept, {
    variables: {
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
      OTEL_EXPORTER_OTLP_HEADERS: `authorization=${encodeURIComponent(`Bearer ${token}`)}`,
    },
  });
};
