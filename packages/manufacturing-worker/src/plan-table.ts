import { inTransaction } from '@order-ledger/platform/postgres';
import type pg from 'pg';
import type { Work } from './approved-order.ts';
import { plan, type Reserved } from './planner.ts';
import { lockCapableCentres } from './work-centres.ts';

/** What PlanProduction says; the reservation of the same machine time stands behind it. */
export interface Reservation {
  readonly work_centre: string;
  readonly machine_seconds: number;
  readonly start_at: string;
  readonly finish_at: string;
}

/** No work centre makes this, or none has so much time within the planner's horizon. */
export class NoMachineTimeError extends Error {
  override readonly name = 'NoMachineTimeError';
  readonly code: 'no-work-centre' | 'no-machine-time';
  constructor(message: string, code: NoMachineTimeError['code']) {
    super(message);
    this.code = code;
  }
}

const REMEMBER = 'insert into inbox (message_id) values ($1) on conflict do nothing';

/** Makes the order's row if there is none, and locks it. */
const LOCK_PLAN = `
  insert into plan as p (order_id, state) values ($1, 'WAITING')
  on conflict (order_id) do update set order_id = excluded.order_id
  returning state, work_centre, machine_seconds, start_at, finish_at`;

const RESERVED_FROM = `
  select work_centre, day::text as day, from_s, to_s from reservation
  where work_centre = any($1::text[]) and day >= $2::date`;

const RESERVE = `
  insert into reservation (work_centre, day, from_s, to_s, order_id)
  select $1, slot.day, slot.from_s, slot.to_s, $2
  from unnest($3::date[], $4::integer[], $5::integer[]) as slot (day, from_s, to_s)`;

const SET_RESERVED = `
  update plan set state = 'RESERVED', work_centre = $2, centre_version = $3, machine_seconds = $4, start_at = $5,
    finish_at = $6, updated_at = now()
  where order_id = $1`;

const SET_PLANNED = `
  update plan set state = 'PLANNED', work_centre = $2, machine_seconds = $3, start_at = $4, finish_at = $5,
    updated_at = now()
  where order_id = $1 and state in ('WAITING', 'RESERVED')`;

const FREE = 'delete from reservation where order_id = $1';

const PUT_BACK = `
  update plan set state = $2, work_centre = null, centre_version = null, machine_seconds = null, start_at = null,
    finish_at = null, updated_at = now()
  where order_id = $1`;

/**
 * Touched at once, so that orders that must still wait do not keep the others from their turn. One that was touched in
 * the future shows that the clock was set back; it is taken at once.
 */
const UNFINISHED = `
  update plan set updated_at = now()
  where order_id in (
    select order_id from plan
    where state in ('WAITING', 'RESERVED')
      and (updated_at < now() - make_interval(secs => $1) or updated_at > clock_timestamp())
    order by updated_at limit $2 for update skip locked
  )
  returning order_id`;

/**
 * Of an order that was never planned, as most that are cancelled: in one statement, because nothing can be reserved for
 * it yet. Where there is a row, nothing is written.
 */
const RELEASE_UNPLANNED = `
  with released as (
    insert into plan (order_id, state) values ($1, 'RELEASED') on conflict do nothing returning order_id
  ), remembered as (
    insert into inbox (message_id) select $2::uuid from released where $2::uuid is not null
    on conflict do nothing returning message_id
  )
  select $2::uuid is null or exists (select from remembered) as first_time from released`;

interface PlanRow {
  state: 'WAITING' | 'RESERVED' | 'PLANNED' | 'RELEASED';
  work_centre: string | null;
  machine_seconds: string | null;
  start_at: Date | null;
  finish_at: Date | null;
}

const reservationIn = (row: PlanRow): Reservation | null =>
  row.work_centre === null || row.start_at === null || row.finish_at === null
    ? null
    : {
        work_centre: row.work_centre,
        machine_seconds: Number(row.machine_seconds),
        start_at: row.start_at.toISOString(),
        finish_at: row.finish_at.toISOString(),
      };

const remember = async (client: pg.ClientBase, messageId: string | null): Promise<boolean> =>
  messageId === null || (await client.query(REMEMBER, [messageId])).rowCount === 1;

const lockPlan = async (client: pg.ClientBase, orderId: string): Promise<PlanRow> => {
  const { rows } = await client.query<PlanRow>({ name: 'lock-plan', text: LOCK_PLAN, values: [orderId] });
  const row = rows[0];
  if (row === undefined) throw new Error(`the plan of ${orderId} could not be locked`);
  return row;
};

/** A day before the present one anywhere: what lies before it is over in every time zone. */
const yesterday = (now: number): string => new Date(now - 86_400_000).toISOString().slice(0, 10);

interface Reserving {
  /** Null when the order's machine time was given back for good: it was cancelled. */
  readonly reservation: Reservation | null;
  /** False: this message was taken before. */
  readonly firstTime: boolean;
}

/**
 * Takes machine time for an order, or finds what it has taken before; one transaction under the locks of the order and
 * of the centres.
 *
 * @param messageId of the message that asks; null when it is our own second look
 * @param now milliseconds of the epoch
 * @throws NoMachineTimeError and takes nothing
 */
export const reserve = (
  pool: pg.Pool,
  orderId: string,
  { material, process, machine_seconds }: Work,
  messageId: string | null,
  now: number,
): Promise<Reserving> =>
  inTransaction(pool, async (client) => {
    const firstTime = await remember(client, messageId);
    const row = await lockPlan(client, orderId);
    if (row.state !== 'WAITING') return { reservation: reservationIn(row), firstTime };

    const centres = await lockCapableCentres(client, material, process);
    if (centres.length === 0)
      throw new NoMachineTimeError(`no work centre makes ${material} by ${process}`, 'no-work-centre');
    const names = centres.map(({ work_centre }) => work_centre);
    const reserved = await client.query<Reserved>({
      name: 'reserved-from',
      text: RESERVED_FROM,
      values: [names, yesterday(now)],
    });
    const planned = plan(machine_seconds, centres, reserved.rows, now);
    if (planned === null)
      throw new NoMachineTimeError(`${names.join(', ')} have no ${machine_seconds} s left`, 'no-machine-time');

    const { work_centre, version, start_at, finish_at, slots } = planned;
    await client.query(SET_RESERVED, [orderId, work_centre, version, machine_seconds, start_at, finish_at]);
    const days = slots.map(({ day }) => day);
    const values = [work_centre, orderId, days, slots.map(({ from_s }) => from_s), slots.map(({ to_s }) => to_s)];
    await client.query({ name: 'reserve', text: RESERVE, values });
    return { reservation: { work_centre, machine_seconds, start_at, finish_at }, firstTime };
  });

/** The ledger holds this plan: whatever stands here, it is the one that counts. */
export const confirmPlan = async (pool: pg.Pool, orderId: string, planned: Reservation): Promise<void> => {
  const { work_centre, machine_seconds, start_at, finish_at } = planned;
  await pool.query(SET_PLANNED, [orderId, work_centre, machine_seconds, start_at, finish_at]);
};

/**
 * Gives an order's machine time back. `WAITING`: it is planned again as soon as it may be; `RELEASED`: never again,
 * even if the message of its approval comes only after this.
 */
export const giveBack = async (
  pool: pg.Pool,
  orderId: string,
  state: 'WAITING' | 'RELEASED',
  messageId: string | null,
): Promise<{ firstTime: boolean }> => {
  if (state === 'RELEASED') {
    const { rows } = await pool.query<{ first_time: boolean }>({
      name: 'release-unplanned',
      text: RELEASE_UNPLANNED,
      values: [orderId, messageId],
    });
    if (rows[0] !== undefined) return { firstTime: rows[0].first_time };
  }
  return inTransaction(pool, async (client) => {
    const firstTime = await remember(client, messageId);
    const row = await lockPlan(client, orderId);
    if (row.state === 'RELEASED') return { firstTime };
    await client.query(FREE, [orderId]);
    await client.query(PUT_BACK, [orderId, state]);
    return { firstTime };
  });
};

/** Unfinished orders that were not looked at for so many milliseconds. */
export const unfinishedPlans = async (pool: pg.Pool, untouchedMs: number, limit: number): Promise<string[]> => {
  const { rows } = await pool.query<{ order_id: string }>(UNFINISHED, [untouchedMs / 1_000, limit]);
  return rows.map(({ order_id }) => order_id);
};

/** Message ids that no broker delivers any more. */
export const pruneInbox = async (pool: pg.Pool, olderThanDays: number): Promise<void> => {
  await pool.query('delete from inbox where received_at < now() - make_interval(days => $1)', [olderThanDays]);
};
