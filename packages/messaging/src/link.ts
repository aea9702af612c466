import { setTimeout as delay } from 'node:timers/promises';
import { onAbort } from '@order-ledger/platform/aborted';
import { jittered } from '@order-ledger/platform/back-off';
import type { Log } from '@order-ledger/platform/log';
import { type Channel, type ChannelModel, type ConfirmChannel, connect } from 'amqplib';
import { BrokerUnavailableError } from './errors.ts';
import { metrics } from './metrics.ts';
import { refusalOr } from './refusals.ts';

export interface ChannelUser {
  /** For logs. */
  readonly name: string;
  /** Makes a new channel ready for use: declarations, listeners, consumers. */
  readonly open: (channel: ConfirmChannel) => Promise<void>;
  /** The channel that `open` was given is gone, with whatever was under way on it. */
  readonly lost: () => void;
}

export interface KeptChannel {
  /** Resolves once the channel is open; rejects with the last fault when it is not within the time, milliseconds. */
  ready(timeoutMs: number): Promise<void>;
  /** Throws the last fault while the channel is not open. */
  check(): void;
  close(): Promise<void>;
}

/** One connection to the broker that is opened again, with its channels, after every fault. */
export interface Link {
  keepChannel(user: ChannelUser): KeptChannel;
  /** A channel for one piece of work, closed at its end. Rejects at once where there is no connection. */
  withChannel<Result>(work: (channel: Channel) => Promise<Result>): Promise<Result>;
  /** True while the broker takes nothing from this connection. */
  readonly blocked: boolean;
  /** For how long it has been so; 0 while it is not. */
  blockedForMs(): number;
  /** Calls back at each change of `blocked`. */
  onBlocked(listener: () => void): void;
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 10_000;
const CLOSE_TIMEOUT_MS = 5_000;
/** A broker that is gone without a word is noticed after two of these, seconds. */
const HEARTBEAT_S = 10;
/** How long a channel or connection must have lived for its next fault to count as the first, milliseconds. */
const RECOVERED_AFTER_MS = 30_000;

/** Random, so that many do not come back at once; short, because a refused connection costs a broker nothing. */
const BACK_OFF = { firstMs: 100, maxMs: 2_000 };

/**
 * Runs `once` again and again until the signal. It resolves or rejects with the fault that ended it; `up` is to be
 * called by it when it works.
 */
const keepRunning = async (
  once: (up: () => void) => Promise<unknown>,
  failed: (fault: unknown, delayMs: number) => void,
  signal: AbortSignal,
): Promise<void> => {
  for (let failures = 0; !signal.aborted; ) {
    let upSince = Number.POSITIVE_INFINITY;
    const up = () => {
      upSince = performance.now();
    };
    const fault = refusalOr(await once(up).catch((error: unknown) => error), 'The connection or the channel ended');
    if (signal.aborted) return;
    failures = performance.now() - upSince > RECOVERED_AFTER_MS ? 0 : failures + 1;
    const delayMs = jittered(failures, BACK_OFF);
    failed(fault, delayMs);
    await delay(delayMs, undefined, { signal }).catch(() => undefined);
  }
};

/** A value that is there at times: what waits for it gets it, or the last fault. */
const createSlot = <Value>() => {
  let value: Value | undefined;
  let fault: unknown = new BrokerUnavailableError('not connected to the broker yet');
  const waiting = new Set<() => void>();
  return {
    get value() {
      return value;
    },
    fill: (next: Value) => {
      value = next;
      for (const wake of waiting) wake();
    },
    empty: (why: unknown) => {
      value = undefined;
      fault = why;
    },
    get fault() {
      return fault;
    },
    filled: async (signal: AbortSignal): Promise<Value> => {
      while (value === undefined) {
        if (signal.aborted) throw fault;
        await new Promise<void>((resolve) => {
          let leave = () => {};
          const wake = () => {
            waiting.delete(wake);
            leave();
            resolve();
          };
          waiting.add(wake);
          leave = onAbort(signal, wake);
        });
      }
      return value;
    },
  };
};

export const openLink = ({ url, name, log }: { url: string; name: string; log: Log }): Link => {
  const closing = new AbortController();
  const { signal } = closing;
  const connection = createSlot<ChannelModel>();
  const listeners: (() => void)[] = [];
  let blockedSince: number | undefined;
  const setBlocked = (next: boolean) => {
    if ((blockedSince !== undefined) === next) return;
    blockedSince = next ? performance.now() : undefined;
    metrics.blocked.set({ connection: name }, next ? 1 : 0);
    for (const listener of listeners) listener();
  };

  const connectOnce = async (up: () => void): Promise<unknown> => {
    const model = await connect(withHeartbeat(url), {
      timeout: CONNECT_TIMEOUT_MS,
      noDelay: true,
      keepAlive: true,
      clientProperties: { connection_name: name },
    });
    let fault: unknown = new BrokerUnavailableError('the connection to the broker was closed');
    model.on('error', (error: Error) => {
      fault = error;
    });
    const closed = new Promise<void>((resolve) => void model.on('close', () => resolve()));
    model.on('blocked', (reason: string) => {
      log.warn('the broker blocks publishing', { name, reason });
      setBlocked(true);
    });
    model.on('unblocked', () => {
      log.info('the broker accepts messages again', { name });
      setBlocked(false);
    });
    const leave = () => void model.close().catch(() => undefined);
    const forget = onAbort(signal, leave);
    up();
    metrics.connected.set({ connection: name }, 1);
    connection.fill(model);
    await closed;
    forget();
    metrics.connected.set({ connection: name }, 0);
    setBlocked(false);
    connection.empty(refusalOr(fault, 'The connection ended'));
    return fault;
  };
  metrics.connected.set({ connection: name }, 0);
  const connecting = keepRunning(
    connectOnce,
    (error, delayMs) => {
      connection.empty(error);
      metrics.rebuilt.inc({ part: 'connection' });
      log.warn('no connection to the broker; reconnecting', { name, error, delay_ms: Math.round(delayMs) });
    },
    signal,
  );

  const kept: Promise<void>[] = [];
  const keepChannel = (user: ChannelUser): KeptChannel => {
    const leaving = new AbortController();
    const over = AbortSignal.any([signal, leaving.signal]);
    const channelSlot = createSlot<ConfirmChannel>();

    const openOnce = async (up: () => void): Promise<unknown> => {
      const model = await connection.filled(over);
      const channel = await model.createConfirmChannel();
      let fault: unknown = new BrokerUnavailableError('the channel was closed');
      channel.on('error', (error: Error) => {
        fault = error;
      });
      // A consumer gets no word of a channel that the broker closed: this event is the only one.
      const closed = new Promise<void>((resolve) => void channel.on('close', () => resolve()));
      const leave = () => void closeQuietly(channel);
      const forget = onAbort(leaving.signal, leave);
      try {
        await user.open(channel);
        up();
        channelSlot.fill(channel);
        await closed;
        return fault;
      } catch (error) {
        await closeQuietly(channel);
        throw error;
      } finally {
        channelSlot.empty(refusalOr(fault, 'The channel ended'));
        forget();
        user.lost();
      }
    };
    const running = keepRunning(
      openOnce,
      (error, delayMs) => {
        channelSlot.empty(error);
        metrics.rebuilt.inc({ part: 'channel' });
        log.warn('channel closed; reopening it', { name: user.name, error, delay_ms: Math.round(delayMs) });
      },
      over,
    );
    kept.push(running);
    const check = () => {
      if (channelSlot.value === undefined) throw connection.value === undefined ? connection.fault : channelSlot.fault;
    };
    return {
      ready: async (timeoutMs) => {
        await channelSlot.filled(AbortSignal.any([over, AbortSignal.timeout(timeoutMs)])).catch(() => undefined);
        check();
      },
      check,
      close: async () => {
        leaving.abort();
        await running;
      },
    };
  };

  const withChannel: Link['withChannel'] = async (work) => {
    if (connection.value === undefined) throw connection.fault;
    const channel = await connection.value.createChannel();
    // What the broker says is told to the work as well.
    channel.on('error', () => undefined);
    try {
      return await work(channel);
    } finally {
      void closeQuietly(channel);
    }
  };

  return {
    keepChannel,
    withChannel,
    get blocked() {
      return blockedSince !== undefined;
    },
    blockedForMs: () => (blockedSince === undefined ? 0 : performance.now() - blockedSince),
    onBlocked: (listener) => void listeners.push(listener),
    close: async () => {
      closing.abort();
      // A broker that does not answer the close is left without one.
      const limit = delay(CLOSE_TIMEOUT_MS, undefined, { ref: false });
      await Promise.race([Promise.all([connecting, ...kept]), limit]);
    },
  };
};

const closeQuietly = async (channel: Channel): Promise<void> => {
  try {
    await channel.close();
  } catch {
    // It is closed already, which is what was wanted.
  }
};

const withHeartbeat = (url: string): string => {
  const address = new URL(url);
  if (!address.searchParams.has('heartbeat')) address.searchParams.set('heartbeat', String(HEARTBEAT_S));
  return address.href;
};
