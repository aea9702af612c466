import type { ClientBase } from 'pg';

/** `notify` on the primary only wakes those who wait for events; the payload is the commit position, and whom to follow. */
const NOTIFY_CHANNEL = 'order_events';

/** Wakes them when the transaction is committed. */
export const notifyReaders = async (
  client: ClientBase,
  position: bigint,
  traceparent: string | undefined,
): Promise<void> => {
  const payload = [position, traceparent].filter((part) => part !== undefined).join(' ');
  await client.query({ name: 'notify', text: 'select pg_notify($1, $2)', values: [NOTIFY_CHANNEL, payload] });
};
