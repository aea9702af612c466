import { setTimeout as sleep } from 'node:timers/promises';
import { openLedger } from '@order-ledger/ledger/ledger';
import { createLog } from '@order-ledger/platform/log';
import { benchClient } from './client.ts';
import { commandSender, lifecycles } from './lifecycle.ts';
import { startLoadedSystem } from './loaded-system.ts';
import { percentile, rounded } from './measure.ts';
import { benchOptions, print, progress } from './program.ts';

// From the time that an event carries until query-api answers with it, with every process at work and commands at an
// even rate.
const { json, pairs, seconds, profile } = benchOptions({ pairs: 1, seconds: 60 });
const RATES = [150, 300] as const;
const WORKERS = 128;
/** One command in so many is looked for: the looking itself costs. */
const LOOKED_FOR = 10;

const system = await startLoadedSystem({ profile });
const client = benchClient();
const send = commandSender(
  client,
  system.url('command-api'),
  system.credentials.bearer({ who: 'customer', account: 'house' }),
);
const next = lifecycles(send);
const reader = { Authorization: `Bearer ${system.credentials.reader}` };
const ledger = openLedger({
  connectionString: system.dependencies.eventStore,
  log: createLog({ service: 'bench', level: 'error' }),
});

interface Seen {
  readonly order_id: string;
  readonly version: number;
  /** Milliseconds of the epoch at which an answer had it. */
  readonly at: number;
}

const look = async (order_id: string, version: number): Promise<Seen> => {
  for (;;) {
    const url = `${system.url('query-api')}/v1/orders/${order_id}?min_version=${version}`;
    const { status, text } = await client.send('GET', url, reader);
    if (status === 200) return { order_id, version, at: Date.now() };
    if (status !== 202 && status !== 404) throw new Error(`${url}: ${status} ${text}`);
    await sleep(5);
  }
};

const recordedAt = async ({ order_id, version }: Seen): Promise<number> => {
  const range = { fromVersion: version, toVersion: version };
  for await (const { metadata } of ledger.readOrder(order_id, range)) return Date.parse(metadata.recorded_at);
  throw new Error(`${order_id} has no event ${version}`);
};

const paced = async (rate: number): Promise<{ sent: number; seconds: number; seen: Seen[] }> => {
  const looks: Promise<Seen>[] = [];
  const began = performance.now();
  const last = rate * seconds;
  let sent = 0;
  const worker = async (number: number): Promise<void> => {
    while (sent < last) {
      const mine = sent++;
      const wait = began + (mine * 1_000) / rate - performance.now();
      if (wait > 0) await sleep(wait);
      const { order_id, event_version } = await next(number);
      if (mine % LOOKED_FOR === 0) looks.push(look(order_id, event_version));
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, (_, number) => worker(number)));
  const took = (performance.now() - began) / 1_000;
  return { sent, seconds: took, seen: await Promise.all(looks) };
};

try {
  progress('warming up …');
  await paced(100);
  const figures: Record<string, number> = {};
  for (const rate of RATES)
    for (let pair = 1; pair <= pairs; pair += 1) {
      progress(`${rate} commands a second …`);
      const { sent, seconds: took, seen } = await paced(rate);
      const lags: number[] = [];
      for (const each of seen) lags.push(each.at - (await recordedAt(each)));
      const suffix = rate === RATES[0] ? '' : `_at_${rate}`;
      figures[`commands_per_s${suffix}`] = rounded(sent / took);
      for (const p of [50, 99, 100])
        figures[`${p === 100 ? 'max' : `p${p}`}_ms${suffix}`] = rounded(percentile(lags, p));
    }
  await system.profiled('paced', () => paced(RATES[0]));
  print({ figures, ratios: {} }, json);
} finally {
  client.close();
  await ledger.close();
  await system.stop();
}
