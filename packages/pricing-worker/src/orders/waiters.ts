import type { OrderState } from '@order-ledger/domain/state';
import type { FrozenStatus } from '@order-ledger/domain/status';
import { inTransaction } from '@order-ledger/platform/postgres';
import type pg from 'pg';
import { measureInputOf, measureKeyOf } from '../calculating/measure-key.ts';
import { cancelUnwanted, type Job, jobColumns, shareJob } from '../jobs/jobs.ts';
import { seenWithin } from '../jobs/take-job.ts';
import { type Need, needOf } from './need.ts';

/**
 * QUEUED: the ledger does not know yet that this order waits for this job. STARTED: it does. PARKED: the order is held or
 * in error. ERRORED: the job's death was reported. DONE: it has its price or refusal. CLOSED: it wants none.
 */
type WaiterState = 'QUEUED' | 'STARTED' | 'PARKED' | 'ERRORED' | 'DONE' | 'CLOSED';
export type RestartReason = 'LEASE_LOST' | 'WORKER_CRASHED' | 'RESUMED' | 'RESOLVED';

export interface Waiter {
  order_id: string;
  measure_key: string;
  job_id: string;
  attempt: number;
  spec_version: number;
  state: WaiterState;
  restart_reason: Exclude<RestartReason, 'LEASE_LOST'> | null;
}

const OF_ORDER = `
  select order_id, measure_key, job_id, attempt, spec_version, state, restart_reason from waiter where order_id = $1`;
const READ_WAITER = { name: 'read-waiter', text: OF_ORDER };
const UNPARK_AND_READ_WAITER = {
  name: 'unpark-and-read-waiter',
  text: `with unparked as (delete from parked_order where order_id = $1) ${OF_ORDER}`,
};
const READ_LIVE_JOB = {
  name: 'read-live-job',
  text: `select ${jobColumns('j')} from price_job j
         where measure_key = $1 and job_id = $2 and state in ('QUEUED', 'RUNNING')
           and exists (select from worker where engine_version = j.engine_version and ${seenWithin('2 minutes')})
         for update`,
};
const UPSERT_WAITER = {
  name: 'upsert-waiter',
  text: `
    insert into waiter as w (order_id, measure_key, job_id, run, attempt, spec_version, state, restart_reason)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (order_id) do update
      set measure_key = excluded.measure_key, job_id = excluded.job_id, run = excluded.run, attempt = excluded.attempt,
          spec_version = excluded.spec_version, state = excluded.state, restart_reason = excluded.restart_reason,
          since = case when w.job_id = excluded.job_id then w.since else now() end`,
};
const MOVE_WAITER = {
  name: 'move-waiter',
  text: 'update waiter set state = $2 where order_id = $1',
};
// The row is locked until the end of the transaction: looks at one order follow one another.
const lookAt = (row: string): string => `
  insert into known_order as k (order_id, looked_version) ${row}
  on conflict (order_id) do update set looked_version = excluded.looked_version
    where k.looked_version <= excluded.looked_version
  returning order_id`;
const LOOK = {
  name: 'look-at-order',
  text: `with looked as (${lookAt('values ($1::uuid, $2::integer)')})
         select true as received, exists (select from looked) as looked`,
};
const RECEIVE_AND_LOOK = {
  name: 'receive-and-look-at-order',
  text: `with received as (insert into inbox (message_id) values ($3) on conflict do nothing returning message_id),
              looked as (${lookAt('select $1::uuid, $2::integer from received')})
         select exists (select from received) as received, exists (select from looked) as looked`,
};

interface Noted {
  /** False: the message had been received before, so nothing was written. */
  fresh: boolean;
  /** False: the order wants no price now, and nothing is to be told of it to the ledger. */
  wants: boolean;
  /** A job that was cancelled because this order was the last that waited for it. */
  cancelled: string | null;
}

/**
 * Writes down what an order needs, in one transaction with the message that made us look. That follows from the order
 * as it is, never from the message, so any number of looks in any sequence have the same result; a look at an older
 * state than the last one changes nothing.
 */
export const createWaiters = (pool: pg.Pool, engineVersion: string) => {
  const read = async (client: pg.ClientBase | pg.Pool, orderId: string, statement = READ_WAITER) =>
    (await client.query<Waiter>({ ...statement, values: [orderId] })).rows[0] ?? null;

  const look = async (client: pg.ClientBase, { order_id, event_version }: OrderState, messageId: string | null) => {
    const known = [order_id, event_version];
    const { rows } = await client.query<{ received: boolean; looked: boolean }>(
      messageId === null ? { ...LOOK, values: known } : { ...RECEIVE_AND_LOOK, values: [...known, messageId] },
    );
    return rows[0] ?? { received: false, looked: false };
  };

  /** The job it waits for already while that one lives, though a newer engine would measure it under another key. */
  const jobFor = async (client: pg.ClientBase, state: OrderState, before: Waiter | null): Promise<Job> => {
    const input = measureInputOf(state, engineVersion);
    const waits = before !== null && isLive(before.state) && before.spec_version === state.spec_version;
    if (waits && before.measure_key !== measureKeyOf(input)) {
      const { rows } = await client.query<Job>({ ...READ_LIVE_JOB, values: [before.measure_key, before.job_id] });
      if (rows[0] !== undefined) return rows[0];
    }
    // In error no longer, so a person has resolved it.
    return shareJob(client, input, before?.state === 'ERRORED' ? before.job_id : null);
  };

  const want = async (
    client: pg.ClientBase,
    state: OrderState,
    need: Extract<Need, { kind: 'start' | 'result' }>,
    before: Waiter | null,
  ): Promise<string | null> => {
    const job = await jobFor(client, state, before);
    const known = need.kind === 'result' && need.job_id === job.job_id;
    await client.query({
      ...UPSERT_WAITER,
      values: [
        ...[state.order_id, job.measure_key, job.job_id, job.run, need.attempt, need.spec_version],
        ...[known ? 'STARTED' : 'QUEUED', need.kind === 'result' && !known ? reasonToRestart(before) : null],
      ],
    });
    const left = before !== null && before.measure_key !== job.measure_key ? before : null;
    return left !== null && (await cancelUnwanted(client, left.measure_key)) ? left.job_id : null;
  };

  const freeze = async (client: pg.ClientBase, state: OrderState, by: FrozenStatus, before: Waiter | null) => {
    if (before === null || before.state === 'DONE' || before.state === 'CLOSED') return;
    // An error may end in a hold, and the death stays reported meanwhile.
    const dead = before.state === 'ERRORED' || (by === 'ERROR' && (await isDead(client, before)));
    await client.query({ ...MOVE_WAITER, values: [state.order_id, dead ? 'ERRORED' : 'PARKED'] });
  };

  const release = async (client: pg.ClientBase, state: OrderState, before: Waiter | null): Promise<string | null> => {
    if (before === null) return null;
    const ended: WaiterState = state.quote !== null || state.status === 'REJECTED' ? 'DONE' : 'CLOSED';
    await client.query({ ...MOVE_WAITER, values: [state.order_id, ended] });
    return (await cancelUnwanted(client, before.measure_key)) ? before.job_id : null;
  };

  return {
    read: (orderId: string) => read(pool, orderId),

    /** @param messageId of the message that made us look; null: we look by ourselves */
    note: (state: OrderState, messageId: string | null = null): Promise<Noted> =>
      inTransaction(pool, async (client) => {
        const { received, looked } = await look(client, state, messageId);
        // What the message was for may not have been done yet, or be done at this moment on a newer state.
        if (!looked) return { fresh: received, wants: true, cancelled: null };
        const need = needOf(state);
        const wants = need.kind === 'start' || need.kind === 'result';
        // Nobody looks at it again behind this message.
        const isLastLook = messageId !== null && !wants;
        const before = await read(client, state.order_id, isLastLook ? UNPARK_AND_READ_WAITER : READ_WAITER);
        let cancelled: string | null = null;
        if (need.kind === 'frozen') await freeze(client, state, need.by, before);
        else if (need.kind === 'none') cancelled = await release(client, state, before);
        else cancelled = await want(client, state, need, before);
        return { fresh: true, wants, cancelled };
      }),
  };
};
export type Waiters = ReturnType<typeof createWaiters>;

const isLive = (state: WaiterState): boolean => state === 'QUEUED' || state === 'STARTED' || state === 'PARKED';

const reasonToRestart = (before: Waiter | null): Waiter['restart_reason'] => {
  if (before === null) return 'WORKER_CRASHED';
  if (before.state === 'ERRORED') return 'RESOLVED';
  if (before.state === 'PARKED') return 'RESUMED';
  return before.restart_reason ?? 'WORKER_CRASHED';
};

const isDead = async (client: pg.ClientBase, { measure_key, job_id }: Waiter): Promise<boolean> => {
  const { rowCount } = await client.query({
    name: 'is-dead',
    text: `select from price_job where measure_key = $1 and job_id = $2 and state = 'DEAD'`,
    values: [measure_key, job_id],
  });
  return rowCount === 1;
};
