import { setTimeout as sleep } from 'node:timers/promises';
import { resetMadeAgain } from '@order-ledger/backup/made-again';
import { openLedger } from '@order-ledger/ledger/ledger';
import { createLog } from '@order-ledger/platform/log';
import { seedLedger } from '@order-ledger/seed/into-ledger';
import { benchClient } from './client.ts';
import { startLoadedSystem } from './loaded-system.ts';
import { median, processorMs, rounded } from './measure.ts';
import { benchOptions, print, progress } from './program.ts';
import { type Server, startServer } from './server.ts';

// All tables of the read model from an empty database, beside a bare read of the same ledger by the official client, and
// beside a replay of the same events by Emmett on the same PostgreSQL, which makes no tables of them.
const { json, pairs, orders, months, profile } = benchOptions({ pairs: 3, orders: 12_000, months: 24 });
const MONTH_MS = 30 * 24 * 3_600_000;

const system = await startLoadedSystem({ profile, only: ['projector'] });
const projector = system.processes.get('projector');
if (projector === undefined) throw new Error('the projector does not run');
const client = benchClient();
const reader = await startServer('read-server', { EVENTSTORE_URL: system.dependencies.eventStore });
const ledger = openLedger({
  connectionString: system.dependencies.eventStore,
  log: createLog({ service: 'bench', level: 'error' }),
});

/** Events that the read model shows. */
const shown = async (): Promise<number> => {
  const { rows } = await system.database.query(
    'select coalesce(sum(event_version), 0)::integer as events from read_model_1.order_row',
  );
  return rows[0]?.events;
};
const until = async (events: number): Promise<void> => {
  while ((await shown()) < events) await sleep(50);
};
interface Rebuilt {
  readonly ms: number;
  /** Processor time of the projector, from its start on. */
  readonly processor_ms: number;
}
/** Leaves nothing of the read model; answers what starts the projector. */
const empty = async (): Promise<() => Promise<void>> => {
  const bringBack = await projector.takeDown('in-order');
  const session = await system.database.connect();
  await resetMadeAgain(session).finally(() => session.release());
  return bringBack;
};
/** From the start of the process on, with what it loads and the tables that it makes. */
const rebuild = async (events: number): Promise<Rebuilt> => {
  const bringBack = await empty();
  const began = performance.now();
  await bringBack();
  await until(events);
  return { ms: performance.now() - began, processor_ms: processorMs(projector.pid) };
};

/** How long a reference takes for all events, in milliseconds. */
const readBy = async ({ url }: Server, events: number): Promise<number> => {
  const { text } = await client.send('GET', url);
  const read = JSON.parse(text) as { events: number; ms: number };
  if (read.events !== events) throw new Error(`${read.events} events were read of ${events}`);
  return read.ms;
};

const now = Date.now();
const histories = { orders, seed: 1, from: now - months * MONTH_MS, until: now };
let events = 0;
/**
 * Seeds the orders of some months and waits until the read model shows them.
 *
 * @returns processor time of the projector for each event, in microseconds
 */
const seedMonths = async (from: number, to: number): Promise<number> => {
  const before = processorMs(projector.pid);
  const part = { from: Math.floor((orders * from) / months), to: Math.floor((orders * to) / months) };
  const { events: added } = await seedLedger(ledger, { ...histories, part, seen: () => undefined });
  events += added;
  await until(events);
  return (1_000 * (processorMs(projector.pid) - before)) / added;
};

try {
  progress(`seeding ${orders} orders of ${months} months …`);
  // The first month makes the process warm.
  await seedMonths(0, 1);
  const early = await seedMonths(1, 2);
  await seedMonths(2, months - 1);
  const late = await seedMonths(months - 1, months);
  progress(`copying ${events} events into Emmett's event store …`);
  const emmett = await startServer('emmett-server', {
    DATABASE_URL: await system.emptyDatabase('emmett'),
    EVENTSTORE_URL: system.dependencies.eventStore,
  });
  const rebuilds: Rebuilt[] = [];
  const reads: number[] = [];
  const replays: number[] = [];
  for (let pair = 1; pair <= pairs; pair += 1) {
    progress(`pair ${pair} of ${pairs}: ${events} events …`);
    rebuilds.push(await rebuild(events));
    reads.push(await readBy(reader, events));
    replays.push(await readBy(emmett, events));
  }
  await emmett.stop();
  if (profile) await (await empty())();
  await system.profiled('rebuild', () => until(events));
  const ms = median(rebuilds.map((each) => each.ms));
  const readMs = median(reads);
  const replayMs = median(replays);
  print(
    {
      figures: {
        events,
        orders,
        months,
        rebuild_per_s: rounded((1_000 * events) / ms),
        read_per_s: rounded((1_000 * events) / readMs),
        emmett_per_s: rounded((1_000 * events) / replayMs),
        month_2_us_per_event: rounded(early),
        last_month_us_per_event: rounded(late),
        projector_us_per_event: rounded((1_000 * median(rebuilds.map((each) => each.processor_ms))) / events),
      },
      ratios: {
        vs_read: rounded(readMs / ms, 2),
        vs_emmett: rounded(replayMs / ms, 2),
        growth_months: rounded(late / early, 2),
      },
    },
    json,
  );
} finally {
  client.close();
  await ledger.close();
  await reader.stop();
  await system.stop();
}
