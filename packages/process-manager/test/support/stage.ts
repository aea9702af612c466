import { type OwnedCheckpoint, openCheckpoint } from '@order-ledger/ledger/follow/checkpoint';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { createPool } from '@order-ledger/platform/postgres';
import { keepingLog } from '@order-ledger/testing/lines';
import { createOrders, type Orders } from '@order-ledger/testing/orders/in-ledger';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import { openEventStore } from '@order-ledger/testing/services/event-store';
import type pg from 'pg';
import type { Reacting } from '../../src/follow.ts';
import { migrateSchema, SCHEMA } from '../../src/schema.ts';

export const { log } = keepingLog();

export interface Stage {
  readonly pool: pg.Pool;
  readonly ledger: Ledger;
  readonly orders: Orders;
  /** Address of the event store. */
  readonly url: string;
  /** One run of this, until `rest`. */
  follow(reacting: Reacting): Promise<OwnedCheckpoint>;
  /** Ends the run, if there is one. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/** A ledger and a database of their own, in this process. */
export const openStage = async (name: string): Promise<Stage> => {
  const store = await openEventStore();
  const database = await createTestDatabase();
  await migrateSchema({ connectionString: database.url, log });
  const pool = createPool({ connectionString: database.url, applicationName: 'test', name, log, searchPath: SCHEMA });
  const ledger = openLedger({ connectionString: store.url, log });
  let rest = async (): Promise<void> => undefined;
  return {
    ...{ pool, ledger, url: store.url },
    orders: createOrders(ledger),
    follow: async (reacting) => {
      const over = new AbortController();
      const checkpoint = await openCheckpoint(pool, 'reactions');
      const following = reacting.follow(checkpoint, over.signal);
      following.catch(() => undefined);
      rest = async () => {
        rest = async () => undefined;
        over.abort(new Error('the test is over'));
        await following;
      };
      return checkpoint;
    },
    rest: () => rest(),
    close: async () => {
      await ledger.close();
      await pool.end();
      await database.drop();
      await store.stop();
    },
  };
};
