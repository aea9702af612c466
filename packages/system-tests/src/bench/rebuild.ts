import { setTimeout as sleep } from 'node:timers/promises';
import { resetMadeAgain } from '@order-ledger/backup/made-again';
import { openLedger } from '@order-ledger/ledger/ledger';
import { createLog } from '@order-ledger/platform/log';
import { seedLedger } from '@order-ledger/seed/into-ledger';
import { benchClient } from './client.ts';
import { startLoadedSystem } from './loaded-system.ts';
import { median, processorMs, rounded } from './measure.ts';
import { benchOptions, print, progress } from './program.ts';
import { startServer } from './server.ts';

// All tables of the read model from an empty database, beside a bare read of the same ledger by the official client.
const { json, pairs, orders, months, profile } = benchOptions({ pairs: 3, orders: 3_000, months: 12 });
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

try {
  const now = Date.now();
  progress(`seeding ${orders} orders of ${months} months …`);
  const seeding = { orders, seed: 1, from: now - months * MONTH_MS, until: now, seen: () => undefined };
  const { events } = await seedLedger(ledger, seeding);
  await until(events);
  const rebuilds: Rebuilt[] = [];
  const reads: number[] = [];
  for (let pair = 1; pair <= pairs; pair += 1) {
    progress(`pair ${pair} of ${pairs}: ${events} events …`);
    rebuilds.push(await rebuild(events));
    const { text } = await client.send('GET', reader.url);
    const read = JSON.parse(text) as { events: number; ms: number };
    if (read.events !== events) throw new Error(`${read.events} events were read of ${events}`);
    reads.push(read.ms);
  }
  if (profile) await (await empty())();
  await system.profiled(() => until(events));
  const ms = median(rebuilds.map((each) => each.ms));
  const readMs = median(reads);
  print(
    {
      figures: {
        events,
        orders,
        months,
        rebuild_per_s: rounded((1_000 * events) / ms),
        read_per_s: rounded((1_000 * events) / readMs),
        projector_us_per_event: rounded((1_000 * median(rebuilds.map((each) => each.processor_ms))) / events),
      },
      ratios: { vs_read: rounded(readMs / ms, 2) },
    },
    json,
  );
} finally {
  client.close();
  await ledger.close();
  await reader.stop();
  await system.stop();
}
