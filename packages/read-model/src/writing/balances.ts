import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { type Balance, balanceChanges, openBalance } from '@order-ledger/domain/settlement';
import type { ClientBase, Pool } from 'pg';
import { MONEY_COLUMNS, type MoneyColumn, typesOf } from '../order-columns.ts';
import type { OrderRow } from '../rows.ts';
import { unnested } from './columns.ts';
import { readTypes } from './read-types.ts';
import { type Statement, write } from './statement.ts';

interface TimelineEvent {
  order_id: string;
  event_version: number;
  type: string;
  system: string;
  occurred_at: string;
  recorded_at: string;
  data: object;
}

/** An event of the timeline with the parts of its metadata that the balance is folded from. */
const eventOf = ({ type, data, ...metadata }: TimelineEvent): RecordedEvent =>
  ({ type, data, metadata }) as unknown as RecordedEvent;

const balanceAfter = (before: Balance | undefined, event: RecordedEvent): Balance | undefined => {
  if (event.type === 'OrderInitiated') return openBalance(event.data.terms);
  return before && { ...before, ...balanceChanges(before, event) };
};

/** The balances of orders whose rows do not have them, folded from their whole timelines up to these versions. */
export const foldBalances =
  (schema: string) =>
  async (pool: Pool, versions: ReadonlyMap<string, number>): Promise<Map<string, Balance>> => {
    const balances = new Map<string, Balance>();
    if (versions.size === 0) return balances;
    const { rows } = await pool.query<TimelineEvent>({
      name: `fold-balances-${schema}`,
      text: `select order_id, event_version, type, system, occurred_at, recorded_at, data from ${schema}.order_timeline
        where order_id = any($1::uuid[]) order by order_id, event_version`,
      values: [[...versions.keys()]],
      types: readTypes,
    });
    for (const row of rows) {
      if (row.event_version > (versions.get(row.order_id) ?? 0)) continue;
      const balance = balanceAfter(balances.get(row.order_id), eventOf(row));
      if (balance !== undefined) balances.set(row.order_id, balance);
    }
    return balances;
  };

/** Orders behind this one whose rows hold no balance, or one of before their last event. */
export const ordersWithoutBalance =
  (schema: string) =>
  async (pool: Pool, after: string | null, most: number): Promise<string[]> => {
    const { rows } = await pool.query<{ order_id: string }>({
      name: `orders-without-balance-${schema}`,
      text: `select order_id from ${schema}.order_row
        where order_id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000')
          and balance_version is distinct from event_version
        order by order_id limit $2`,
      values: [after, most],
    });
    return rows.map(({ order_id }) => order_id);
  };

type FilledRow = Pick<OrderRow, 'order_id' | 'event_version' | MoneyColumn>;

const fill = (schema: string): Statement<FilledRow> => {
  const { select, list, values } = unnested<FilledRow>(typesOf(['order_id', 'event_version', ...MONEY_COLUMNS]));
  return {
    name: `fill-balances-${schema}`,
    text: `update ${schema}.order_row t
      set ${MONEY_COLUMNS.map((name) => `${name} = u.${name}`).join(', ')}, balance_version = u.event_version
      from (${select}) u (${list}) where t.order_id = u.order_id and t.event_version = u.event_version`,
    values,
  };
};

/** Gives rows the balance that was folded for them; one that has gone on since has it from its batch. */
export const fillBalances = (schema: string) => {
  const statement = fill(schema);
  return (client: ClientBase, rows: readonly OrderRow[]): Promise<number> => write(client, statement, rows);
};
