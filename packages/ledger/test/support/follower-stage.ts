import { CHECKPOINT_TABLE, type OwnedCheckpoint, stateAfter } from '@order-ledger/ledger/follow/checkpoint';
import {
  followAsOwner,
  type OwnedFollower,
  type OwnedFollowerOptions,
} from '@order-ledger/ledger/follow/owned-follower';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { inTransaction } from '@order-ledger/platform/postgres';
import { addNote, initiate } from '@order-ledger/testing/ledger/requests';
import { keepingLog } from '@order-ledger/testing/lines';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import { type OpenEventStore, openEventStore } from '@order-ledger/testing/services/event-store';
import pg from 'pg';

export const NAME = 'orders@1';

export interface FollowerStage {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly store: OpenEventStore;
  readonly ledger: Ledger;
  readonly lines: () => Record<string, unknown>[];
  readonly log: ReturnType<typeof keepingLog>['log'];
  /** Writes each event down in the transaction that moves the checkpoint; it ends with the stage. */
  follower(changes?: Partial<OwnedFollowerOptions>): OwnedFollower;
  /** What `follower` does once it is the owner. */
  apply(checkpoint: OwnedCheckpoint, signal: AbortSignal, ledger?: Pick<Ledger, 'subscribe'>): Promise<void>;
  effects(): Promise<{ revision: string; epoch: string; stream: string }[]>;
  /** An order with so many notes; its id. */
  writeOrder(notes: number): Promise<string>;
  /** Tells everybody to stop. */
  readonly stop: AbortController;
  close(): Promise<void>;
}

/** What a follower's health says: its code, or `well`. */
export const healthOf = ({ check }: Pick<OwnedFollower, 'check'>): string => {
  try {
    check();
    return 'well';
  } catch (error) {
    return String((error as { code?: string }).code ?? error);
  }
};

/** A database, an event store, if it is not the one that is given, and followers of a test's own. */
export const followerStage = async (given?: OpenEventStore): Promise<FollowerStage> => {
  const { log, lines } = keepingLog();
  const database = await createTestDatabase();
  const pool = new pg.Pool({ connectionString: database.url });
  pool.on('error', () => undefined);
  await pool.query(CHECKPOINT_TABLE);
  await pool.query('create table effect (revision bigint, epoch bigint, stream text)');
  const store = given ?? (await openEventStore());
  const ledger = openLedger({ connectionString: store.url, log });
  const stop = new AbortController();
  const followers: OwnedFollower[] = [];

  const apply: FollowerStage['apply'] = (checkpoint, signal, from = ledger) =>
    from.subscribe({
      name: 'test',
      from: checkpoint.current(),
      signal,
      handler: async (delivery) => {
        const to = stateAfter(checkpoint.current(), delivery);
        await inTransaction(pool, async (client) => {
          await checkpoint.advance(client, to);
          for (const { revision, stream } of delivery.events)
            await client.query('insert into effect values ($1, $2, $3)', [revision, checkpoint.epoch, stream]);
        });
        checkpoint.committed(to);
      },
    }).done;

  return {
    ...{ url: database.url, pool, store, ledger, log, lines, stop, apply },
    follower: (changes = {}) => {
      const follower = followAsOwner({
        name: NAME,
        process: 'test',
        connectionString: database.url,
        ...{ pool, ledger, log },
        signal: stop.signal,
        follow: apply,
        ...changes,
      });
      followers.push(follower);
      return follower;
    },
    effects: async () => (await pool.query('select revision, epoch, stream from effect order by revision, epoch')).rows,
    writeOrder: async (notes) => {
      const order = initiate();
      await ledger.execute(order);
      for (let n = 0; n < notes; n += 1) await ledger.execute(addNote(order.order_id));
      return order.order_id;
    },
    close: async () => {
      stop.abort(new Error('the test is over'));
      await Promise.allSettled(followers.map(({ done }) => done));
      await ledger.close();
      await store.stop();
      await pool.end();
      await database.drop();
    },
  };
};
