import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { programOf } from '@order-ledger/platform/own-program';
import { startBacking } from './backing.ts';
import { writeCredentials } from './credentials.ts';
import { ensureCursorSecrets } from './cursor-secrets.ts';
import { ensureFreeTextKey } from './free-text-key.ts';
import { failedStart, type Kept, keepRunning, type Running, startUntilReady } from './keep-running.ts';
import { startOwnProcess } from './own-process.ts';
import { writePeople } from './people.ts';
import { ServiceProblem } from './problem.ts';
import { adminUrl, type Dependencies, type Ports, PROCESSES, type ProcessDefinition } from './processes.ts';
import { addressFor, RIGHTS } from './rights.ts';
import { noteProcesses } from './running-processes.ts';
import type { ServiceName, Services } from './services.ts';
import { type SpanStore, startSpanStore } from './span-store.ts';
import { loadSigningKey, writeModelToken } from './tokens.ts';
import { watched } from './watch-answers.ts';

export interface SystemOptions {
  /** Of the workspace, with everything compiled. */
  root: string;
  /** Data, logs, secrets and credentials. */
  data: string;
  report: (line: string) => void;
  /** Addresses of servers that are used instead of private ones. */
  external?: Readonly<Partial<Record<ServiceName, string>>>;
  /** Each port of a process, its interface's or the one for operators; the default one if absent. */
  portOf?: (name: string, whose: keyof Ports) => Promise<number>;
  /** More variables for a process, or others than it would get: shorter periods in a test, ways round a service. */
  envOf?: (
    name: string,
    env: Readonly<Record<string, string>>,
    dependencies: Dependencies,
  ) => Readonly<Record<string, string>>;
  /** Nothing more is started once it is aborted. */
  signal?: AbortSignal;
  /**
   * Milliseconds after which a process that is not ready is told of, and waited for while all others run on: nobody
   * takes the services away from who repairs it; so is one that stops answering later. If absent, the whole start fails.
   */
  patienceMs?: number;
  /** Where the spans of all processes are kept; if absent, they go where the environment says, or nowhere. */
  spansFolder?: string | undefined;
  /** The names of those that are started; all if absent. */
  only?: readonly string[];
  /** Where a debugger may attach to a process, by its name. */
  inspectPorts?: ReadonlyMap<string, number>;
}

export interface System {
  services: Services;
  dependencies: Dependencies;
  processes: ReadonlyMap<string, Kept>;
  /** Why a process has not been ready yet, by its name. */
  away: ReadonlyMap<string, string>;
  /** Base address of a process for its operators. */
  adminUrl(name: string): string;
  /** Starts a process anew. One that was ready is ready when this resolves; one that is waited for, waited for again. */
  restart(name: string): Promise<void>;
  /** Stops the processes, whoever takes commands first, and then the services. */
  stop(): Promise<void>;
}

/** Its role reads what it owns. */
const SCHEMA_OF_TEXTS = 'command_api';

const sinceSeconds = (began: number): string => ((performance.now() - began) / 1000).toFixed(1);

/** Without it everything works but `npm run trace`, so nothing is kept from starting. */
const keepSpans = (folder: string, data: string, report: (line: string) => void): Promise<SpanStore | undefined> =>
  startSpanStore({ folder, logFile: join(data, 'logs', 'span-store.log'), report }).catch((error: unknown) => {
    report(`No spans are kept: ${error instanceof Error ? error.message : error}`);
    return undefined;
  });

/** Built by the bootstrap; an earlier build of ours may have none. */
const builtPage = (root: string): string | undefined => {
  const folder = join(root, 'packages', 'dashboard', 'dist');
  return existsSync(join(folder, 'index.html')) ? folder : undefined;
};

/** Starts the backing services that are not external, every process of ours, and writes the credentials. */
export const startSystem = async (options: SystemOptions): Promise<System> => {
  const { root, data, report, external = {}, signal, patienceMs } = options;
  const ports = new Map<string, Ports>();
  for (const { name, port, adminPort } of PROCESSES)
    ports.set(name, {
      ...(port === undefined ? {} : { port: (await options.portOf?.(name, 'port')) ?? port }),
      adminPort: (await options.portOf?.(name, 'adminPort')) ?? adminPort,
    });
  const portsOf = (name: string): Ports => {
    const found = ports.get(name);
    if (found === undefined) throw new Error(`there is no process ${name}`);
    return found;
  };
  const wanted = PROCESSES.filter(({ name }) => options.only?.includes(name) ?? true);
  const note = noteProcesses(
    data,
    wanted.map(({ name }) => ({ name, ...portsOf(name) })),
  );
  const servers = startBacking({ root, data, report, external });
  const spans = options.spansFolder === undefined ? undefined : keepSpans(options.spansFolder, data, report);
  const backing = await servers.catch(async (error: unknown) => {
    await (await spans)?.stop();
    throw error;
  });
  const spanStore = await spans;
  const { services, administrators, databases, secretsOf } = backing;
  const processes = new Map<string, Kept>();
  const away = new Map<string, string>();
  /** The pids of those that have been started and are not ready yet, by their name. */
  const unready = new Map<string, number>();
  /** Ends the waiting for what is not ready. */
  const giveUp = new AbortController();
  const unwanted = signal === undefined ? giveUp.signal : AbortSignal.any([signal, giveUp.signal]);
  const isStopped = (): boolean => signal?.aborted === true;
  const starting: Promise<void>[] = [];
  const stop = async () => {
    giveUp.abort();
    await Promise.allSettled(starting);
    for (const { name } of PROCESSES) {
      const running = processes.get(name);
      if (running === undefined) continue;
      report(`Stopping ${name} …`);
      await running.stop();
    }
    note.remove();
    await spanStore?.stop();
    report('Stopping the backing services …');
    await backing.stop();
  };
  try {
    /** Accounts of servers that are not ours are the business of whoever named them. */
    const accountAt = (service: 'eventStore' | 'redis' | 'rabbitmq', name: string): string =>
      external[service] === undefined && RIGHTS[name]?.[service] !== undefined
        ? addressFor(administrators[service], name, secretsOf(name)[service])
        : administrators[service];
    const signingKeyFile = join(data, 'signing-key.json');
    const signingKey = await loadSigningKey(signingKeyFile, join(data, 'jwks.json'));
    const modelTokenFile = join(data, 'model-token');
    await writeModelToken(modelTokenFile, signingKey);
    const cursorSecretFile = join(data, 'cursor-secrets');
    ensureCursorSecrets(cursorSecretFile, services.secrets.cursors);
    const freeTextKeyFile = join(data, 'free-text.key');
    await ensureFreeTextKey(freeTextKeyFile, services.secrets.freeText, databases[SCHEMA_OF_TEXTS] ?? '');
    const dependencies: Dependencies = {
      eventStore: administrators.eventStore,
      databases,
      redis: administrators.redis,
      amqp: administrators.rabbitmq,
      jwksFile: signingKey.jwksFile,
      freeTextKeyFile,
      cursorSecretFile,
      dashboardFolder: builtPage(root),
      peopleFile: writePeople(data),
      signingKeyFile,
      uploadFolder: join(data, 'uploads'),
      modelTokenFile,
      urlOf: (name) => {
        const { port } = portsOf(name);
        if (port === undefined) throw new Error(`${name} has no interface`);
        return `http://127.0.0.1:${port}`;
      },
      logFolder: join(data, 'logs'),
      spanFolder: options.spansFolder ?? join(data, 'traces'),
      operatorUrlOf: (name) => adminUrl(portsOf(name).adminPort),
    };
    /** Resolves when it is ready or, with patience, when it has been told why it is not. */
    const startOne = (definition: ProcessDefinition): Promise<void> => {
      const { name } = definition;
      const began = performance.now();
      const env = definition.env({
        ...dependencies,
        eventStore: accountAt('eventStore', name),
        redis: accountAt('redis', name),
        amqp: accountAt('rabbitmq', name),
      });
      const logFile = join(data, 'logs', `${name}.log`);
      const { port, adminPort } = portsOf(name);
      const inspectPort = options.inspectPorts?.get(name);
      return new Promise((resolve, reject) => {
        const stayAway = (reason: string, line: string): void => {
          away.set(name, reason);
          report(line);
          resolve();
        };
        const onUnready = (reason: string) =>
          stayAway(
            reason,
            `${name} is not ready: ${reason}. Waiting for it; everything else keeps running. Its log: ${logFile}`,
          );
        const start = async (): Promise<Running> => {
          const running = await startOwnProcess({
            name,
            ...portsOf(name),
            env: {
              ...env,
              ...spanStore?.variables,
              ...options.envOf?.(name, env, dependencies),
            },
            program: programOf(name, { root }),
            logFile,
            ...(inspectPort === undefined ? {} : { inspectPort }),
            onStarted: (pid) => {
              unready.set(name, pid);
              note.started(name, pid);
            },
            ...(patienceMs === undefined ? {} : { patience: { limitMs: patienceMs, onUnready, signal: unwanted } }),
          }).finally(() => unready.delete(name));
          away.delete(name);
          return patienceMs === undefined
            ? running
            : watched(running, { adminPort, report, mayPause: inspectPort !== undefined });
        };
        const keep = () => keepRunning(start, report);
        const kept =
          patienceMs === undefined
            ? keep()
            : startUntilReady(keep, (error) => stayAway('it ended', failedStart(name, error)), unwanted);
        const ready = kept.then((running) => {
          processes.set(name, running);
          report(`${name} is ready on port ${port ?? adminPort} (${sinceSeconds(began)} s)`);
        });
        starting.push(ready);
        ready.then(resolve, reject);
      });
    };
    if (!isStopped()) {
      const started = await Promise.allSettled(wanted.map(startOne));
      const failed = started.find((result) => result.status === 'rejected');
      if (failed !== undefined && !isStopped()) throw failed.reason;
    }
    if (!isStopped())
      await writeCredentials({
        ...{ root, data, dependencies, signingKey, report },
        eventStore: accountAt('eventStore', 'reader'),
      }).catch((error: unknown) => {
        // Without command-api's tables there are no partners yet; who repairs it is better off with the services.
        if (!(error instanceof ServiceProblem) || (away.size === 0 && options.only === undefined)) throw error;
        report(`.data/credentials.json was not rewritten. ${error.message}`);
      });
    const adminUrlOf = (name: string) => adminUrl(portsOf(name).adminPort);
    const restart = async (name: string): Promise<void> => {
      const pid = unready.get(name);
      const running = processes.get(name);
      if (pid === undefined && running !== undefined) return (await running.takeDown('in-order'))();
      try {
        // Whoever waits for it starts it again once it has ended.
        if (pid !== undefined) process.kill(pid, 'SIGTERM');
      } catch {
        // It has ended meanwhile.
      }
    };
    return { services, dependencies, processes, away, adminUrl: adminUrlOf, restart, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
