import { randomUUID } from 'node:crypto';
import { benchClient } from './client.ts';
import { commandSender, lifecycles } from './lifecycle.ts';
import { startLoadedSystem } from './loaded-system.ts';
import { longOrders } from './long-orders.ts';
import { costOf, drive, median, memoryOf, percentile, rateOf, rounded, type Turn } from './measure.ts';
import { benchOptions, print, progress } from './program.ts';
import { startServer } from './server.ts';

// Commands over HTTP with command-api and its services alone, beside a plain CRUD program on the same Postgres, an empty
// express answer and a durable append of the client, turn by turn.
const { json, pairs, seconds, profile, telemetry } = benchOptions({ pairs: 5, seconds: 4 }, 'telemetry');
const IN_FLIGHT = 64;
/** So many changes does an order of the lifecycle see. */
const CHANGES = 6;

const system = await startLoadedSystem({ profile, telemetry, only: ['command-api'] });
const bearer = system.credentials.bearer({ who: 'customer', account: 'house' });
const crud = await startServer('crud-server', {
  DATABASE_URL: String(system.database.options.connectionString),
  JWKS: system.dependencies.jwksFile,
});
const client = benchClient();
const send = commandSender(client, system.url('command-api'), bearer);
const next = lifecycles(send);
const crudOrders = new Map<number, { id: string; changes: number }>();
const plain = async (worker: number): Promise<void> => {
  const known = crudOrders.get(worker);
  const order = known === undefined || known.changes === CHANGES ? { id: randomUUID(), changes: 0 } : known;
  order.changes += 1;
  crudOrders.set(worker, order);
  const answer = await client.send(
    'POST',
    `${crud.url}/orders/${order.id}`,
    { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
    JSON.stringify({ customer_ref: 'customer-1', channel: 'ONLINE_STORE', priority: 'HIGH' }),
  );
  if (answer.status >= 300) throw new Error(`crud: ${answer.status} ${answer.text}`);
};
const pings = async (): Promise<void> => void (await client.send('GET', system.ping.url));
const append = await startServer('append-server', { EVENTSTORE_URL: system.dependencies.eventStore });
const appends = async (): Promise<void> => {
  const { text } = await client.send('GET', append.url);
  appended.push(Number(text));
};
/** ms of each append, as its client saw it. */
const appended: number[] = [];

const turns: Record<'ours' | 'one' | 'crud' | 'ping' | 'append', Turn[]> = {
  ours: [],
  one: [],
  crud: [],
  ping: [],
  append: [],
};
const systemPids = system.pids();
const pids = { ...systemPids, ping: system.ping.pid, crud: crud.pid };
const take = async (name: keyof typeof turns, piece: (worker: number) => Promise<unknown>, inFlight: number) =>
  void turns[name].push(await drive(piece, { inFlight, seconds, pids }));
try {
  await drive(next, { inFlight: IN_FLIGHT, seconds, pids: {} });
  for (let pair = 1; pair <= pairs; pair += 1) {
    progress(`pair ${pair} of ${pairs} …`);
    await take('ours', next, IN_FLIGHT);
    await take('crud', plain, IN_FLIGHT);
    await take('ping', pings, IN_FLIGHT);
    await take('one', next, 1);
    await take('append', appends, 1);
  }
  progress('orders of many events …');
  const long = await longOrders(send, systemPids);
  await system.profiled('commands', () => drive(next, { inFlight: IN_FLIGHT, seconds: 2 * seconds, pids: {} }));
  const pingMs = median(turns.ping.map((turn) => costOf(turn, 'ping')));
  const costs = Object.keys(pids).map((name) => [name, median(turns.ours.map((turn) => costOf(turn, name)))] as const);
  const ours1 = median(turns.one.map(({ latencies }) => percentile(latencies, 50)));
  const append1 = percentile(appended, 50);
  print(
    {
      figures: {
        commands_per_s: rounded(median(turns.ours.map(rateOf))),
        p50_ms: rounded(median(turns.ours.map(({ latencies }) => percentile(latencies, 50))), 1),
        p99_ms: rounded(median(turns.ours.map(({ latencies }) => percentile(latencies, 99))), 1),
        one_in_flight_p50_ms: rounded(ours1, 2),
        append_p50_ms: rounded(append1, 2),
        crud_per_s: rounded(median(turns.crud.map(rateOf))),
        crud_processor_ms: rounded(median(turns.crud.map((turn) => costOf(turn, 'crud'))), 2),
        ping_per_s: rounded(median(turns.ping.map(rateOf))),
        ping_processor_ms: rounded(pingMs, 3),
        processor_ms: Object.fromEntries(
          costs.filter(([name]) => name in systemPids).map(([name, ms]) => [name, rounded(ms, 2)]),
        ),
        processor_ms_at_10_events: rounded(long.early_ms, 2),
        processor_ms_at_1000_events: rounded(long.late_ms, 2),
        command_api_memory_mb: rounded(memoryOf(systemPids['command-api'] ?? 0) / 1e6),
      },
      ratios: {
        pings: rounded((costs.find(([name]) => name === 'command-api')?.[1] ?? 0) / pingMs, 1),
        vs_crud: rounded(median(turns.ours.map((turn, i) => rateOf(turn) / rateOf(turns.crud[i] ?? turn))), 2),
        one_vs_append: rounded(ours1 / append1, 1),
        at_1000_events: rounded(long.late_ms / long.early_ms, 2),
      },
    },
    json,
  );
} finally {
  client.close();
  await append.stop();
  await crud.stop();
  await system.stop();
}
