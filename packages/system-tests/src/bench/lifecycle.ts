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

interface Done {
  readonly order_id: string;
  readonly event_version: number;
}

export interface Lifecycles {
  /** Sends the next command of this worker's order; a new order when the last one is through. */
  next(worker: number): Promise<Done>;
}

/** Throws at the first answer that is no success: figures of refusals would be none. */
export const lifecycles = (client: Client, base: string, bearer: string): Lifecycles => {
  const running = new Map<number, { order_id: string; step: number; etag: string }>();
  const send = async (path: string, body: object, headers: Record<string, string>) => {
    const answer = await client.send(
      'POST',
      `${base}/v1/orders${path}`,
      {
        Authorization: `Bearer ${bearer}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
        ...headers,
      },
      JSON.stringify(body),
    );
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return { done: JSON.parse(answer.text) as Done, etag: String(answer.headers.etag) };
  };
  return {
    next: async (worker) => {
      const order = running.get(worker);
      const step = order === undefined ? undefined : STEPS[order.step];
      if (order === undefined || step === undefined) {
        const { done, etag } = await send('', { customer_ref: `customer-${worker}`, channel: 'ONLINE_STORE' }, {});
        running.set(worker, { order_id: done.order_id, step: 0, etag });
        return done;
      }
      const [name, body] = step;
      const { done, etag } = await send(`/${order.order_id}/commands/${name}`, body, { 'If-Match': order.etag });
      running.set(worker, { ...order, step: order.step + 1, etag });
      return done;
    },
  };
};
