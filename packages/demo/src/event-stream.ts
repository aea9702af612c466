import { setTimeout as sleep } from 'node:timers/promises';

/** What the query API has told on its stream of events. */
export interface EventStream {
  /** Whether this event of an order has come. */
  has(orderId: string, eventVersion: number): boolean;
  /** Milliseconds from the record in the ledger until the event was here, one for each event. */
  readonly lags: readonly number[];
  close(): Promise<void>;
}

interface EventStreamOptions {
  /** Base address of the query API. */
  address: string;
  bearer: string;
}

const AGAIN_MS = 500;

interface Told {
  id: string | null;
  data: string | null;
}

/** One block of the text: fields by line, comments left out. */
const block = (text: string): Told => {
  const field = (name: string): string | null => {
    const lines = text.split('\n').filter((line) => line.startsWith(`${name}:`));
    return lines.length === 0 ? null : lines.map((line) => line.slice(name.length + 1).trimStart()).join('\n');
  };
  return { id: field('id'), data: field('data') };
};

async function* blocks(body: AsyncIterable<Uint8Array>): AsyncGenerator<Told> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) yield block(part);
  }
}

/**
 * Listens to the stream of events, from now on. A connection that ends is made again from the last event that came.
 * Resolves when the stream is open, so that nothing that is sent afterwards is missed.
 */
export const listen = async ({ address, bearer }: EventStreamOptions): Promise<EventStream> => {
  const seen = new Set<string>();
  const lags: number[] = [];
  const over = new AbortController();
  let lastId: string | null = null;

  const connect = async (): Promise<AsyncIterable<Uint8Array>> => {
    const response = await fetch(`${address}/v1/events`, {
      headers: {
        Authorization: `Bearer ${bearer}`,
        Accept: 'text/event-stream',
        ...(lastId === null ? {} : { 'Last-Event-ID': lastId }),
      },
      signal: over.signal,
    });
    if (response.status === 200 && response.body !== null) return response.body;
    throw new Error(`GET /v1/events: ${response.status} ${(await response.text()).slice(0, 200)}`);
  };

  const take = ({ id, data }: Told): void => {
    if (id !== null) lastId = id;
    if (data === null) return;
    const event = JSON.parse(data) as { order_id: string; event_version: number; recorded_at: string };
    seen.add(`${event.order_id} ${event.event_version}`);
    lags.push(Math.max(0, Date.now() - Date.parse(event.recorded_at)));
  };

  const read = async (first: AsyncIterable<Uint8Array>): Promise<void> => {
    let body: AsyncIterable<Uint8Array> | null = first;
    while (!over.signal.aborted) {
      try {
        for await (const told of blocks(body ?? (await connect()))) take(told);
      } catch {
        // The connection is gone, or not back yet. The events that it would have sent are asked for again; those that
        // never come are found in the comparison.
      }
      body = null;
      await sleep(AGAIN_MS, undefined, { signal: over.signal }).catch(() => undefined);
    }
  };

  const reading = read(await connect());
  return {
    has: (orderId, eventVersion) => seen.has(`${orderId} ${eventVersion}`),
    lags,
    close: async () => {
      over.abort();
      await reading;
    },
  };
};
