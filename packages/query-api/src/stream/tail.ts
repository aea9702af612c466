import { onAbort } from '@order-ledger/platform/aborted';
import type { Log } from '@order-ledger/platform/log';
import { assertSession } from '@order-ledger/platform/session';
import {
  type Position,
  readLastPosition,
  readTimelineAfter,
  type StreamedEntry,
} from '@order-ledger/read-model/reading/timeline';
import pg from 'pg';
import type { Sources } from '../sources.ts';
import { BEGINNING, isAfter } from './position.ts';

/** What the projector says after each commit. It carries nothing and may be lost: it only saves waiting. */
const CHANNEL = 'order_events';
const LOOK_ANYWAY_MS = 1_000;
const LISTEN_AGAIN_MS = 1_000;
const CONNECT_MS = 3_000;
const PAGE = 500;
/** Kept for all streams together; who is further behind reads the table by himself. */
const KEPT = 2_000;

/** The end of the timeline, read once for all streams. */
export interface Tail {
  end(): Position;
  /** The next entries after a position, at most a page. */
  after(position: Position): Promise<readonly StreamedEntry[]>;
  /** Resolves when there is something after the position, or the signal aborts. */
  changed(position: Position, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

const positionOf = ({ position_commit, position_prepare }: StreamedEntry): Position => ({
  commit: position_commit,
  prepare: position_prepare,
});

export const openTail = async (options: { sources: Sources; connectionString: string; log: Log }): Promise<Tail> => {
  const { sources, connectionString, log } = options;
  let end: Position = (await readLastPosition(await sources.primary())) ?? BEGINNING;
  let kept: StreamedEntry[] = [];
  /** What is kept is all that follows on this. */
  let keptAfter = end;
  let waiting: (() => void)[] = [];
  let closed = false;
  let reading: Promise<void> | undefined;
  let again = false;
  let failing = false;

  const readOn = async (): Promise<void> => {
    for (;;) {
      const page = await readTimelineAfter(await sources.primary(), end, PAGE);
      const last = page.at(-1);
      if (last === undefined) return;
      kept.push(...page);
      const over = kept.length - KEPT;
      if (over > 0) {
        keptAfter = positionOf(kept[over - 1] as StreamedEntry);
        kept = kept.slice(over);
      }
      end = positionOf(last);
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
      if (page.length < PAGE) return;
    }
  };

  /** One reading at a time; a call that comes while it runs makes it look once more. */
  const look = (): void => {
    if (reading !== undefined) again = true;
    if (closed || reading !== undefined) return;
    reading = readOn()
      .then(() => {
        failing = false;
      })
      .catch((error: unknown) => {
        // An outage is one line, not one a second.
        if (!failing) log.warn('the timeline could not be read on: streams wait', { error });
        failing = true;
      })
      .finally(() => {
        reading = undefined;
        if (again) {
          again = false;
          look();
        }
      });
  };

  const listener = listen(connectionString, log, look);
  const timer = setInterval(look, LOOK_ANYWAY_MS);

  return {
    end: () => end,
    after: async (position) => {
      if (!isAfter(end, position)) return [];
      if (isAfter(keptAfter, position)) return readTimelineAfter(await sources.primary(), position, PAGE);
      const from = kept.findIndex((entry) => isAfter(positionOf(entry), position));
      return from < 0 ? [] : kept.slice(from, from + PAGE);
    },
    changed: (position, signal) =>
      new Promise((resolve) => {
        if (isAfter(end, position)) return resolve();
        let leave = () => {};
        const wake = (): void => {
          leave();
          waiting = waiting.filter((other) => other !== wake);
          resolve();
        };
        waiting.push(wake);
        leave = onAbort(signal, wake);
      }),
    close: async () => {
      closed = true;
      clearInterval(timer);
      await Promise.all([listener.close(), reading]);
      for (const wake of [...waiting]) wake();
    },
  };
};

/** A connection that listens, made anew whenever it breaks; meanwhile the timer looks. */
const listen = (connectionString: string, log: Log, onNotice: () => void): { close(): Promise<void> } => {
  let closed = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const made = new pg.Client({
      connectionString,
      application_name: 'query-api listens',
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
    });
    client = made;
    let over = false;
    const lost = (error?: unknown): void => {
      if (over) return;
      over = true;
      if (closed) return;
      log.warn('the connection that listens broke', { error });
      void made.end().catch(() => undefined);
      timer = setTimeout(() => void connect(), LISTEN_AGAIN_MS);
    };
    made.on('error', lost);
    made.on('end', () => lost());
    made.on('notification', onNotice);
    try {
      await made.connect();
      await assertSession(made, connectionString);
      await made.query(`listen ${CHANNEL}`);
      onNotice();
    } catch (error) {
      lost(error);
    }
  };
  const first = connect();

  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await first;
      // A connection that is broken already has nothing left to end.
      await client?.end().catch(() => undefined);
    },
  };
};
