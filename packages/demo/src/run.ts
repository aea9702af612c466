import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLedger } from '@order-ledger/ledger/ledger';
import type { Log } from '@order-ledger/platform/log';
import { awaitReadSide, type ReadBack } from './await-read-side.ts';
import type { Credentials } from './credentials.ts';
import { listen } from './event-stream.ts';
import { httpClient } from './http.ts';
import { httpWorld } from './http-world.ts';
import { play } from './player.ts';
import { readSide } from './read-side.ts';
import { type OrderRecord, openRecord } from './record.ts';
import { livesOf } from './scenario/lives.ts';
import { type Summary, summarize } from './summary.ts';

interface RunOptions {
  credentials: Credentials;
  orders: number;
  /** Orders that are played at the same time. */
  concurrency: number;
  /** How long an order may wait for what others are to do, milliseconds. */
  patienceMs: number;
  /** How long the read side may need to show what the ledger holds, milliseconds. */
  settleMs: number;
  log: Log;
}

export interface Progress {
  readonly records: readonly OrderRecord[];
  readonly orders: number;
  readonly phase: string;
}

const REPEAT_FOR_MS = 60_000;
const LAG_SAMPLE_MS = 250;

/** Letters only: in references digits could be taken for a phone number. */
export const newRun = (): string => Array.from({ length: 6 }, () => String.fromCharCode(97 + randomInt(26))).join('');

/** Works on all items, at most so many at a time, in their order. */
const pooled = async <Item>(
  items: readonly Item[],
  size: number,
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const left = items.values();
  const worker = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(size, items.length) }, worker));
};

/** Plays the orders against the running system and compares the records. `progress` is live from the first moment. */
export const demonstration = (options: RunOptions) => {
  const { credentials, concurrency, settleMs, log } = options;
  const lives = livesOf(options.orders);
  const records = lives.map((life, index) => openRecord(index + 1, life.name));
  let phase = 'playing';

  const run = async (): Promise<Summary> => {
    const began = performance.now();
    const name = newRun();
    const http = httpClient(REPEAT_FOR_MS);
    const { query_api, event_store } = credentials.addresses;
    const reads = readSide({ http, address: query_api, bearer: credentials.reader });
    const world = httpWorld({ credentials, http, readSide: reads, lagLimitMs: settleMs });
    const stream = await listen({ address: query_api, bearer: credentials.reader });
    const ledger = openLedger({ connectionString: event_store, log });
    const over = new AbortController();
    const sampling = sampleLag(reads.lag, over.signal);
    try {
      const plays = lives.map((life, index) => ({ life, record: records[index] as OrderRecord }));
      await pooled(plays, concurrency, ({ life, record }) =>
        play({ life, record, world, run: name, patienceMs: options.patienceMs }),
      );
      phase = 'comparing';
      const readBack = new Map<OrderRecord, ReadBack>();
      await pooled(records, concurrency, async (record) => {
        readBack.set(record, await awaitReadSide(record, { ledger, readSide: reads, stream, limitMs: settleMs }));
      });
      return summarize({
        run: name,
        seconds: (performance.now() - began) / 1_000,
        records,
        readBack: records.map((record) => readBack.get(record) as ReadBack),
        lags: stream.lags,
        statedLags: reads.lags,
        requests: http.sent,
        repeats: http.repeats,
      });
    } finally {
      over.abort();
      await sampling;
      await stream.close();
      await ledger.close();
    }
  };

  return { run, progress: (): Progress => ({ records, orders: lives.length, phase }) };
};

/** Asks for the lag at a steady pace too: orders ask in bursts, and most when nothing lags. */
const sampleLag = async (ask: () => Promise<void>, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    await ask();
    // Ends early when the run is over.
    await sleep(LAG_SAMPLE_MS, undefined, { signal }).catch(() => undefined);
  }
};
