import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { awaitReadSide } from '@order-ledger/demo/await-read-side';
import type { Credentials } from '@order-ledger/demo/credentials';
import { listen } from '@order-ledger/demo/event-stream';
import { httpClient } from '@order-ledger/demo/http';
import { httpWorld } from '@order-ledger/demo/http-world';
import type { Mismatch } from '@order-ledger/demo/mismatch';
import { play } from '@order-ledger/demo/player';
import { readSide } from '@order-ledger/demo/read-side';
import { type OrderRecord, openRecord } from '@order-ledger/demo/record';
import { newRun } from '@order-ledger/demo/run';
import { LIVES, livesOf } from '@order-ledger/demo/scenario/lives';
import type { Life } from '@order-ledger/demo/scenario/steps';
import type { World } from '@order-ledger/demo/world';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { chosen } from './matrix.ts';

interface LoadOptions {
  credentials: Credentials;
  ledger: Ledger;
  /** Orders under way at the same time. */
  inFlight: number;
  seed: number;
}

/** Orders that are driven over HTTP as users do it, one after the other ends, for as long as it is wanted. */
interface Load {
  readonly records: readonly OrderRecord[];
  /** How often a request was sent again, by reason. */
  readonly repeats: ReadonlyMap<string, number>;
  readonly requests: number;
  /** Remembers where the orders under way stand; what is answered says which of them still stand there. */
  underWay(): () => OrderRecord[];
  /**
   * No new orders; those under way go on to their end, or are given up after the limit. Then what was answered, what
   * the ledger holds, what the query API shows and what its stream has told are held against each other.
   */
  end(limitMs: number): Promise<Mismatch[]>;
  /** Gives everything up at once. */
  stop(): Promise<void>;
}

/** A careful client does not give up before the outage is over. */
const REPEAT_FOR_MS = 300_000;
const PATIENCE_MS = 600_000;
const SETTLE_MS = 60_000;

/** Lives in which a quote runs out, or a calculation is to be caught, would fail by the outage's length alone. */
export const LASTING = LIVES.filter(
  ({ account, steps }) =>
    account !== 'short-quotes' && !steps.some(({ kind }) => kind === 'outlasts-quote' || kind === 'catches'),
);

export const startLoad = async ({ credentials, ledger, inFlight, seed }: LoadOptions): Promise<Load> => {
  const { query_api } = credentials.addresses;
  const http = httpClient(REPEAT_FOR_MS);
  const reads = readSide({ http, address: query_api, bearer: credentials.reader });
  const world = httpWorld({ credentials, http, readSide: reads, lagLimitMs: REPEAT_FOR_MS });
  const stream = await listen({ address: query_api, bearer: credentials.reader });
  const lives = livesOf(60, LASTING);
  const records: OrderRecord[] = [];
  const run = newRun();
  let wanted = true;
  const givenUp = new AbortController();
  const gaveUp = once(givenUp.signal, 'abort').then(() => Promise.reject(givenUp.signal.reason as Error));
  gaveUp.catch(() => undefined);
  /** Whatever an order waits for, it is given up with all others. */
  const bounded = {
    ...world,
    send: (request) => Promise.race([world.send(request), gaveUp]),
    upload: (caller, model) => Promise.race([world.upload(caller, model), gaveUp]),
    timeline: (orderId, version) => Promise.race([world.timeline(orderId, version), gaveUp]),
  } satisfies World;

  const drive = async (): Promise<void> => {
    while (wanted) {
      const number = records.length + 1;
      const life = lives[chosen(seed, `life ${number}`, lives.length)] as Life;
      const record = openRecord(number, life.name);
      records.push(record);
      await play({ life, record, run, patienceMs: PATIENCE_MS, world: bounded });
      // An order that failed at once must not be followed by thousands.
      if (record.failure !== null) await sleep(1_000);
    }
  };
  const driving = Promise.all(Array.from({ length: inFlight }, drive));

  const stop = async (): Promise<void> => {
    wanted = false;
    givenUp.abort(new Error('the load was stopped'));
    await stream.close();
  };

  return {
    records,
    repeats: http.repeats,
    get requests() {
      return http.sent;
    },
    underWay: () => {
      const stood = records
        .filter(({ ended }) => !ended)
        .map((record) => ({ record, step: record.step, answers: record.entries.length }));
      return () =>
        stood
          .filter(
            ({ record, step, answers }) => !record.ended && record.step === step && record.entries.length === answers,
          )
          .map(({ record }) => record);
    },
    end: async (limitMs) => {
      wanted = false;
      const limit = setTimeout(() => givenUp.abort(new Error(`not within ${limitMs / 1_000} s`)), limitMs);
      await driving;
      clearTimeout(limit);
      const readBack = records.map((record) =>
        awaitReadSide(record, { ledger, readSide: reads, stream, limitMs: SETTLE_MS }),
      );
      return (await Promise.all(readBack)).flatMap(({ mismatches }) => mismatches);
    },
    stop,
  };
};
