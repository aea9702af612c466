import type { Migration } from '@order-ledger/platform/migrate';

/**
 * Why an order is stale, where it is read; and parked orders that are closed: a person has seen that they cannot be shown
 * and are not to be. `close_asked_by` and `close_reason` are set by who asks for it, `closed_at` by the projector, with
 * the event_version of the correction where one closed it.
 */
export const staleOrders: Migration = {
  name: '008-stale-orders',
  up: async (knex) => {
    await knex.raw(`
      alter table order_row add column stale_reason text;
      alter table order_parked
        add column close_asked_by text,
        add column close_reason text,
        add column closed_at timestamptz,
        add column closed_version integer;
      update order_row o set stale_reason = p.reason from order_parked p where p.order_id = o.order_id;
    `);
  },
};
