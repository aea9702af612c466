import { randomOf } from '@order-ledger/seed/dice';
import { costOf, median, percentile, rateOf, rounded, type Turn } from './measure.ts';
import { benchOptions, print, progress } from './program.ts';
import { startReadingSystem } from './reading-system.ts';

// One order with its durations, any of all, and one of a few that are looked at again and again; beside a plain program
// that answers its row and its timeline. With the ETag of the version that is known, beside an empty answer.
const { json, pairs, seconds, profile, orders } = benchOptions({ pairs: 5, seconds: 4, orders: 20_000 });
const FEW = 500;

const system = await startReadingSystem(profile, orders);
const { rows: all } = await system.database.query<{ order_id: string; event_version: number }>(
  'select order_id, event_version from read_model_1.order_row order by order_id',
);
const random = randomOf(1);
const oneOf = (count: number) => {
  const order = all[Math.floor(random() * Math.min(count, all.length))];
  if (order === undefined) throw new Error('there are no orders');
  return order;
};

const PIECES = {
  any: async () => void (await system.ask(`/v1/orders/${oneOf(all.length).order_id}`)),
  naive: () => system.askNaive(`/orders/${oneOf(all.length).order_id}`),
  few: async () => void (await system.ask(`/v1/orders/${oneOf(FEW).order_id}`)),
  unchanged: async () => {
    const { order_id, event_version } = oneOf(all.length);
    await system.ask(`/v1/orders/${order_id}`, 304, { 'If-None-Match': `"v${event_version}"` });
  },
  ping: () => system.ping(),
} as const;
type Name = keyof typeof PIECES;

try {
  const turns: Record<Name, Turn[]> = { any: [], naive: [], few: [], unchanged: [], ping: [] };
  for (const piece of Object.values(PIECES)) await system.turn(piece, 1);
  for (let pair = 1; pair <= pairs; pair += 1) {
    progress(`pair ${pair} of ${pairs} …`);
    for (const [name, piece] of Object.entries(PIECES)) turns[name as Name].push(await system.turn(piece, seconds));
  }
  await system.profiled('order', () => system.turn(PIECES.any, 2 * seconds));
  const pingMs = median(turns.ping.map((turn) => costOf(turn, 'ping')));
  const process = (name: Name) => (name === 'naive' || name === 'ping' ? name : 'query-api');
  const ratio = (a: Name, b: Name): number =>
    rounded(median(turns[a].map((turn, i) => rateOf(turn) / rateOf(turns[b][i] ?? turn))), 2);
  print(
    {
      figures: {
        orders: all.length,
        looked_at_again: FEW,
        ...Object.fromEntries(
          Object.entries(turns).map(([name, taken]) => [
            name,
            {
              per_s: rounded(median(taken.map(rateOf))),
              p50_ms: rounded(median(taken.map(({ latencies }) => percentile(latencies, 50))), 2),
              p99_ms: rounded(median(taken.map(({ latencies }) => percentile(latencies, 99))), 1),
              pings: rounded(median(taken.map((turn) => costOf(turn, process(name as Name)))) / pingMs, 2),
            },
          ]),
        ),
        ping_processor_ms: rounded(pingMs, 3),
      },
      ratios: {
        vs_naive: ratio('any', 'naive'),
        vs_naive_again: ratio('few', 'naive'),
        not_modified: ratio('unchanged', 'ping'),
      },
    },
    json,
  );
} finally {
  await system.stop();
}
