import { Redis } from 'ioredis';
import { jittered } from './back-off.ts';
import type { Log } from './log.ts';
import { defineMetrics } from './metrics.ts';
import { TRANSIENT_FAULTS } from './transient-table.ts';

interface RedisConnection {
  readonly url: string;
  readonly log: Log;
  /** Milliseconds until a command without an answer fails. Whoever asks goes on without Redis then. */
  readonly commandTimeoutMs: number;
  /** What is done while it does not answer, for the log. */
  readonly meanwhile: string;
}

const WORDS = TRANSIENT_FAULTS.filter(({ sign }) => sign === 'reply').map(({ code }) => code);
/** The answer to a script has the word in its middle. */
const WORD = new RegExp(`(?:^|[\\s-])(${WORDS.join('|')})\\b`);

/**
 * The word by which a server says that it serves nobody now. After a failover the same address leads to another server,
 * but an open connection does not: only a new one reaches it.
 */
export const refusalWord = (error: Error): string | undefined => WORD.exec(error.message)?.[1];

const CONNECT_TIMEOUT_MS = 2_000;
/** A connection that is silent for so long after a question is given up: packets may have been dropped for minutes. */
const SILENCE_MS = 2_000;
/** A server that stays a replica is asked again by a new connection no more often than this, milliseconds. */
const REPLACED_EVERY_MS = 1_000;
const LOGGED_EVERY_MS = 60_000;

const metrics = defineMetrics({
  connected: { type: 'gauge', name: 'redis_connected', help: '1 while the connection to Redis can be used' },
  replaced: {
    type: 'counter',
    name: 'redis_connections_replaced_total',
    help: 'Connections given up because the server said that it serves nobody now, by its word',
    labels: ['code'],
  },
});

/**
 * The only client of Redis. It recovers by itself from every fault; no caller waits for that, and no command is queued.
 */
export const connectRedis = ({ url, log, commandTimeoutMs, meanwhile }: RedisConnection): Redis => {
  let replacedAt = Number.NEGATIVE_INFINITY;
  let loggedAt = Number.NEGATIVE_INFINITY;
  let complained = false;
  const complain = (error: unknown): void => {
    if (performance.now() - loggedAt < LOGGED_EVERY_MS) return;
    loggedAt = performance.now();
    complained = true;
    log.warn(`Redis is unavailable: ${meanwhile}`, { error });
  };
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: commandTimeoutMs,
    connectTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_MS,
    maxLoadingRetryTime: 500,
    retryStrategy: (attempt) => jittered(attempt, { firstMs: 50, maxMs: 1_000 }),
    reconnectOnError: (error) => {
      const code = refusalWord(error);
      if (code === undefined || performance.now() - replacedAt < REPLACED_EVERY_MS) return false;
      replacedAt = performance.now();
      metrics.replaced.inc({ code });
      complain(error);
      return true;
    },
  });
  metrics.connected.set({}, 0);
  redis.on('error', complain);
  redis.on('close', () => metrics.connected.set({}, 0));
  redis.on('ready', () => {
    metrics.connected.set({}, 1);
    if (complained) log.info('reconnected to Redis', {});
    complained = false;
  });
  return redis;
};
