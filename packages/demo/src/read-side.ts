import type { Status } from '@order-ledger/domain/status';
import type { HttpClient } from './http.ts';
import type { Learned } from './known.ts';

/** An order as the query API shows it to staff; the comparison names the fields that it looks at. */
export interface Order extends Readonly<Record<string, unknown>> {
  order_id: string;
  status: Status;
  event_version: number;
}

/** An event as the timeline shows it. */
export interface TimelineEvent extends Learned {
  event_id: string;
  from: Status | null;
  to: Status | null;
  occurred_at: string;
  recorded_at: string;
}

export interface ReadSide {
  /** null where the read side knows no such order. */
  order(orderId: string): Promise<Order | null>;
  /** All events of the order that the read side knows. */
  timeline(orderId: string): Promise<TimelineEvent[]>;
  /** Asks for nothing but the lag. */
  lag(): Promise<void>;
  /** Milliseconds by which the read side was behind the ledger, by its own word, one for each answer. */
  readonly lags: readonly number[];
}

interface ReadSideOptions {
  http: HttpClient;
  /** Base address of the query API. */
  address: string;
  bearer: string;
}

export const readSide = ({ http, address, bearer }: ReadSideOptions): ReadSide => {
  const lags: number[] = [];

  const get = async (path: string): Promise<Record<string, unknown> | null> => {
    const { status, headers, text, fields } = await http.send({ method: 'GET', url: `${address}${path}`, bearer });
    const lag = Number(headers.get('x-projection-lag-ms') ?? Number.NaN);
    if (!Number.isNaN(lag)) lags.push(lag);
    if (status === 404) return null;
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${text.slice(0, 200)}`);
    return fields;
  };

  return {
    order: async (orderId) => (await get(`/v1/orders/${orderId}`)) as Order | null,
    timeline: async (orderId) => {
      const events: TimelineEvent[] = [];
      let after = 0;
      for (;;) {
        const page = await get(`/v1/orders/${orderId}/timeline?after=${after}`);
        if (page === null) return events;
        events.push(...(page.events as TimelineEvent[]));
        if (typeof page.next_after !== 'number') return events;
        after = page.next_after;
      }
    },
    lag: async () => void (await get('/v1/projections')),
    lags,
  };
};
