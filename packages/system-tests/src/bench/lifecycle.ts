import { randomUUID } from 'node:crypto';
import type { Client } from './client.ts';

/** What is sent of one order, one after the other: its creation, and facts until its limit of patience is cancelled. */
const STEPS = [
  ['change-priority', { priority: 'HIGH', reason: 'CUSTOMER_ASKED' }],
  ['change-due-date', { due_at: '2030-01-01T00:00:00Z', reason: 'CUSTOMER_ASKED' }],
  ['change-priority', { priority: 'NORMAL', reason: 'CUSTOMER_ASKED' }],
  ['request-cancellation', { reason: 'TOO_SLOW' }],
  ['cancel-order', { reason: 'CUSTOMER_ASKED' }],
] as const;

export interface Done {
  readonly order_id: string;
  readonly event_version: number;
  /** Of its answer: what the next command of this order expects. */
  readonly etag: string;
}

/**
 * Sends one command: `path` behind /v1/orders. Rejects with an answer that is no success: figures of refusals would be
 * none.
 */
export type Sender = (path: string, body: object, etag?: string) => Promise<Done>;

export const commandSender =
  (client: Client, base: string, bearer: string): Sender =>
  async (path, body, etag) => {
    const answer = await client.send(
      'POST',
      `${base}/v1/orders${path}`,
      {
        Authorization: `Bearer ${bearer}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
        ...(etag === undefined ? {} : { 'If-Match': etag }),
      },
      JSON.stringify(body),
    );
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return { ...JSON.parse(answer.text), etag: String(answer.headers.etag) };
  };

export const newOrder = (send: Sender, worker: number): Promise<Done> =>
  send('', { customer_ref: `customer-${worker}`, channel: 'ONLINE_STORE' });

/** Sends the next command of a worker's order; a new order when the last one is through. */
export const lifecycles = (send: Sender): ((worker: number) => Promise<Done>) => {
  const running = new Map<number, { last: Done; step: number }>();
  return async (worker) => {
    const order = running.get(worker);
    const step = order === undefined ? undefined : STEPS[order.step];
    const done =
      order === undefined || step === undefined
        ? await newOrder(send, worker)
        : await send(`/${order.last.order_id}/commands/${step[0]}`, step[1], order.last.etag);
    running.set(worker, { last: done, step: order === undefined || step === undefined ? 0 : order.step + 1 });
    return done;
  };
};
