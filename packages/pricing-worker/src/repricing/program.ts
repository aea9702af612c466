import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { openLedger } from '@order-ledger/ledger/ledger';
import { loadConfig } from '@order-ledger/platform/config';
import { createLog } from '@order-ledger/platform/log';
import { createPool } from '@order-ledger/platform/postgres';
import { runTableProgram } from '@order-ledger/platform/table-program';
import type { Measured } from '@order-ledger/pricing/measure';
import type { Tariff } from '@order-ledger/pricing/tariff';
import { z } from 'zod';
import { measureKeyOf, tenantOf } from '../calculating/measure-key.ts';
import { SCHEMA } from '../schema.ts';
import { settings } from '../settings.ts';
import { allTariffs } from '../tariffs/book.ts';
import { activeTariff } from '../tariffs/in-force.ts';
import { reportOf } from './report.ts';
import { type GivenPrice, isSame, reprice } from './reprice.ts';

// A program: calculates a price that was given again, for `npm run reprice`. It prints what it found; why it went no
// further goes to standard error. It writes nothing.

class RepriceError extends Error {
  override readonly name = 'RepriceError';
}

const config = loadConfig(
  settings.pick({ DATABASE_URL: true, EVENTSTORE_URL: true }).extend({ UPLOAD_FOLDER: z.string().min(1) }),
  process.env,
);
const log = createLog({ service: 'reprice', level: 'error', destination: process.stderr });
const pool = createPool({
  connectionString: config.DATABASE_URL,
  applicationName: 'reprice',
  name: 'reprice',
  log,
  searchPath: SCHEMA,
});
const ledger = openLedger({ connectionString: config.EVENTSTORE_URL, log });

type Priced = RecordedEvent & { type: 'PriceCalculated'; data: GivenPrice };

/** The last price of an order, or that of an attempt. @throws RepriceError */
const priceOf = async (orderId: string, attempt: number | undefined): Promise<Priced> => {
  const prices: Priced[] = [];
  let known = false;
  for await (const event of ledger.readOrder(orderId)) {
    known = true;
    if (event.type === 'PriceCalculated') prices.push(event as Priced);
  }
  if (!known) throw new RepriceError(`There is no order ${orderId}.`);
  const found = attempt === undefined ? prices.at(-1) : prices.find(({ data }) => data.attempt === attempt);
  if (found !== undefined) return found;
  const attempts = prices.map(({ data }) => data.attempt).join(', ');
  throw new RepriceError(
    attempts === ''
      ? 'The order has never had a price.'
      : `The order has no price of that attempt; it has: ${attempts}.`,
  );
};

/** Null where it is not there. @throws RepriceError where it is no longer what its name says */
const modelIn = async (folder: string, sha256: string): Promise<Uint8Array | null> => {
  const bytes = await readFile(join(folder, 'models', sha256)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (bytes !== null && createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new RepriceError(`The file of the model ${sha256} has changed on the disk.`);
  return bytes;
};

const measureBy =
  (tenant: string, { model_sha256: sha256, parameters }: GivenPrice) =>
  async (engine_version: string): Promise<Measured | null> => {
    const { unit, orientation = 'AS_IS', process } = parameters;
    const key = measureKeyOf({ tenant, sha256, unit, orientation, process, engine_version, triangles: 0, bytes: 0 });
    const { rows } = await pool.query<{ result: Measured }>('select result from measure where measure_key = $1', [key]);
    return rows[0]?.result ?? null;
  };

const show = async (orderId = '', attempt?: string): Promise<void> => {
  const { data, metadata } = await priceOf(orderId, attempt === undefined ? undefined : Number(attempt));
  const state = await ledger.load(orderId);
  if (state === null) throw new RepriceError(`There is no order ${orderId}.`);
  const tariffs = new Map((await allTariffs(pool)).map((row) => [row.version, row.data as Tariff]));
  const repricing = await reprice(data, {
    model: await modelIn(config.UPLOAD_FOLDER, data.model_sha256),
    tariffOf: (version) => tariffs.get(version) ?? null,
    inForce: await activeTariff(pool),
    measureBy: measureBy(tenantOf(state), data),
  });
  process.stdout.write(`${reportOf(repricing, metadata.recorded_at).join('\n')}\n`);
  if (!repricing.again.ok) throw new RepriceError('The price of then could not be calculated again.');
  if (!isSame(repricing)) throw new RepriceError('The price of then did not come out again: see above.');
};

await runTableProgram({ commands: { show }, told: [RepriceError], owner: 'pricing-worker', pool });
await ledger.close();
