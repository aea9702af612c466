import { createHealth } from '@order-ledger/platform/health';
import { listen as serve } from '@order-ledger/platform/http/server';
import { createPool } from '@order-ledger/platform/postgres';
import { createPartnerKeys } from '@order-ledger/query-api/partner-keys';
import { createQueryApi } from '@order-ledger/query-api/query-api';
import { createSources } from '@order-ledger/query-api/sources';
import { openTail } from '@order-ledger/query-api/stream/tail';
import { createLooking } from '@order-ledger/query-api/stuck/looking';
import { readModelUnderTest } from '@order-ledger/testing/running/projection';
import { issuer, tokenMaker } from '@order-ledger/testing/tokens';
import { awaitReadSide } from '../../src/await-read-side.ts';
import { listen } from '../../src/event-stream.ts';
import { httpClient } from '../../src/http.ts';
import { play } from '../../src/player.ts';
import { readSide } from '../../src/read-side.ts';
import { type OrderRecord, openRecord } from '../../src/record.ts';
import { LIVES } from '../../src/scenario/lives.ts';
import type { Life, Step } from '../../src/scenario/steps.ts';
import { ledgerEngine } from './ledger-engine.ts';
import { stagedWorld } from './stage.ts';

const UNLIMITED = { points: 1_000_000, seconds: 1 };

/** A ledger, a projector and the query API, with orders that are played into the ledger and compared. */
export const startReadSide = async () => {
  const model = await readModelUnderTest();
  const { log, ledger, url: connectionString } = model;
  const tokens = await tokenMaker();
  const stopping = new AbortController();
  const pool = createPool({ connectionString, applicationName: 'demo test', name: `test-${crypto.randomUUID()}`, log });
  const sources = createSources({ primary: pool, reports: pool }, 5_000);
  const projector = model.start();
  const tail = await openTail({ sources, connectionString, log });
  const { app } = await createQueryApi({
    sources,
    looking: createLooking({ sources, processes: [], limits: {}, log }),
    tail,
    partnerKeys: createPartnerKeys(pool),
    health: createHealth(),
    log,
    version: '0.0.0',
    jwks: tokens.jwks,
    issuer,
    cursorSecrets: 'a secret of at least thirty-two characters',
    minVersionWaitMs: 100,
    heartbeatMs: 15_000,
    recheckMs: 60_000,
    maxStreams: 10,
    tokenStreams: 50,
    maxRequests: 1_000,
    tokenRequests: 1_000,
    staffPercent: 20,
    addressLimit: UNLIMITED,
    tokenLimit: UNLIMITED,
    trustedProxies: 0,
    plantTimeZone: 'Europe/Moscow',
    signIn: undefined,
    forwardTo: {},
    pageFolder: undefined,
    stopping: stopping.signal,
  });
  const server = await serve(app, { port: 0 });
  const bearer = await tokens.token({ roles: ['ops'], exp: Math.floor(Date.now() / 1_000) + 900 });
  const http = httpClient(10_000);
  const reads = readSide({ http, address: server.url, bearer });
  const stream = await listen({ address: server.url, bearer });
  let number = 0;
  const playOn = async (life: Life, record: OrderRecord): Promise<void> => {
    const world = stagedWorld(life.account, ledgerEngine(ledger));
    await play({ life, record, world, run: crypto.randomUUID().slice(0, 4), patienceMs: 60_000 });
    if (record.failure !== null) throw new Error(record.failure);
  };

  return {
    stream,
    reads,
    stopProjector: projector.stop,
    alter: (sql: string, orderId: string) => model.pool.query(sql, [orderId]),
    /** An order that lived so, in the ledger; its record is what the player was answered. */
    play: async (name: string): Promise<OrderRecord> => {
      const life = LIVES.find((candidate) => candidate.name === name);
      if (life === undefined) throw new Error(`there is no life ${name}`);
      number += 1;
      const record = openRecord(number, name);
      await playOn(life, record);
      return record;
    },
    /** One more step of an order that has played its life. */
    goOn: async (record: OrderRecord, step: Step): Promise<void> => {
      const life = LIVES.find((candidate) => candidate.name === record.life) as Life;
      await playOn({ ...life, steps: [step] }, record);
    },
    compare: (record: OrderRecord, limitMs = 20_000) =>
      awaitReadSide(record, { ledger, readSide: reads, stream, limitMs }),
    close: async () => {
      await stream.close();
      stopping.abort();
      await server.close(1_000);
      await tail.close();
      await pool.end();
      await model.close();
      await tokens.remove();
    },
  };
};
export type ReadSideUnderTest = Awaited<ReturnType<typeof startReadSide>>;
