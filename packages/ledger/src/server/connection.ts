import { setTimeout as delay } from 'node:timers/promises';
import { type AppendResult, EventStoreDBClient } from '@eventstore/db-client';
import { orAborted } from '@order-ledger/platform/aborted';
import { clock } from '@order-ledger/platform/clock';
import type { Log } from '@order-ledger/platform/log';
import { bulkhead, isBulkheadRejectedError } from 'cockatiel';
import { clientErrorType, InvalidAppendError, LedgerUnavailableError } from '../errors.ts';
import { metrics } from '../metrics.ts';
import { LedgerDivergedError } from '../restored/divergence.ts';
import type { Append } from '../stored/codec.ts';
import { EVENT_STORE } from './server-clock.ts';
import { watchAppends } from './unacknowledged.ts';

export type AppendAnswer =
  | { readonly kind: 'stored' }
  /** Another event stands at the revision: nothing of this append is stored, nor ever will be. */
  | { readonly kind: 'conflict' }
  /** What it was decided on does not hold any more: it was not sent. */
  | { readonly kind: 'unsent' }
  /** It may be stored, now or later. */
  | { readonly kind: 'in-doubt'; readonly error: unknown };

export interface Connection {
  /** For reads and subscriptions only. */
  readonly reader: EventStoreDBClient;
  /** @throws LedgerUnavailableError when too many wait already, LedgerDivergedError: nothing was sent */
  append(append: Append): Promise<AppendAnswer>;
  /**
   * Whether an append can be sent, as far as is known; after a lost connection it is asked, and so a new one is noticed
   * before anything is decided.
   */
  reaches(): boolean | Promise<boolean>;
  /** Throws AppendsUnacknowledgedError while none is acknowledged. */
  checkAppends(): void;
  close(): Promise<void>;
}

interface ConnectionOptions {
  readonly connectionString: string;
  /**
   * Called when there is a connection, before an append is sent on it. If it rejects with LedgerDivergedError, none is
   * sent; undefined: there is nothing to wait for.
   */
  readonly beforeSending: () => Promise<void> | undefined;
  /** Called when another connection than the last one is about to be used: another event store may be behind it. */
  readonly reconnected?: () => void;
  readonly log: Log;
  /** Milliseconds until an append without an answer is in doubt; the client itself has no timer for it. */
  readonly appendTimeoutMs: number;
  readonly maxAppendsInFlight: number;
  readonly maxAppendsWaiting: number;
}

/**
 * Two clients, because all appends of a process wait in one map of the client library: an error of any batch stream
 * rejects them all, and an answer whose entry is gone ends the process. A failed read would replace the channel and so
 * make a second batch stream. So reads have a client of their own, and the append client is replaced as a whole; the
 * new one is used only when nothing waits in the old one.
 */
export const connect = (options: ConnectionOptions): Connection => {
  const { connectionString, beforeSending, log, appendTimeoutMs, maxAppendsInFlight, maxAppendsWaiting } = options;
  const { reconnected = () => undefined } = options;
  const newClient = () => EventStoreDBClient.connectionString(connectionString);
  const reader = newClient();
  const inFlight = bulkhead(maxAppendsInFlight, maxAppendsWaiting);
  metrics.appendsInFlight.onCollect(() =>
    metrics.appendsInFlight.set({}, maxAppendsInFlight - inFlight.executionSlots),
  );

  const unacknowledged = watchAppends();

  let appender: Appender = { client: Promise.resolve(newClient()), unanswered: 0 };
  const replace = (failed: Appender, error: unknown): void => {
    if (appender !== failed) return;
    metrics.clientsReplaced.inc({});
    log.warn('replacing the append client', { error });
    appender = { client: retired(failed).then(newClient), unanswered: 0 };
  };

  /** Its features are one question for as long as there is one connection, whoever waits for the answer. */
  let known: { readonly by: Appender; readonly client: EventStoreDBClient; readonly features: unknown } | undefined;
  const met = async (by: Appender): Promise<EventStoreDBClient> => {
    const client = await by.client;
    const features = featuresOf(client);
    await features;
    if (known !== undefined && known.features !== features) reconnected();
    known = { by, client, features };
    return client;
  };

  /** Without waiting, while it is the connection that is known. */
  const metNow = (by: Appender): EventStoreDBClient | undefined =>
    known?.by === by && featuresOf(known.client) === known.features ? known.client : undefined;

  const send = async ({ stream, events, expectedRevision, holds }: Append): Promise<AppendAnswer> => {
    const used = appender;
    const started = performance.now();
    let givenUp = false;
    let sent = false;
    const append = async (): Promise<AppendResult> => {
      const client =
        metNow(used) ??
        (await met(used).catch((error: unknown) => {
          replace(used, error);
          throw error;
        }));
      const asking = beforeSending();
      if (asking !== undefined) await asking;
      // Nothing is waited for behind an answer that needs no reading.
      const held = holds?.() ?? true;
      const features = featuresOf(client);
      if (!(held instanceof Promise ? await held : held)) throw new DecidedBeforeError();
      const isOther = used !== appender || featuresOf(client) !== features;
      if (givenUp || isOther) throw new Error('an append was cancelled before it was sent');
      // The client makes it a time of this machine's clock, and the server holds it against its own.
      const deadline = appendTimeoutMs + clock.ahead(EVENT_STORE);
      const options = { expectedRevision, requiresLeader: true, deadline };
      sent = true;
      used.unanswered += 1;
      try {
        return await client.appendToStream(stream, [...events], options);
      } finally {
        used.unanswered -= 1;
      }
    };
    const answer = await answerWithin(appendTimeoutMs, append());
    givenUp = true;
    if (answer.kind === 'unsent') return answer;
    const tookMs = performance.now() - started;
    unacknowledged.answered(answer, tookMs);
    metrics.appendSeconds.observe({ answer: answer.kind }, tookMs / 1000);
    if (sent && answer.kind === 'in-doubt' && clientErrorType(answer.error) !== 'deadline-exceeded')
      replace(used, answer.error);
    return answer;
  };

  return {
    reader,
    append: async (append) => {
      try {
        return await inFlight.execute(() => send(append));
      } catch (error) {
        if (!isBulkheadRejectedError(error)) throw error;
        throw new LedgerUnavailableError('too many appends wait for the event store; nothing was sent', {
          cause: error,
        });
      }
    },
    reaches: () => {
      if (metNow(appender) !== undefined) return true;
      const answered = met(appender).then(
        () => true,
        () => false,
      );
      return orAborted(answered, AbortSignal.timeout(REACH_LIMIT_MS)).then((reached) => reached ?? false);
    },
    checkAppends: unacknowledged.check,
    close: async () => {
      await Promise.all([disposed(reader), retired(appender)]);
    },
  };
};

/** How long a decision waits for a new connection before it reads with the other one, milliseconds. */
const REACH_LIMIT_MS = 1_000;

const answerWithin = async (limitMs: number, append: Promise<AppendResult>): Promise<AppendAnswer> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer to an append within ${limitMs} ms`)), limitMs);
  });
  try {
    await Promise.race([append, limit]);
    return { kind: 'stored' };
  } catch (error) {
    if (error instanceof LedgerDivergedError) throw error;
    if (error instanceof DecidedBeforeError) return { kind: 'unsent' };
    const type = clientErrorType(error);
    if (type === 'wrong-expected-version') return { kind: 'conflict' };
    if (type === 'stream-deleted' || type === 'maximum-append-size-exceeded')
      throw new InvalidAppendError(`the event store will never take this append: ${type}`, { cause: error });
    return { kind: 'in-doubt', error };
  } finally {
    clearTimeout(timer);
  }
};

interface Appender {
  readonly client: Promise<EventStoreDBClient>;
  unanswered: number;
}

/**
 * The client asks for the server's features before its first append, and again after a lost connection, without a limit
 * of time. An append that waited for that inside the client would open a stream long after it was given up: its error
 * would empty the map that the next client's appends wait in.
 */
const featuresOf = (client: EventStoreDBClient): Promise<unknown> => Reflect.get(client, 'capabilities');

/** What an append was decided on was seen through another connection: it must be read again. */
class DecidedBeforeError extends Error {
  override readonly name = 'DecidedBeforeError';
}

/** Ends the streams of a client, the one too that an append was about to open, until every append of it is rejected. */
const retired = async (appender: Appender): Promise<void> => {
  const client = await appender.client;
  for (const limit = performance.now() + DISPOSAL_LIMIT_MS; ; await delay(10)) {
    await disposed(client);
    if (appender.unanswered === 0 || performance.now() > limit) return;
  }
};

/** How long a client may take to give up its streams, milliseconds: they are cancelled on this side alone. */
const DISPOSAL_LIMIT_MS = 2_000;

const disposed = async (client: EventStoreDBClient): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, DISPOSAL_LIMIT_MS);
  });
  await Promise.race([client.dispose(), limit]);
  clearTimeout(timer);
};
