import { setTimeout as sleep } from 'node:timers/promises';
import { benchClient } from './client.ts';
import { commandSender, lifecycles } from './lifecycle.ts';
import { startLoadedSystem } from './loaded-system.ts';
import { costOf, drive, median, memoryOf, percentile, processorMs, rateOf, rounded, type Turn } from './measure.ts';
import { benchOptions, print, progress } from './program.ts';

// The same commands with every process following, until the last of them is in the read model and published.
const { json, pairs, seconds, profile, telemetry } = benchOptions({ pairs: 5, seconds: 6 }, 'telemetry');
const IN_FLIGHT = 64;
const IDLE_S = 10;

const system = await startLoadedSystem({ profile, telemetry });
const pids = system.pids();
const client = benchClient();
const bearer = system.credentials.bearer({ who: 'customer', account: 'house' });
const send = commandSender(client, system.url('command-api'), bearer);
const next = lifecycles(send);
const pings = async (): Promise<void> => void (await client.send('GET', system.ping.url));

const processorOfAll = (): number => Object.values(pids).reduce((sum, pid) => sum + processorMs(pid), 0);
/** Rest of a system that nobody asks anything: far above what it takes idle, far below what one event a turn takes. */
const RESTING_MS_PER_S = 300;
/** Waits until the followers have nothing more to do. */
const settled = async (): Promise<void> => {
  const deadline = performance.now() + 600_000;
  for (;;) {
    const before = processorOfAll();
    await sleep(1_000);
    if (processorOfAll() - before < RESTING_MS_PER_S) return;
    if (performance.now() > deadline) throw new Error('the followers are still at work after 10 minutes');
  }
};

interface SystemTurn {
  readonly commands: Turn;
  /** Processor time of each process from the first command until all rest, ms a command. */
  readonly cost: Readonly<Record<string, number>>;
  /** From the last answer until all rest. */
  readonly behind_s: number;
}
const turns: SystemTurn[] = [];
const pingTurns: Turn[] = [];
try {
  await drive(next, { inFlight: IN_FLIGHT, seconds, pids: {} });
  await settled();
  for (let pair = 1; pair <= pairs; pair += 1) {
    progress(`pair ${pair} of ${pairs} …`);
    const before = Object.entries(pids).map(([name, pid]) => [name, processorMs(pid)] as const);
    const commands = await drive(next, { inFlight: IN_FLIGHT, seconds, pids: {} });
    const answered = performance.now();
    await settled();
    const cost = before.map(([name, ms]) => [name, (processorMs(pids[name] ?? 0) - ms) / commands.count]);
    turns.push({ commands, cost: Object.fromEntries(cost), behind_s: (performance.now() - answered) / 1_000 });
    pingTurns.push(await drive(pings, { inFlight: IN_FLIGHT, seconds: 3, pids: { ping: system.ping.pid } }));
  }
  await system.profiled('load', () => drive(next, { inFlight: IN_FLIGHT, seconds: 2 * seconds, pids: {} }));
  await settled();
  await system.profiled('idle', () => sleep(IDLE_S * 1_000));
  progress('idle …');
  const idleFrom = processorOfAll();
  await sleep(IDLE_S * 1_000);
  const idle = (processorOfAll() - idleFrom) / (IDLE_S * 10);
  const pingMs = median(pingTurns.map((turn) => costOf(turn, 'ping')));
  const of = (name: string): number => median(turns.map(({ cost }) => cost[name] ?? 0));
  const all = median(turns.map(({ cost }) => Object.values(cost).reduce((sum, ms) => sum + ms, 0)));
  const names = Object.keys(pids);
  print(
    {
      figures: {
        commands_per_s: rounded(median(turns.map(({ commands }) => rateOf(commands)))),
        p50_ms: rounded(median(turns.map(({ commands }) => percentile(commands.latencies, 50))), 1),
        p99_ms: rounded(median(turns.map(({ commands }) => percentile(commands.latencies, 99))), 1),
        behind_s: rounded(median(turns.map(({ behind_s }) => behind_s)), 1),
        processor_ms: rounded(all, 2),
        ping_processor_ms: rounded(pingMs, 3),
        idle_percent_of_a_core: rounded(idle, 1),
        memory_mb: Object.fromEntries(names.map((name) => [name, rounded(memoryOf(pids[name] ?? 0) / 1e6)])),
      },
      ratios: {
        pings: rounded(all / pingMs, 1),
        ...Object.fromEntries(
          names.map((name) => [`pings_${name.replaceAll('-', '_')}`, rounded(of(name) / pingMs, 1)]),
        ),
      },
    },
    json,
  );
} finally {
  client.close();
  await system.stop();
}
