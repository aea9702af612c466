import type { EventType } from '@order-ledger/domain/events';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Position } from '@order-ledger/ledger/subscribe';
import { faultText } from '@order-ledger/platform/fault-text';
import { defineMetrics } from '@order-ledger/platform/metrics';
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
     on conflict (event_id) do update set detail = excluded.detail, tried_at = now()`,
    [event_id, order_id, event_version, position.commit, position.prepare, type, faultText(fault)],
  );
};

/**
 * Those that nobody has tried for a minute. Touched at once, so that each gets its turn. One that was tried in the future
 * shows that the clock was set back, and is not waited for.
 */
export const parkedToTry = async (pool: pg.Pool): Promise<ParkedEvent[]> => {
  const { rows } = await pool.query<Omit<ParkedEvent, 'position'> & Record<'commit' | 'prepare', string>>(
    `update parked_event set tried_at = now()
     where event_id in (
       select event_id from parked_event
       where tried_at < now() - interval '1 minute' or tried_at > clock_timestamp() order by tried_at limit 100
     )
     returning event_id, order_id, event_version, commit_position as commit, prepare_position as prepare`,
  );
  return rows.map(({ commit, prepare, ...row }) => ({
    ...row,
    position: { commit: BigInt(commit), prepare: BigInt(prepare) },
  }));
};

export const unparkEvent = async (pool: pg.Pool, { event_id }: Pick<ParkedEvent, 'event_id'>): Promise<void> => {
  await pool.query('delete from parked_event where event_id = $1', [event_id]);
};
