import type { EventType } from '@order-ledger/domain/events';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Position } from '@order-ledger/ledger/subscribing/subscribe';
import { faultText } from '@order-ledger/platform/fault-text';
import { defineMetrics } from '@order-ledger/platform/metrics';
import { answered, dueForTrial, postponed, REQUEST, TRIAL_TURN } from '@order-ledger/platform/parked-table';
import type pg from 'pg';

/** An event and where it stands in the ledger. */
export interface PlacedEvent {
  readonly event: RecordedEvent;
  readonly position: Position;
}

export interface ParkedEvent {
  readonly event_id: string;
  readonly order_id: string;
  readonly event_version: number;
  readonly position: Position;
}

const metrics = defineMetrics({
  parked: {
    type: 'gauge',
    name: 'command_api_parked_events',
    help: 'Events of the ledger whose effect here (index of orders, lease, erasure) cannot be applied; tried again each minute',
  },
});

export const countParked = async (pool: pg.Pool): Promise<void> => {
  const { rows } = await pool.query<{ count: number }>('select count(*)::integer as count from parked_event');
  metrics.parked.set({}, rows[0]?.count ?? 0);
};

export const parkEvent = async (
  pool: pg.Pool,
  { event_id, order_id, event_version, position }: ParkedEvent,
  type: EventType | 'unreadable',
  fault: Error,
): Promise<void> => {
  await pool.query(
    `insert into parked_event (event_id, order_id, event_version, commit_position, prepare_position, type, detail)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (event_id) do update set detail = excluded.detail`,
    [event_id, order_id, event_version, position.commit, position.prepare, type, faultText(fault)],
  );
};

/** A parked event to be retried, and the request that the retry answers (null: none). */
interface EventToTry extends ParkedEvent {
  readonly asked: string | null;
}

const PAUSE = "interval '1 minute'";
const TO_TRY = `
  update parked_event set ${postponed(PAUSE)}
  where event_id in (select event_id from parked_event where ${dueForTrial(PAUSE)} order by ${TRIAL_TURN} limit 100)
  returning event_id, order_id, event_version, commit_position as commit, prepare_position as prepare, ${REQUEST}`;

/** Those that an operator has asked for, or that were not retried for a minute. */
export const parkedToTry = async (pool: pg.Pool): Promise<EventToTry[]> => {
  const { rows } = await pool.query<Omit<EventToTry, 'position'> & Record<'commit' | 'prepare', string>>(TO_TRY);
  return rows.map(({ commit, prepare, ...row }) => ({
    ...row,
    position: { commit: BigInt(commit), prepare: BigInt(prepare) },
  }));
};

/** The retry failed; a request that came meanwhile is kept. */
export const answerRequest = async (pool: pg.Pool, { event_id, asked }: EventToTry): Promise<void> => {
  await pool.query(`update parked_event set ${answered('$2')} where event_id = $1`, [event_id, asked]);
};

export const unparkEvent = async (pool: pg.Pool, { event_id }: Pick<ParkedEvent, 'event_id'>): Promise<void> => {
  await pool.query('delete from parked_event where event_id = $1', [event_id]);
};
