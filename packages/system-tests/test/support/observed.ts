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

/** What looks like an id, a mail address or a telephone number. */
const PERSONAL = /[0-9a-f]{8}-[0-9a-f]{4}-|\w@\w+\.\w|\+\d{6}|\b[0-9a-f]{32}\b/;
/** More than there are routes, statuses, commands or types of events. */
export const MOST_VALUES = 150;

/** Of all series there are: how many, which values of labels look like ids, and the label with the most values. */
export const labelsOf = async (observed: Pick<Observed, 'get'>) => {
  const all = await observed.get<Record<string, string>[]>(`series?match[]=${encodeURIComponent('{__name__=~".+"}')}`);
  const values = new Map<string, Set<string>>();
  for (const { __name__: name = '', ...labels } of all)
    for (const [label, value] of Object.entries(labels)) {
      const key = `${name} ${label}`;
      values.set(key, (values.get(key) ?? new Set()).add(value));
    }
  // The broker names its own node.
  const ours = [...values].filter(([key]) => !/ (instance|node|rabbitmq_node|erlang_\w+|cluster)$/.test(key));
  const [label = '', most = new Set()] = ours.toSorted(([, a], [, b]) => b.size - a.size)[0] ?? [];
  return {
    series: all.length,
    ids: ours.flatMap(([key, found]) =>
      [...found].filter((value) => PERSONAL.test(value)).map((value) => `${key}=${value}`),
    ),
    most: { label, values: most.size },
  };
};
