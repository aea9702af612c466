import { ROOT, startPrivateSystem } from '../private-system.ts';
import { benchClient } from './client.ts';
import { interrupted, stoppedAtTheEnd } from './ending.ts';
import { commandSender, lifecycles } from './lifecycle.ts';
import { costOf, drive, median, rateOf, rounded, type Turn } from './measure.ts';
import { benchOptions, print, progress, TELEMETRY, type Telemetry, telemetryVariables, UNLIMITED } from './program.ts';
import { startServer } from './server.ts';

// What spans cost a command: the same command-api, started anew with none recorded, a tenth and all, in turns, beside pings.
const { json, pairs, seconds } = benchOptions({ pairs: 4, seconds: 4 });
const IN_FLIGHT = 64;
const PROCESS = 'command-api';

progress('starting a private system …');
let telemetry: Telemetry = 'off';
const starting = startPrivateSystem(() => ({ ...UNLIMITED, ...telemetryVariables(telemetry) }), {
  root: ROOT,
  signal: interrupted,
  keepsSpans: true,
  // It waits for the tariff that pricing-worker publishes; afterwards it needs nobody.
  only: [PROCESS, 'pricing-worker'],
});
const stop = stoppedAtTheEnd(async () => {
  const started = await starting.catch(() => undefined);
  await started?.stop();
});
const system = await starting;
await system.processes.get('pricing-worker')?.stop();
const ping = await startServer('ping-server');
const client = benchClient();
const bearer = system.credentials.bearer({ who: 'customer', account: 'house' });
const next = lifecycles(commandSender(client, system.url(PROCESS), bearer));
const pings = async (): Promise<void> => void (await client.send('GET', ping.url));

const turns: Record<Telemetry, Turn[]> = { off: [], on: [], sampled: [] };
const pinged: Turn[] = [];
try {
  for (let pair = 1; pair <= pairs; pair += 1) {
    progress(`round ${pair} of ${pairs} …`);
    // Each comes first in its turn: the machine may grow busier or quieter within a round.
    for (let index = 0; index < TELEMETRY.length; index += 1) {
      telemetry = TELEMETRY[(index + pair) % TELEMETRY.length] as Telemetry;
      await system.restart(PROCESS);
      const pids = { [PROCESS]: system.processes.get(PROCESS)?.pid ?? 0 };
      await drive(next, { inFlight: IN_FLIGHT, seconds, pids: {} });
      turns[telemetry].push(await drive(next, { inFlight: IN_FLIGHT, seconds, pids }));
    }
    pinged.push(await drive(pings, { inFlight: IN_FLIGHT, seconds: 1, pids: { ping: ping.pid } }));
  }
  const pingMs = median(pinged.map((turn) => costOf(turn, 'ping')));
  const costs = (mode: Telemetry): number[] => turns[mode].map((turn) => costOf(turn, PROCESS));
  const beside = (mode: Telemetry): number =>
    rounded(median(costs(mode).map((ms, round) => ms / (costs('off')[round] ?? ms))), 2);
  const figures = TELEMETRY.map((mode) => [
    mode,
    {
      pings: rounded(median(costs(mode)) / pingMs, 1),
      processor_ms: rounded(median(costs(mode)), 3),
      commands_per_s: rounded(median(turns[mode].map(rateOf))),
    },
  ]);
  print(
    { figures: Object.fromEntries(figures), ratios: { sampled_vs_off: beside('sampled'), on_vs_off: beside('on') } },
    json,
  );
} finally {
  client.close();
  await ping.stop();
  await stop();
}
