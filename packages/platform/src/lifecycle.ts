import type { z } from 'zod';
import { leadsIn, watchAddresses } from './address-watch.ts';
import { type ClockWatchOptions, watchClocks } from './clock-watch.ts';
import {
  type AdminPort,
  ConfigError,
  type Environment,
  loadConfig,
  type PlatformSettings,
  platformSettings,
  requireTwoPorts,
} from './config.ts';
import { createHealth, type Health } from './health.ts';
import { aboutRoute, serveOperators } from './http/operations.ts';
import type { Route } from './http/route.ts';
import { createLog, type Log } from './log.ts';
import { collectProcessMetrics, defineMetrics } from './metrics.ts';
import { startFault } from './start-fault.ts';
import { startTelemetry } from './telemetry.ts';

/** What `start` gets: everything that a process needs from around it. */
export interface Process<Settings> {
  readonly config: Settings & PlatformSettings;
  readonly log: Log;
  readonly health: Health;
  /**
   * Registers what undoes the step just made; run in reverse order at the end. Each may take what is left of
   * SHUTDOWN_LIMIT_MS.
   */
  readonly onStop: (name: string, stop: () => Promise<void> | void) => void;
  /** Aborts when the process is told to stop: waits and loops end with it. */
  readonly stopping: AbortSignal;
  /** Holds this machine's clock against others from now on; resolves when they were asked for the first time. */
  readonly watchClocks: (others: ClockWatchOptions['others'], needed?: 'needed') => Promise<void>;
  /** Ends the process as failed; for loops that run beside `start` and cannot go on. */
  readonly fail: (error: unknown) => void;
}

export interface ProcessDefinition<Shape extends z.ZodRawShape & AdminPort> {
  readonly name: string;
  readonly version?: string;
  /** The process's own variables; those of `platformSettings` are added. */
  readonly config: z.ZodObject<Shape>;
  /** Throws a ConfigError for variables that do not go together. */
  readonly check?: (config: z.infer<z.ZodObject<Shape>>) => void;
  /** What its operators can ask beside its health and metrics. */
  readonly operatorRoutes?: readonly Route[];
  /** Brings the process up, step by step; when it resolves the process is ready. */
  readonly start: (process: Process<z.infer<z.ZodObject<Shape>>>) => Promise<void>;
  /**
   * Unhandled rejections end the process, except those that this gives a word for: they are logged and counted under
   * it. For libraries that leave rejections of calls that are handled elsewhere.
   */
  readonly toleratedRejection?: (error: unknown) => string | undefined;
  readonly env?: Environment;
}

const metrics = defineMetrics({
  tolerated: {
    type: 'counter',
    name: 'process_tolerated_rejections_total',
    help: 'Unhandled rejections that are known to be harmless',
    labels: ['kind'],
  },
});

/**
 * Runs a process: configuration, logs, telemetry, the port for operators, start, readiness, and on SIGTERM or SIGINT:
 * not ready, a short wait, everything stopped in reverse order, logs and spans flushed, exit. Exit codes: 0 stopped as
 * told, 1 failed or stopped with an error or over the limit. A second signal exits at once.
 */
export const runProcess = async <Shape extends z.ZodRawShape & AdminPort>(
  definition: ProcessDefinition<Shape>,
): Promise<void> => {
  const { name, version, env = process.env } = definition;
  const schema = definition.config.extend(platformSettings.shape);
  const config = configOrExit(name, () => {
    const loaded = loadConfig(schema, env) as z.infer<z.ZodObject<Shape>> & PlatformSettings & { ADMIN_PORT: number };
    requireTwoPorts(loaded);
    definition.check?.(loaded);
    return loaded;
  });
  const log = createLog({
    service: name,
    level: config.LOG_LEVEL,
    format: config.LOG_FORMAT,
    // The reader of our log, which started us, is gone: stop in order and silently.
    onGone: () => void end(1, 0),
  });
  const telemetry = await startTelemetry({
    service: name,
    endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
    sampling: { sampler: config.OTEL_TRACES_SAMPLER, ratio: config.OTEL_TRACES_SAMPLER_ARG },
    log,
    ...(version === undefined ? {} : { version }),
  });
  collectProcessMetrics(name);
  const health = createHealth((check, ok, error) => {
    if (ok) log.info('readiness check passes again', { check });
    else log.warn('readiness check fails', { check, error });
  });

  let leaving = false;
  const leave = async (exitCode: number): Promise<void> => {
    if (leaving) return;
    leaving = true;
    // Neither may keep the process alive: a collector that does not answer, a reader of our output that does not read.
    await within(2_000, telemetry.shutdown(), (error) => log.warn('spans were lost', { error }));
    await within(1_000, log.close(), () => undefined);
    process.exit(exitCode);
  };
  const die = (message: string) => (error: unknown) => {
    // A failure during the stop does not start it again.
    if (leaving) return;
    log.error(message, { error });
    void leave(1);
  };
  process.on('uncaughtException', die('uncaught exception'));
  process.on('unhandledRejection', (error) => {
    const kind = definition.toleratedRejection?.(error);
    if (kind === undefined) return die('unhandled rejection')(error);
    metrics.tolerated.inc({ kind });
    log.warn('ignored an unhandled rejection that is known to be harmless', { kind, error });
  });

  // Without it a process that loses its last connection would exit silently, as if all were well.
  setInterval(() => undefined, 2 ** 30);

  const stops = createStops(log);
  const abort = new AbortController();
  let ending = false;
  const end = async (exitCode: number, waitMs: number): Promise<void> => {
    if (ending) return;
    ending = true;
    health.become('stopping');
    abort.abort(new Error('the process is stopping'));
    await delay(waitMs);
    const clean = await stops.run(config.SHUTDOWN_LIMIT_MS);
    log.info('stopped', { exit_code: clean ? exitCode : 1 });
    await leave(clean ? exitCode : 1);
  };
  const fail = (error: unknown) => {
    log.error('failed', { error });
    void end(1, 0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      log.info('stopping on a signal', { signal });
      if (ending) void leave(1);
      else void end(0, health.state() === 'ready' ? config.SHUTDOWN_WAIT_MS : 0);
    });
  }

  log.info('starting', { pid: process.pid, node_version: process.version });
  const leads = leadsIn(schema.shape, config);
  const addresses = watchAddresses(leads, log, abort.signal);
  const failAtStart = async (error: unknown): Promise<void> => {
    const line = startFault(error, leads, await addresses.first());
    if (line === undefined) return fail(error);
    log.error(line);
    void end(1, 0);
  };
  try {
    // First at the start and so last at the stop: operators see how the process starts and how it stops.
    const { ADMIN_HOST: host, ADMIN_PORT: port } = config;
    const routes = [aboutRoute(name, version), ...(definition.operatorRoutes ?? [])];
    const operators = await serveOperators({ log, health, host, port, routes });
    stops.add('http for operators', () => operators.close(1_000));
    log.info('listening for operators', { url: operators.url });
    const signal = abort.signal;
    const limitMs = config.CLOCK_SKEW_LIMIT_MS;
    await definition.start({
      ...{ config, log, health, onStop: stops.add, stopping: signal, fail },
      watchClocks: (others, needed) =>
        watchClocks({ others, limitMs, health, log, signal, needed: needed === 'needed' }),
    });
  } catch (error) {
    // A start that is interrupted by the signal rejects lawfully: the stop is under way already.
    if (!ending) await failAtStart(error);
    return;
  }
  if (ending) return;
  health.become('ready');
  log.info('ready');
};

const configOrExit = <Config>(name: string, load: () => Config): Config => {
  try {
    return load();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    createLog({ service: name }).error(error.message, { problems: error.problems });
    return process.exit(1);
  }
};

/** Stops in reverse order; one that fails does not keep the others from running. */
const createStops = (log: Log) => {
  const stops: { readonly name: string; readonly stop: () => Promise<void> | void }[] = [];
  let deadline: number | undefined;
  let clean = true;
  const stopOne = async ({ name, stop }: (typeof stops)[number], until: number) => {
    const failed = (error: unknown) => {
      clean = false;
      log.error('a component did not stop cleanly', { component: name, error });
    };
    await within(Math.max(100, until - performance.now()), Promise.resolve().then(stop), failed);
    log.debug('component stopped', { component: name });
  };
  return {
    add: (name: string, stop: () => Promise<void> | void): void => {
      // A step of `start` that was under way when the signal came is undone as soon as it is made.
      if (deadline !== undefined) void stopOne({ name, stop }, deadline);
      else stops.push({ name, stop });
    },
    run: async (limitMs: number): Promise<boolean> => {
      deadline = performance.now() + limitMs;
      for (const part of stops.reverse()) await stopOne(part, deadline);
      return clean;
    },
  };
};

const within = async (limitMs: number, work: Promise<unknown>, onFailure: (error: unknown) => void): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${Math.round(limitMs)} ms`)), limitMs);
  });
  try {
    await Promise.race([work, limit]);
  } catch (error) {
    onFailure(error);
  } finally {
    clearTimeout(timer);
  }
};

const delay = (milliseconds: number): Promise<void> => {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
};
