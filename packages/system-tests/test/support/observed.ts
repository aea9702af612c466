import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ObserveOptions, type Observing, startObserving } from '@order-ledger/observability/observe';
import { type PrivateSystem, ROOT } from '../../src/private-system.ts';

/** An alert as Alertmanager sends it. */
export interface Told {
  status: 'firing' | 'resolved';
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
  /** When it came here, monotonic milliseconds. */
  at: number;
}

interface Series {
  metric: Readonly<Record<string, string>>;
  value: readonly [number, string];
}

export interface Observed extends Observing {
  /** Everything that has come to the webhook, page or ticket. */
  told: readonly Told[];
  /** What Prometheus answers to a question. */
  ask(expr: string): Promise<Series[]>;
  get<Data>(path: string): Promise<Data>;
}

/** Somebody who is told. */
const openWebhook = async () => {
  const told: Told[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    request.on('end', () => {
      for (const alert of JSON.parse(text).alerts) told.push({ ...alert, at: performance.now() });
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { told, url: `http://127.0.0.1:${port}/alerts`, close: () => server.close() };
};

/** Looks at a private system as `npm run observe` does, with somebody who is told. */
export const observe = async (
  system: Pick<PrivateSystem, 'folder'>,
  how: Pick<ObserveOptions, 'every' | 'times'> = {},
): Promise<Observed> => {
  const webhook = await openWebhook();
  const addresses = { page: webhook.url, ticket: webhook.url };
  const observing = await startObserving({
    root: ROOT,
    data: system.folder,
    report: () => undefined,
    addresses,
    ...how,
  });
  const get = async <Data>(path: string): Promise<Data> => {
    const response = await fetch(`${observing.prometheus}/api/v1/${path}`);
    const { data, error } = (await response.json()) as { data: Data; error?: string };
    if (error !== undefined) throw new Error(error);
    return data;
  };
  return {
    ...observing,
    told: webhook.told,
    get,
    ask: async (expr) => (await get<{ result: Series[] }>(`query?query=${encodeURIComponent(expr)}`)).result,
    stop: async () => {
      await observing.stop();
      webhook.close();
    },
  };
};
