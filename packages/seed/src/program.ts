import { withSource } from '@order-ledger/backup/servers';
import { openLedger } from '@order-ledger/ledger/ledger';
import { ServiceProblem } from '@order-ledger/local/problem';
import { createLog } from '@order-ledger/platform/log';
import { createPool } from '@order-ledger/platform/postgres';
import { READ_MODEL_VERSION, versionSchema } from '@order-ledger/read-model/schema';
import { type Seeding, seedLedger } from './into-ledger.ts';
import { seedReadModel } from './into-read-model.ts';

export interface SeedOptions {
  root: string;
  orders: number;
  months: number;
  seed: number;
  readModelOnly: boolean;
  report: (line: string) => void;
}

const MONTH_MS = 30.5 * 86_400_000;
const EVERY_MS = 2_000;

const telling = (report: (line: string) => void, of: number): Seeding['seen'] => {
  const began = performance.now();
  let told = began;
  return (orders, events) => {
    if (performance.now() - told < EVERY_MS) return;
    told = performance.now();
    const a = Math.round(orders / ((told - began) / 1_000));
    report(`${orders} of ${of} orders${events > 0 ? `, ${events} events` : ''} (${a} orders a second) …`);
  };
};

/** Fills the ledger, or the tables alone, with the lives of orders; answers what it did, in words. */
export const seed = async ({
  root,
  orders,
  months,
  seed: number,
  readModelOnly,
  report,
}: SeedOptions): Promise<string> => {
  const until = Date.now();
  const seeding: Seeding = {
    orders,
    seed: number,
    from: until - months * MONTH_MS,
    until,
    seen: telling(report, orders),
  };
  const log = createLog({ service: 'seed', level: 'error', destination: process.stderr });
  return withSource(root, report, async ({ postgres, eventStore }) => {
    if (!readModelOnly) {
      const ledger = openLedger({ connectionString: eventStore, log });
      try {
        const { orders: made, events, known } = await seedLedger(ledger, seeding);
        return `${made} orders with ${events} events are in the ledger${known > 0 ? `; ${known} were there before` : ''}. The read model follows.`;
      } finally {
        await ledger.close();
      }
    }
    const pool = createPool({
      connectionString: postgres,
      applicationName: 'seed',
      name: 'seed',
      log,
      statementTimeoutMs: 600_000,
    });
    try {
      const { rows } = await pool.query<{ there: boolean }>(
        'select exists (select from read_model_1.order_row limit 1) as there',
      );
      if (rows[0]?.there)
        throw new ServiceProblem(
          'The read model has orders already: rows without events go into an empty one alone (npm run reset).',
        );
      const made = await seedReadModel(pool, versionSchema(READ_MODEL_VERSION), seeding);
      return `${made} orders are in the tables of the read model, and in no ledger.`;
    } finally {
      await pool.end();
    }
  });
};
