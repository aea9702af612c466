import type { Owner } from '@order-ledger/domain/status';
import type { ReadAs } from '../order-columns.ts';
import { cursorSequence } from '../schema.ts';
import { type Asked, askedColumn } from './asked.ts';
import type { Reader } from './reader.ts';
import { TIMELINE_COLUMNS, type TimelineEntry } from './timeline.ts';

/** Where the reading of the ledger stood, in `$all`; as decimal text, because it may pass 2⁵³. */
export interface Position {
  commit: string;
  prepare: string;
}

/** An event that came into the tables before events got cursors: in the order of these, and before all others. */
interface OldPlace extends Position {
  order_id: string;
  event_version: number;
}

/**
 * An event by its number in the order in which the tables got them. `origin` is the first number that this read model
 * could give: that of another one is another.
 */
interface Cursor {
  origin: string;
  cursor: string;
}

/** Behind which event a reader of all events stands. */
export type Place = Cursor | OldPlace;

const NO_ORDER = '00000000-0000-0000-0000-000000000000';

/** Before the first event at a position. */
const before = ({ commit, prepare }: Position): OldPlace => ({ commit, prepare, order_id: NO_ORDER, event_version: 0 });

/** Before the first event of all. */
export const BEGINNING: Place = before({ commit: '-1', prepare: '-1' });

const keyOf = (place: Place): readonly (bigint | string)[] =>
  'cursor' in place
    ? [BigInt(place.cursor)]
    : [0n, BigInt(place.commit), BigInt(place.prepare), place.order_id, BigInt(place.event_version)];

export const isAfter = (a: Place, b: Place): boolean => {
  const [one, other] = [keyOf(a), keyOf(b)];
  const at = one.findIndex((part, index) => part !== other[index]);
  return at >= 0 && (one[at] as bigint | string) > (other[at] as bigint | string);
};

interface PlaceColumns {
  origin: string;
  cursor: string;
  position_commit: string;
  position_prepare: string;
  order_id: string;
  event_version: number;
}

export const placeOf = (row: PlaceColumns): Place =>
  row.cursor === '0'
    ? {
        commit: row.position_commit,
        prepare: row.position_prepare,
        order_id: row.order_id,
        event_version: row.event_version,
      }
    : { origin: row.origin, cursor: row.cursor };

/** An event with what filters and scopes ask of its order. */
export interface StreamedEntry
  extends TimelineEntry,
    PlaceColumns,
    ReadAs<'partner_id' | 'customer_ref' | 'external_ref'> {
  /** Who has been asked to carry it so far. */
  asked: Asked[];
  /** Of the order now: who is accountable while it is held or in error. */
  row_owner: Owner;
}

const OLD_ORDER = 'position_commit, position_prepare, order_id, event_version';

const placeColumns = (schema: string): string =>
  `t.cursor::text as cursor,
   (select seqstart::text from pg_sequence where seqrelid = '${cursorSequence(schema)}'::regclass) as origin`;

/**
 * The events after a place, in the sequence in which the tables got them. Cursors are assigned within the transaction
 * that holds the projector's checkpoint row, so a reader that sees one sees all smaller ones: nothing comes in between
 * later.
 */
export const readToldAfter = async (
  { pool, schema }: Reader,
  place: Place,
  limit: number,
): Promise<StreamedEntry[]> => {
  const old = 'cursor' in place ? before({ commit: '0', prepare: '0' }) : place;
  const { rows } = await pool.query<StreamedEntry>({
    name: `told-after-${schema}`,
    // The old events end where the first with a cursor begins: without that bound their part would look through all.
    text: `select ${TIMELINE_COLUMNS}, ${placeColumns(schema)},
             o.partner_id, ${askedColumn(schema, 'o')} as asked, o.customer_ref, o.external_ref, o.owner as row_owner
           from (
             (select * from ${schema}.order_timeline
              where $1::bigint = 0 and cursor = 0 and position_commit >= $2::bigint
                and position_commit <= coalesce(
                  (select position_commit from ${schema}.order_timeline where cursor > 0 order by cursor limit 1),
                  9223372036854775807)
                and (${OLD_ORDER}) > ($2::bigint, $3::bigint, $4::uuid, $5::integer)
              order by ${OLD_ORDER} limit $6)
             union all
             (select * from ${schema}.order_timeline where cursor > $1::bigint and cursor > 0 order by cursor limit $6)
           ) t join ${schema}.order_row o on o.order_id = t.order_id
           order by t.cursor, t.position_commit, t.position_prepare, t.order_id, t.event_version limit $6`,
    values: ['cursor' in place ? place.cursor : '0', old.commit, old.prepare, old.order_id, old.event_version, limit],
  });
  return rows;
};

/** The place of the last event; null while there is none. */
export const readEnd = async ({ pool, schema }: Reader): Promise<Place | null> => {
  const { rows } = await pool.query<PlaceColumns>({
    name: `told-end-${schema}`,
    text: `select order_id, event_version, position_commit::text as position_commit,
             position_prepare::text as position_prepare, ${placeColumns(schema)}
           from (
             (select * from ${schema}.order_timeline where cursor > 0 order by cursor desc limit 1)
             union all
             (select * from ${schema}.order_timeline
              order by position_commit desc, position_prepare desc, order_id desc, event_version desc limit 1)
           ) t order by t.cursor desc limit 1`,
  });
  return rows[0] === undefined ? null : placeOf(rows[0]);
};

/**
 * The place after the event at a position. If several events are at it, as after the retry of a parked order, or none
 * is, the place is before the first one at or after it: better told twice than never. Null beyond the last.
 */
export const readPlaceAt = async ({ pool, schema }: Reader, position: Position): Promise<Place | null> => {
  const { rows } = await pool.query<PlaceColumns>({
    name: `told-at-${schema}`,
    text: `select order_id, event_version, position_commit::text as position_commit,
             position_prepare::text as position_prepare, ${placeColumns(schema)}
           from ${schema}.order_timeline t
           where t.position_commit >= $1::bigint
             and (t.position_commit, t.position_prepare) >= ($1::bigint, $2::bigint)
           order by t.position_commit, t.position_prepare, t.cursor, t.order_id, t.event_version limit 2`,
    values: [position.commit, position.prepare],
  });
  const [first, second] = rows;
  if (first === undefined) return null;
  const stands = (row: PlaceColumns | undefined): boolean =>
    row?.position_commit === position.commit && row.position_prepare === position.prepare;
  if (stands(first) && !stands(second)) return placeOf(first);
  return first.cursor === '0'
    ? before({ commit: first.position_commit, prepare: first.position_prepare })
    : { origin: first.origin, cursor: String(BigInt(first.cursor) - 1n) };
};
