import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { CHECKPOINT_TABLE, FencedError, openCheckpoint, stateAfter } from '@order-ledger/ledger/checkpoint';
import { orderStream } from '@order-ledger/ledger/codec';
import { LedgerDivergedError } from '@order-ledger/ledger/divergence';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { followAsOwner, type OwnedFollowerOptions } from '@order-ledger/ledger/owned-follower';
import { inTransaction } from '@order-ledger/platform/postgres';
import pg from 'pg';
import { createTestDatabase } from '../../platform/test/support/database.ts';
import { type EventStore, startEventStore } from './support/event-store.ts';
import { addNote, initiate, memoryLog } from './support/requests.ts';

const { log, lines } = memoryLog();
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let pool: pg.Pool;
let store: EventStore;
let ledger: Ledger;
let stop: AbortController;

beforeEach(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  pool.on('error', () => undefined);
  await pool.query(CHECKPOINT_TABLE);
  await pool.query('create table effect (revision bigint, epoch bigint, stream text)');
  store = await startEventStore();
  ledger = openLedger({ connectionString: store.url, log });
  stop = new AbortController();
});
afterEach(async () => {
  stop.abort(new Error('the test is over'));
  await ledger.close();
  await store.stop();
  await pool.end();
  await database.drop();
});

const NAME = 'orders@1';

/** Writes each event down in the transaction that moves the checkpoint. */
const follower = (changes: Partial<OwnedFollowerOptions> = {}) =>
  followAsOwner({
    name: NAME,
    process: 'test',
    connectionString: database.url,
    pool,
    ledger,
    log,
    signal: stop.signal,
    follow: (checkpoint, signal) =>
      ledger.subscribe({
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
      }).done,
    ...changes,
  });

const effects = async (): Promise<{ revision: string; epoch: string }[]> =>
  (await pool.query('select revision, epoch from effect order by revision, epoch')).rows;

const until = async (what: string, condition: () => Promise<boolean> | boolean): Promise<void> => {
  const deadline = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`not so within 60 s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

const writeOrder = async (notes: number) => {
  const order = initiate();
  await ledger.execute(order);
  for (let n = 0; n < notes; n += 1) await ledger.execute(addNote(order.order_id));
  return order.order_id;
};

it('lets one instance work while another stands by, and the other take over exactly where the first ended [C13]', async () => {
  const order = await writeOrder(4);
  const first = new AbortController();
  const one = follower({ signal: first.signal });
  await until('five effects', async () => (await effects()).length === 5);
  const logged = lines().length;
  const two = follower();
  // Its state says so from the beginning; its log, only when it has asked and another one owns the work.
  await until('the second stands by', () =>
    lines()
      .slice(logged)
      .some(({ message }) => message === 'another instance owns this; standing by'),
  );
  expect(two.state()).toBe('standing-by');
  first.abort(new Error('stopped'));
  await one.done;
  await until('the second follows', () => two.state() === 'following');
  await ledger.execute(addNote(order));
  await until('six effects', async () => (await effects()).length === 6);
  expect((await effects()).map(({ epoch }) => epoch)).toEqual(['1', '1', '1', '1', '1', '2']);
  stop.abort(new Error('over'));
  await two.done;
});

it('takes over when the connection that holds the lock breaks, without doubling an effect', async () => {
  await writeOrder(2);
  const one = follower();
  await until('three effects', async () => (await effects()).length === 3);
  await pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name like 'owner of%' and datname = current_database()`,
  );
  await until('a new epoch', () => one.epoch() === 2n && one.state() === 'following');
  const next = orderStream(await writeOrder(0));
  await until('the effect of the next order', async () => {
    const { rows } = await pool.query('select from effect where stream = $1', [next]);
    return rows.length > 0;
  });
  // What was done twice would stand before it.
  expect((await effects()).map(({ revision, epoch }) => [revision, epoch])).toEqual([
    ['0', '1'],
    ['0', '2'],
    ['1', '1'],
    ['2', '1'],
  ]);
});

it('goes on from its committed checkpoint, as the same owner, after the event store was killed and started again', async () => {
  const order = await writeOrder(4);
  const one = follower();
  await until('five effects', async () => (await effects()).length === 5);
  await store.kill();
  await store.restart();
  await until('the ledger answers', () =>
    ledger
      .ready()
      .then(() => true)
      .catch(() => false),
  );
  for (let n = 0; n < 3; n += 1) await ledger.execute(addNote(order));
  await until('eight effects', async () => (await effects()).length >= 8);
  expect(await effects()).toEqual(Array.from({ length: 8 }, (_, n) => ({ revision: String(n), epoch: '1' })));
  expect(one.state()).toBe('following');
});

it('refuses the writes of an owner whose checkpoint was taken over, and rolls them back', async () => {
  const mine = await openCheckpoint(pool, NAME);
  await openCheckpoint(pool, NAME);
  const moved = inTransaction(pool, async (client) => {
    await client.query('insert into effect values (1, 1)');
    await mine.advance(client, { position: { commit: 1n, prepare: 1n }, lastEvent: null });
  });
  await expect(moved).rejects.toThrow(FencedError);
  expect(await effects()).toEqual([]);
});

it('refuses to move a checkpoint that somebody else has moved under the same epoch', async () => {
  const mine = await openCheckpoint(pool, NAME);
  await pool.query('update checkpoint set commit_position = 7, prepare_position = 7');
  const to = { position: { commit: 9n, prepare: 9n }, lastEvent: null };
  await expect(inTransaction(pool, (client) => mine.advance(client, to))).rejects.toThrow(FencedError);
});

it('stops for good and says so when the ledger does not hold the last event any more', async () => {
  await writeOrder(3);
  const first = new AbortController();
  const one = follower({ signal: first.signal });
  await until('four effects', async () => (await effects()).length === 4);
  first.abort(new Error('stopped'));
  await one.done;
  const restored = await startEventStore();
  const older = openLedger({ connectionString: restored.url, log });
  try {
    const two = follower({ ledger: older });
    await expect(two.done).rejects.toThrow(LedgerDivergedError);
    expect(two.check).toThrow(/restored/);
    expect(two.state()).toBe('stopped');
  } finally {
    await older.close();
    await restored.stop();
  }
});

it('begins again from the checkpoint after a failure, and is unhealthy when it fails again and again', async () => {
  let failing = true;
  let working = false;
  const one = follower({
    follow: async (_checkpoint, signal) => {
      if (failing) throw new Error('no');
      working = true;
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    },
  });
  await until('unhealthy', () => {
    try {
      one.check();
      return false;
    } catch {
      return true;
    }
  });
  failing = false;
  // The state alone may still be that of the attempt which has just failed.
  await until('following', () => working && one.state() === 'following');
});
