import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { startServer } from '@order-ledger/embedded-eventstore/server';
import { openStore } from '@order-ledger/embedded-eventstore/store';
import { freePort } from '@order-ledger/local/ports';
import { programOf } from '@order-ledger/platform/own-program';
import { testService } from './shared.ts';

export const EVENT_STORE_PROGRAM = programOf('embedded-eventstore');

export interface OpenEventStore {
  readonly url: string;
  stop(): Promise<void>;
}

export interface EventStore extends OpenEventStore {
  /** Ends the process without any warning; what it acknowledged is on disk. */
  kill(): Promise<void>;
  /** It stands still, with its connections open, until it is resumed or ended. */
  pause(): void;
  resume(): void;
  /** Starts it again on the same data and the same port, with these faults. */
  restart(faults?: string): Promise<void>;
  /** Its own backup of what it holds now, in a new directory. */
  backUp(): Promise<string>;
  /** Starts it again, on the same port, on a copy of this backup. */
  putBack(backup: string): Promise<void>;
}

const newDirectory = () => mkdtemp(join(tmpdir(), 'ledger-test-'));

/** A private event store that is a process of its own, empty or on a copy of a backup; `faults` as EVENTSTORE_FAULTS takes them. */
export const startEventStore = async (faults = '', backup?: string): Promise<EventStore> => {
  const directory = await newDirectory();
  const backups: string[] = [];
  if (backup !== undefined) await cp(backup, directory, { recursive: true });
  // Not one that an outgoing connection may be given while nobody listens on it, between the end and the next start.
  const port = await freePort();
  let child = await launch(directory, port, faults);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    child.kill('SIGCONT');
    await exited;
  };
  return {
    url: `esdb://127.0.0.1:${port}?tls=false`,
    kill: () => end('SIGKILL'),
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    restart: async (next = '') => {
      await end('SIGTERM');
      child = await launch(directory, port, next);
    },
    backUp: async () => {
      const to = await newDirectory();
      backups.push(to);
      await promisify(execFile)(process.execPath, [EVENT_STORE_PROGRAM, '--data', directory, '--backup', to]);
      return to;
    },
    putBack: async (from) => {
      await end('SIGTERM');
      await rm(directory, { recursive: true });
      await cp(from, directory, { recursive: true });
      child = await launch(directory, port, '');
    },
    stop: async () => {
      await end('SIGTERM');
      for (const each of [directory, ...backups]) await rm(each, { recursive: true });
    },
  };
};

const launch = async (directory: string, port: number, faults: string): Promise<ChildProcess> => {
  const child: ChildProcess = spawn(
    process.execPath,
    [EVENT_STORE_PROGRAM, '--data', directory, '--port', String(port)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, EVENTSTORE_FAULTS: faults },
    },
  );
  const output = child.stdout;
  if (output === null) throw new Error('the event store has no standard output');
  return new Promise((resolve, reject) => {
    createInterface({ input: output }).on('line', (text) => {
      if ((JSON.parse(text) as { message?: string }).message === 'ready') resolve(child);
    });
    child.once('exit', (code) => reject(new Error(`the event store ended with ${code} before it was ready`)));
  });
};

/** As the program has it unless it is told otherwise. */
const COMMIT_TIMEOUT_MS = 10_000;

/** A private event store within this process, empty: there at once, for whoever does not end it before its time. */
export const openEventStore = async (): Promise<OpenEventStore> => {
  const directory = await newDirectory();
  const fail = (reason: unknown): never => {
    throw new Error(`the event store failed: ${reason}`);
  };
  const store = await openStore({ directory, note: () => undefined, onFailure: fail });
  const server = await startServer({
    ...{ store, subscribers: new Set(), commitTimeoutMs: COMMIT_TIMEOUT_MS },
    ...{ host: '127.0.0.1', port: 0, tls: undefined, accounts: [], protectedPrefixes: [] },
    beforeAnswer: async (outcome) => outcome,
    onUnexpected: fail,
  });
  return {
    url: `esdb://127.0.0.1:${server.port}?tls=false`,
    stop: async () => {
      server.stopWrites();
      await store.idle();
      server.stop();
      await store.close();
      await rm(directory, { recursive: true });
    },
  };
};

/** The event store that all test files share. */
export const anyEventStore = async (): Promise<OpenEventStore> => ({
  url: testService('eventStore'),
  stop: async () => undefined,
});
