import { readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { SERVERS } from '@order-ledger/local/named-servers';
import { isHeld } from '@order-ledger/local/running-processes';
import type { ServiceName } from '@order-ledger/local/services';
import { type Broker, readQueueDepths } from '@order-ledger/messaging/queue-depths';
import { prefixed, TOPOLOGY } from '@order-ledger/messaging/topology';
import type { Log } from '@order-ledger/platform/log';
import { type Answer, LIMIT_MS, within } from '@order-ledger/platform/within';
import { ourDatabase, serverVersion } from './database.ts';
import { type Follower, readFollowers } from './followers.ts';
import { meaningsOf } from './meanings.ts';
import { type Parked, readParked } from './parked.ts';
import { problemsOf } from './problems.ts';
import { lookAtProcess, type ProcessStatus } from './processes.ts';
import { lookAtService, type ServiceStatus } from './services.ts';
import type { Subject } from './subject.ts';
import { type Lane, readLanes, readUnheard, type Unheard } from './waiting.ts';

export interface Status {
  readonly at: string;
  /** Of `npm start`, where a signal holds it. */
  readonly held: number | null;
  /** One line each; none: all is well. */
  readonly problems: readonly string[];
  readonly processes: readonly ProcessStatus[];
  readonly services: readonly ServiceStatus[];
  /** Variables that name no server, of those without which something is not looked at. */
  readonly unnamed: readonly string[];
  /** Null, here and below: no server is known that could tell. */
  readonly postgresVersion: Answer<string> | null;
  readonly followers: Answer<readonly Follower[]> | null;
  readonly parked: Answer<readonly Parked[]> | null;
  readonly lanes: Answer<readonly Lane[]> | null;
  readonly unheard: Answer<readonly Unheard[]> | null;
  readonly broker: Answer<Broker> | null;
  readonly disk: { readonly folder: string; readonly freeBytes: number } | null;
  /** Of each readiness code that is given above. */
  readonly meanings: Readonly<Record<string, string>>;
}

interface StatusOptions {
  readonly subject: Subject;
  /** Of the workspace. */
  readonly root: string;
  /** Before all names on the broker. */
  readonly prefix: string;
  /** Of the clients that are used; what they meet is told in the status. */
  readonly log: Log;
}

/** A system does without Redis. */
const NEEDED = ['postgres', 'eventStore', 'rabbitmq'] as const;

const CONNECT_MS = LIMIT_MS - 200;

const diskOf = (folder: string | null): Status['disk'] => {
  if (folder === null) return null;
  const { bavail, bsize } = statfsSync(folder);
  return { folder, freeBytes: bavail * bsize };
};

/** Asks everybody at once, each with a limit: whatever is frozen, the answer comes within seconds. */
export const readStatus = async ({ subject, root, prefix, log }: StatusOptions): Promise<Status> => {
  const { postgres, rabbitmq, eventStore } = subject.services;
  const pool = postgres === undefined ? null : ourDatabase(postgres);
  // Each question meets it; none of them alone would be told that nobody waits for it.
  pool?.catch(() => undefined);
  const ask = <T>(question: (from: Awaited<NonNullable<typeof pool>>) => Promise<T>): Promise<Answer<T>> | null =>
    pool && within(pool.then(question), 2 * LIMIT_MS);
  let ledger: Ledger | null = null;
  if (eventStore !== undefined) ledger = openLedger({ connectionString: eventStore, log, readTimeoutMs: LIMIT_MS });
  const [processes, services, postgresVersion, followers, parked, lanes, unheard, broker] = await Promise.all([
    Promise.all(subject.processes.map(lookAtProcess)),
    Promise.all(
      Object.entries(subject.services).map(([name, address]) => lookAtService(name as ServiceName, address as string)),
    ),
    ask(serverVersion),
    ledger && pool && within(readFollowers(ledger, pool), 2 * LIMIT_MS),
    ask(readParked),
    ask(readLanes),
    ask(readUnheard),
    rabbitmq === undefined
      ? null
      : within(readQueueDepths(rabbitmq, prefixed(TOPOLOGY, prefix), CONNECT_MS), 2 * LIMIT_MS),
  ]);
  // The answer is there: nobody waits for the farewell of a server that may be frozen.
  void ledger?.close().catch(() => undefined);
  void pool?.then((one) => one.end()).catch(() => undefined);
  const found = {
    at: new Date().toISOString(),
    held: subject.started !== null && isHeld(subject.started) ? subject.started : null,
    unnamed: NEEDED.filter((name) => subject.services[name] === undefined).map((name) => SERVERS[name].variable),
    ...{ processes, services, postgresVersion, followers, parked, lanes, unheard, broker },
    disk: diskOf(subject.data),
  };
  const codes = processes.flatMap(({ checks }) => checks.flatMap(({ ok, code }) => (ok ? [] : [code ?? 'failed'])));
  return {
    ...found,
    problems: problemsOf(found),
    meanings: meaningsOf(readFileSync(join(root, 'docs', 'operations.md'), 'utf8'), [...new Set(codes)].sort()),
  };
};
