import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWholeLedger, type WholeEvent, type WholeLedger } from '@order-ledger/ledger/stored/whole';
import { startEventStore } from '@order-ledger/local/event-store';
import { freePort } from '@order-ledger/local/ports';
import { ServiceProblem } from '@order-ledger/local/problem';
import { createLog } from '@order-ledger/platform/log';
import { runOurs } from './commands.ts';
import { EVENT_LINES, readEventLines, writeEventLines } from './event-lines.ts';
import type { LastEvent, Manifest } from './manifest.ts';
import type { Step } from './progress.ts';

const PROGRAM = 'embedded-eventstore/dist/main.js';
const LOG_FILE = 'events.log';
/** LMDB makes it for whoever reads. */
const LOCK_FILE = join('index', 'lock.mdb');

/** What an embedded event store says of a data folder that nobody or somebody uses. */
const ask = async (root: string, folder: string, ...args: string[]): Promise<Record<string, unknown> | null> => {
  const lines = (await runOurs(root, PROGRAM, ['--data', folder, ...args], { answers: [0, 1] })).trim().split('\n');
  return lines.at(-1) === '' ? null : JSON.parse(lines.at(-1) as string);
};

export const isDataFolder = (folder: string): boolean => existsSync(join(folder, LOG_FILE));

const lastOf = async (root: string, folder: string): Promise<LastEvent | null> => {
  const event = await ask(root, folder, '--inspect', '$all', '--count', '1');
  rmSync(join(folder, LOCK_FILE), { force: true });
  if (event === null || event.stream === undefined) return null;
  const { stream, revision, id, created, position } = event as Record<string, string>;
  return {
    stream: String(stream),
    revision: Number(revision),
    id: String(id),
    created: String(created),
    position: String(position),
  };
};

/** Reads a whole data folder against its checksums and its index. @throws ServiceProblem */
export const verifyDataFolder = async (root: string, folder: string): Promise<void> => {
  const found = await ask(root, folder, '--verify');
  rmSync(join(folder, LOCK_FILE), { force: true });
  const problems = (found?.problems as string[] | undefined) ?? [String(found?.message)];
  if (problems.length > 0)
    throw new ServiceProblem(`The ledger in ${folder} is damaged; nothing was restored.\n${problems.join('\n')}`);
};

export const withWholeLedger = async <T>(address: string, work: (ledger: WholeLedger) => Promise<T>): Promise<T> => {
  const log = createLog({ service: 'backup', level: 'error', destination: process.stderr });
  const ledger = openWholeLedger(address, log);
  try {
    return await work(ledger);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ledger-unavailable') throw error;
    throw new ServiceProblem(`The event store cannot be reached (EVENTSTORE_URL, or npm start's): ${error}`);
  } finally {
    await ledger.close();
    await log.close();
  }
};

interface LedgerSource {
  /** Of a private event store: its data folder. Null: it is named, and copied through its protocol. */
  folder: string | null;
  address: string;
}

/** Copies the whole ledger to a folder; what was acknowledged before it began is in the copy. */
export const copyLedger = async (
  root: string,
  { folder, address }: LedgerSource,
  to: string,
  step: Step,
): Promise<Manifest['ledger']> => {
  const taken_at = new Date().toISOString();
  if (folder === null) {
    const { events, last } = await withWholeLedger(address, (ledger) =>
      writeEventLines(join(to, EVENT_LINES), ledger.read(), step),
    );
    return {
      form: 'events',
      events,
      last: last && { stream: last.stream, revision: last.revision, id: last.id, created: last.created },
      taken_at,
    };
  }
  step.watch(join(to, LOG_FILE));
  const { events } = (await ask(root, folder, '--backup', to)) as { events?: number };
  if (events === undefined) throw new ServiceProblem(`The event store in ${folder} could not be copied.`);
  return { form: 'files', events, last: await lastOf(root, to), taken_at };
};

/** The events of a copied ledger, whatever its form. */
export async function* eventsOfCopy(copy: string): AsyncGenerator<WholeEvent> {
  if (!isDataFolder(copy)) {
    yield* readEventLines(join(copy, EVENT_LINES));
    return;
  }
  // A copy of the copy, because a server makes its folder its own.
  const folder = mkdtempSync(join(tmpdir(), 'order-ledger-copy-'));
  cpSync(copy, folder, { recursive: true });
  const server = await startEventStore({ folder, logFile: join(folder, 'log'), port: await freePort() });
  const ledger = openWholeLedger(
    server.url,
    createLog({ service: 'backup', level: 'error', destination: process.stderr }),
  );
  try {
    yield* ledger.read();
  } finally {
    await ledger.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}
