import { constants } from 'node:os';

const ending = new AbortController();

/** Aborted when the benchmark is to end before its time: nothing more is started. */
export const interrupted: AbortSignal = ending.signal;

const stops: (() => Promise<void>)[] = [];

/**
 * The same stop, to be called any number of times. It is called by itself, the last first, where a signal or a fault ends
 * the benchmark: what it starts are processes of their own, which nobody would end.
 */
export const stoppedAtTheEnd = (stop: () => Promise<unknown>): (() => Promise<void>) => {
  let stopping: Promise<void> | undefined;
  const once = (): Promise<void> => {
    stopping ??= stop().then(() => undefined);
    return stopping;
  };
  stops.push(once);
  return once;
};

const end = async (code: number): Promise<void> => {
  if (interrupted.aborted) return;
  ending.abort(new Error('the benchmark was told to end'));
  for (const stop of [...stops].reverse())
    await stop().catch((error: unknown) => process.stderr.write(`could not stop everything: ${error}\n`));
  process.exit(code);
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void end(128 + constants.signals[signal]));
process.on('uncaughtException', (error) => {
  // Whatever fails behind a signal fails because it is being stopped.
  if (!interrupted.aborted) process.stderr.write(`${error.stack ?? error}\n`);
  void end(1);
});
