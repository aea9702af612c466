import { type PrivateSystem, ROOT, startPrivateSystem } from '../private-system.ts';
import { interrupted, stoppedAtTheEnd } from './ending.ts';
import { createProfiler, type Profiler, sharesText } from './profile.ts';
import { progress, type Telemetry, telemetryVariables, UNLIMITED } from './program.ts';
import { type Server, startServer } from './server.ts';

export interface LoadedSystem extends PrivateSystem {
  /** Those of now: its own processes and the event store, by name. */
  pids(): Readonly<Record<string, number>>;
  readonly ping: Server;
  /**
   * Does it once with a profile of each process, and prints the shares; does nothing if none is wanted. A process under
   * the profiler never rests: work must end by itself.
   * @param what the work in a word, for its files
   */
  profiled(what: string, work: () => Promise<unknown>): Promise<void>;
}

/** The system under load, with the server that answers pings beside it. */
export const startLoadedSystem = async ({
  profile,
  telemetry = 'off',
  only,
}: {
  profile: boolean;
  /** Spans go to a store beside it, as under `npm start`. */
  telemetry?: Telemetry;
  /** Once ready, these alone run on; all if absent. */
  only?: readonly string[];
}): Promise<LoadedSystem> => {
  const profiler: Profiler | undefined = profile ? createProfiler() : undefined;
  progress('starting a private system …');
  // command-api waits for the tariff that pricing-worker publishes; afterwards it needs nobody.
  const starting = startPrivateSystem(
    () => ({ ...UNLIMITED, ...(telemetry === 'off' ? {} : telemetryVariables(telemetry)) }),
    {
      root: ROOT,
      signal: interrupted,
      keepsSpans: telemetry !== 'off',
      ...(only === undefined ? {} : { only: [...only, 'pricing-worker'] }),
    },
  );
  const stop = stoppedAtTheEnd(async () => {
    const started = await starting.catch(() => undefined);
    await started?.stop();
  });
  const system = await starting;
  if (only !== undefined) await system.processes.get('pricing-worker')?.stop();
  const ping = await startServer('ping-server');
  const eventStore = system.services.running.eventStore?.pid;
  const pids = (): Record<string, number> => {
    const found: Record<string, number> = eventStore === undefined ? {} : { 'event-store': eventStore };
    for (const [name, { pid }] of system.processes) if (only?.includes(name) ?? true) found[name] = pid;
    return found;
  };
  return {
    ...system,
    pids,
    ping,
    profiled: async (what, work) => {
      if (profiler === undefined) return;
      profiler.begin(pids());
      await work();
      const shares = sharesText(await profiler.end(what));
      process.stderr.write(`${what}\n${shares}\n\nprofiles: ${profiler.folder}\n`);
    },
    stop: async () => {
      await ping.stop();
      await stop();
    },
  };
};
