import { ALL, typesOf } from '../order-columns.ts';
import type { OrderRow } from '../rows.ts';
import { unnested } from './columns.ts';
import type { Statement } from './statement.ts';

export const upsertOrderRows = (schema: string): Statement<OrderRow> => {
  const { names, list, select, values } = unnested<OrderRow>(typesOf(ALL));
  const changing = names.filter((name) => name !== 'order_id' && name !== 'sort_key');
  return {
    name: `upsert-order-rows-${schema}`,
    text: `insert into ${schema}.order_row as t (${list})
      ${select}
      on conflict (order_id) do update set ${changing.map((name) => `${name} = excluded.${name}`).join(', ')}
      where excluded.event_version > t.event_version`,
    values,
  };
};
