import { onAbort } from '@order-ledger/platform/aborted';
import type { Log } from '@order-ledger/platform/log';
import { attribute } from '@order-ledger/platform/semantic-conventions';
import { assertSession } from '@order-ledger/platform/session';
import { inSpan } from '@order-ledger/platform/telemetry';
import {
  BEGINNING,
  isAfter,
  type Place,
  placeOf,
  readEnd,
  readToldAfter,
  type StreamedEntry,
} from '@order-ledger/read-model/reading/told-events';
import pg from 'pg';
import type { Sources } from '../sources.ts';

/** The projector's notification after each commit. It may be lost: it only saves waiting, and says what it follows from. */
const CHANNEL = 'order_events';
const LOOK_ANYWAY_MS = 1_000;
const LISTEN_AGAIN_MS = 1_000;
const CONNECT_MS = 3_000;
/** What OpenTelemetry keeps of a span's links. */
const MOST_LINKS = 128;

/** The end of the timeline, read once for all streams. */
export interface Tail {
  end(): Place;
  /** The next entries after a place, at most a page. */
  after(place: Place): Promise<readonly StreamedEntry[]>;
  /** Resolves when there is something after the place, or the signal aborts. */
  changed(place: Place, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export interface TailOptions {
  sources: Sources;
  connectionString: string;
  log: Log;
  /** Entries that are read at once; 500 if absent. */
  page?: number;
  /** Entries kept for all streams together, at least a page; 2,000 if absent. Who is further behind reads by himself. */
  kept?: number;
}

export const openTail = async (options: TailOptions): Promise<Tail> => {
  const { sources, connectionString, log, page: pageSize = 500, kept: mostKept = 2_000 } = options;
  let end: Place = (await readEnd(await sources.primary())) ?? BEGINNING;
  let kept: StreamedEntry[] = [];
  /** What is kept is all that follows on this. */
  let keptAfter = end;
  let waiting: (() => void)[] = [];
  let closed = false;
  /** Entries that were read here. */
  let told = 0;
  let reading: Promise<void> | undefined;
  let again = false;
  let failing = false;
  /** traceparents of the commits that the next reading follows from. */
  let followed: string[] = [];

  const readOn = (): Promise<void> => {
    const links = followed;
    followed = [];
    // A look that nobody asked for finds nothing, as a rule, and follows from nothing.
    const options = { parent: null, links, unrecorded: links.length === 0 };
    const attributes = { [attribute.streamReaders]: waiting.length };
    return inSpan(
      'stream events',
      attributes,
      async (span) => {
        const before = told;
        await readPages();
        span.setAttribute(attribute.streamEntries, told - before);
      },
      options,
    );
  };

  const readPages = async (): Promise<void> => {
    for (;;) {
      const page = await readToldAfter(await sources.primary(), end, pageSize);
      const last = page.at(-1);
      if (last === undefined) return;
      if (kept.length > 0 && kept.at(-1)?.origin !== last.origin) {
        // The read model was rebuilt: it will tell the kept events again.
        kept = [];
        keptAfter = end;
      }
      kept.push(...page);
      told += page.length;
      const over = kept.length - mostKept;
      if (over > 0) {
        keptAfter = placeOf(kept[over - 1] as StreamedEntry);
        kept = kept.slice(over);
      }
      end = placeOf(last);
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
      if (page.length < pageSize) return;
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
        if (!failing) log.warn('could not read the timeline; streams wait and will retry', { error });
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

  const listener = listen(connectionString, log, (payload) => {
    const traceparent = payload?.split(' ')[1];
    if (traceparent !== undefined && followed.length < MOST_LINKS) followed.push(traceparent);
    look();
  });
  const timer = setInterval(look, LOOK_ANYWAY_MS);

  return {
    end: () => end,
    after: async (place) => {
      if (!isAfter(end, place)) return [];
      if (isAfter(keptAfter, place)) return readToldAfter(await sources.primary(), place, pageSize);
      // From the end, where nearly all readers are.
      const from = kept.findLastIndex((entry) => !isAfter(placeOf(entry), place)) + 1;
      return kept.slice(from, from + pageSize);
    },
    changed: (place, signal) =>
      new Promise((resolve) => {
        if (isAfter(end, place)) return resolve();
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

/** A connection that listens, reopened whenever it breaks; meanwhile the timer polls. */
const listen = (
  connectionString: string,
  log: Log,
  onNotice: (payload?: string) => void,
): { close(): Promise<void> } => {
  let closed = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const made = new pg.Client({
      connectionString,
      application_name: 'query-api listens',
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
      // The time limit of the request to listen: one that is never answered would delay the end of this process.
      query_timeout: CONNECT_MS,
    });
    client = made;
    let over = false;
    const lost = (error?: unknown): void => {
      if (over) return;
      over = true;
      if (closed) return;
      log.warn('lost the connection that listens for changes', { error });
      void made.end().catch(() => undefined);
      timer = setTimeout(() => void connect(), LISTEN_AGAIN_MS);
    };
    made.on('error', lost);
    made.on('end', () => lost());
    made.on('notification', ({ payload }) => onNotice(payload));
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
