import { randomUUID } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import type { Position } from '../reading/position.ts';
import type { Delivery } from '../subscribing/subscribe.ts';

/** How far a reader of the ledger has come. */
export interface CheckpointState {
  /** Every event of the reader's at or below it is done; null: none yet. */
  readonly position: Position | null;
  /** The last event at or below it. A ledger that does not hold it there was restored to an older state. */
  readonly lastEvent: { readonly position: Position; readonly id: string } | null;
}

export const FROM_THE_START: CheckpointState = { position: null, lastEvent: null };

/** For the migration of the schema whose process keeps checkpoints; the name is unqualified. */
export const CHECKPOINT_TABLE = `
  create table checkpoint (
    name text primary key,
    -- Unsigned 64-bit numbers, kept and compared as a pair, never reckoned with.
    commit_position numeric(20),
    prepare_position numeric(20),
    event_id uuid,
    event_commit_position numeric(20),
    event_prepare_position numeric(20),
    epoch bigint not null,
    owner_id uuid not null,
    updated_at timestamptz not null default now()
  )`;

/** For who asks how far a follower is behind: where it is, and when it moved last. */
export const FOLLOWER_VIEW = `
  create view follower_view as
  select name, commit_position::text as commit_position, updated_at from checkpoint`;

/** Another instance owns the checkpoint by now, or moved it: this one must roll back its transaction. */
export class FencedError extends Error {
  override readonly name = 'FencedError';
  readonly code = 'fenced';
}

export interface OwnedCheckpoint {
  readonly name: string;
  readonly epoch: bigint;
  readonly ownerId: string;
  /** What is known to be committed. */
  current(): CheckpointState;
  /**
   * Moves the checkpoint inside the caller's transaction, from the current state. Only `committed` makes `to` the
   * current one. Throws FencedError unless exactly this owner's row at the current state was found.
   */
  advance(client: ClientBase, to: CheckpointState): Promise<void>;
  /** To be called after the transaction of the last `advance` was committed. */
  committed(to: CheckpointState): void;
  /** Tells those who watch the row that its owner waits for something outside; that is no standstill. */
  touch(pool: Pool): Promise<void>;
}

/** Where a checkpoint stands, and a text that changes whenever its owner moves it or touches it. */
export interface CheckpointMark extends CheckpointState {
  readonly mark: string;
}

/** The columns of a checkpoint, as Postgres gives them. */
export interface CheckpointRow {
  commit_position: string | null;
  prepare_position: string | null;
  event_id: string | null;
  event_commit_position: string | null;
  event_prepare_position: string | null;
}

const positionOf = (commit: string | null, prepare: string | null): Position | null =>
  commit === null || prepare === null ? null : { commit: BigInt(commit), prepare: BigInt(prepare) };

export const checkpointState = (row: CheckpointRow): CheckpointState => {
  const eventPosition = positionOf(row.event_commit_position, row.event_prepare_position);
  return {
    position: positionOf(row.commit_position, row.prepare_position),
    lastEvent: eventPosition === null || row.event_id === null ? null : { position: eventPosition, id: row.event_id },
  };
};

/** All that a process has read, whichever instance moves it. `pool` looks up names in its schema. */
export const readCheckpoints = async (pool: Pool): Promise<CheckpointState[]> => {
  const { rows } = await pool.query<CheckpointRow>({
    name: 'read-checkpoints',
    text: `select commit_position, prepare_position, event_id, event_commit_position, event_prepare_position
           from checkpoint`,
  });
  return rows.map(checkpointState);
};

/** As anybody may ask who does not own it. `pool` looks up names in its schema. */
export const readMark = async (pool: Pool, name: string): Promise<CheckpointMark> => {
  const { rows } = await pool.query<CheckpointRow & { updated_at: string }>({
    name: 'read-checkpoint-mark',
    text: `select commit_position, prepare_position, event_id, event_commit_position, event_prepare_position,
             updated_at::text
           from checkpoint where name = $1`,
    values: [name],
  });
  const [row] = rows;
  return row === undefined ? { ...FROM_THE_START, mark: 'none' } : { ...checkpointState(row), mark: row.updated_at };
};

export interface CheckpointMove {
  readonly checkpoint: OwnedCheckpoint;
  readonly to: CheckpointState;
}

export const fenced = ({ name, epoch }: OwnedCheckpoint): FencedError =>
  new FencedError(`the checkpoint ${name} has another owner since (this one had epoch ${epoch})`);

/**
 * Moves checkpoints in one statement, each from its current state and behind its own fence. Resolves to the names of those
 * that were moved: each other one has another owner by now.
 */
export const advanceAll = async (
  client: Pick<ClientBase, 'query'> | Pick<Pool, 'query'>,
  moves: readonly CheckpointMove[],
): Promise<ReadonlySet<string>> => {
  const each = (column: (move: CheckpointMove) => unknown): unknown[] => moves.map(column);
  const { rows } = await client.query<{ name: string }>({
    name: 'advance-checkpoints',
    text: `update checkpoint as c
           set commit_position = m.commit_position, prepare_position = m.prepare_position, event_id = m.event_id,
               event_commit_position = m.event_commit_position, event_prepare_position = m.event_prepare_position,
               updated_at =
                 case when c.commit_position is distinct from m.commit_position then now() else c.updated_at end
           from unnest($1::text[], $2::bigint[], $3::uuid[], $4::numeric[], $5::numeric[], $6::uuid[], $7::numeric[],
                       $8::numeric[], $9::numeric[], $10::numeric[])
             as m (name, epoch, owner_id, commit_position, prepare_position, event_id, event_commit_position,
                   event_prepare_position, before_commit, before_prepare)
           where c.name = m.name and c.epoch = m.epoch and c.owner_id = m.owner_id
             and c.commit_position is not distinct from m.before_commit
             and c.prepare_position is not distinct from m.before_prepare
           returning c.name`,
    values: [
      each(({ checkpoint }) => checkpoint.name),
      each(({ checkpoint }) => checkpoint.epoch),
      each(({ checkpoint }) => checkpoint.ownerId),
      each(({ to }) => to.position?.commit ?? null),
      each(({ to }) => to.position?.prepare ?? null),
      each(({ to }) => to.lastEvent?.id ?? null),
      each(({ to }) => to.lastEvent?.position.commit ?? null),
      each(({ to }) => to.lastEvent?.position.prepare ?? null),
      each(({ checkpoint }) => checkpoint.current().position?.commit ?? null),
      each(({ checkpoint }) => checkpoint.current().position?.prepare ?? null),
    ],
  });
  return new Set(rows.map(({ name }) => name));
};

/**
 * Takes the checkpoint over: whoever owned it before is refused from now on. `pool` looks up names in its schema. That
 * leaves `updated_at` as it is, and so does an advance that moves nothing: neither is progress.
 */
export const openCheckpoint = async (pool: Pool, name: string): Promise<OwnedCheckpoint> => {
  // A random id beside the epoch, because a restored database may give an epoch twice.
  const ownerId = randomUUID();
  const { rows } = await pool.query<CheckpointRow & { epoch: string }>(
    `insert into checkpoint as c (name, epoch, owner_id) values ($1, 1, $2)
     on conflict (name) do update set epoch = c.epoch + 1, owner_id = excluded.owner_id
     returning commit_position, prepare_position, event_id, event_commit_position, event_prepare_position, epoch`,
    [name, ownerId],
  );
  const row = rows[0];
  if (row === undefined) throw new Error(`the checkpoint ${name} could not be taken over`);
  const epoch = BigInt(row.epoch);
  let state = checkpointState(row);

  const checkpoint: OwnedCheckpoint = {
    name,
    epoch,
    ownerId,
    current: () => state,
    advance: async (client, to) => {
      if (!(await advanceAll(client, [{ checkpoint, to }])).has(name)) throw fenced(checkpoint);
    },
    committed: (to) => {
      state = to;
    },
    touch: async (from) => {
      await from.query('update checkpoint set updated_at = now() where name = $1 and epoch = $2 and owner_id = $3', [
        name,
        epoch,
        ownerId,
      ]);
    },
  };
  return checkpoint;
};

/** The state after a delivery whose events have all been committed. */
export const stateAfter = (
  before: CheckpointState,
  { events, position }: Pick<Delivery<unknown>, 'events' | 'position'>,
): CheckpointState => {
  const last = events.at(-1);
  return {
    position: position ?? before.position,
    lastEvent: last === undefined ? before.lastEvent : { position: last.position, id: last.id },
  };
};
