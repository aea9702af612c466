import type { OrderRow } from '../rows.ts';
import { type Columns, unnested } from './columns.ts';
import type { Statement } from './statement.ts';

export const ORDER_ROW_COLUMNS: Columns<OrderRow> = {
  order_id: 'uuid',
  sort_key: 'bigint',
  status: 'text',
  stage: 'text',
  owner: 'text',
  status_entered_at: 'timestamptz',
  stage_entered_at: 'timestamptz',
  frozen_since: 'timestamptz',
  frozen_ms: 'bigint',
  held_ms: 'bigint',
  errored_ms: 'bigint',
  is_active: 'boolean',
  held_from: 'text',
  error_from: 'text',
  return_from: 'text',
  claim_operator: 'text',
  claim_fence_token: 'integer',
  claimed_at: 'timestamptz',
  partner_id: 'text',
  customer_ref: 'text',
  external_ref: 'text',
  channel: 'text',
  carriers: 'text list',
  delivery_method: 'text',
  material: 'text',
  process: 'text',
  finishing: 'text',
  quantity: 'integer',
  price_amount: 'bigint',
  currency: 'text',
  quote_version: 'integer',
  valid_until: 'timestamptz',
  paid: 'bigint',
  due_before_production: 'bigint',
  cancel_charge: 'bigint',
  refund_due: 'bigint',
  balance: 'jsonb',
  balance_version: 'integer',
  settlement: 'text',
  settlement_amount: 'bigint',
  needs_person: 'jsonb',
  priority: 'smallint',
  due_at: 'open timestamptz',
  manufacturing_attempt: 'integer',
  price_attempt: 'integer',
  work_centre: 'text',
  planned_start_at: 'timestamptz',
  planned_finish_at: 'timestamptz',
  price: 'jsonb',
  rejection: 'jsonb',
  event_version: 'integer',
  status_version: 'integer',
  last_event_type: 'text',
  last_event_id: 'uuid',
  last_occurred_at: 'timestamptz',
  last_recorded_at: 'timestamptz',
  correlation_id: 'text',
  is_stale: 'boolean',
  stale_reason: 'text',
  lifecycle: 'jsonb',
  visiting: 'jsonb',
  position_commit: 'bigint',
  position_prepare: 'bigint',
};

export const upsertOrderRows = (schema: string): Statement<OrderRow> => {
  const { names, list, select, values } = unnested(ORDER_ROW_COLUMNS);
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
