import { createHash } from 'node:crypto';
import { type Dependencies, PROCESSES } from '@order-ledger/local/processes';
import type { ServiceName } from '@order-ledger/local/services';

export interface Dependency {
  /** Tells a process where it is; a process that is not given it does not use it. */
  variable: string;
  /** null: a process of ours. */
  service: ServiceName | null;
  /** Who uses it cannot work without it, and says so. */
  needed: boolean;
  /** What its fault of this name is. */
  'read-only': string;
}

export const DEPENDENCIES = {
  'event-store': {
    variable: 'EVENTSTORE_URL',
    service: 'eventStore',
    needed: true,
    'read-only': 'its disk takes no write (EIO), so that it refuses appends until it is started again',
  },
  postgres: {
    variable: 'DATABASE_URL',
    service: 'postgres',
    needed: true,
    'read-only':
      'default_transaction_read_only for the database, all sessions ended; those that were opened meanwhile stay read-only',
  },
  redis: {
    variable: 'REDIS_URL',
    service: 'redis',
    needed: false,
    'read-only': 'a replica of a server that is not there: READONLY',
  },
  rabbitmq: {
    variable: 'AMQP_URL',
    service: 'rabbitmq',
    needed: true,
    'read-only': 'the alarm for memory: connections that publish are blocked',
  },
  'upload-api': {
    variable: 'UPLOAD_API_URL',
    service: null,
    needed: false,
    'read-only': 'its folder is on a file system that is mounted read-only',
  },
} as const satisfies Readonly<Record<string, Dependency>>;
export type DependencyName = keyof typeof DEPENDENCIES;

export interface Fault {
  does: string;
  /** On the way between a process and the dependency, so that it may meet one process alone; or on the dependency. */
  on: 'way' | 'dependency';
  /**
   * After how many milliseconds whoever needs the dependency must have said that it is away; null where it can be used.
   * That no packet comes any more is told to an open connection by its own sign of life alone.
   */
  noticedMs: number | null;
}

export const FAULTS = {
  refused: { does: 'connections end, new ones are refused', on: 'way', noticedMs: 5_000 },
  reset: { does: 'connections are reset, new ones too', on: 'way', noticedMs: 5_000 },
  dropped: { does: 'no packet arrives any more, in either direction', on: 'way', noticedMs: 20_000 },
  'no-route': { does: 'EHOSTUNREACH', on: 'way', noticedMs: 20_000 },
  slow: { does: 'every answer comes 2 s late', on: 'way', noticedMs: null },
  'read-only': { does: 'reads are answered, writes are not', on: 'dependency', noticedMs: null },
  restarted: { does: 'stopped in order, and started again', on: 'dependency', noticedMs: 5_000 },
  killed: { does: 'kill -9, and started again', on: 'dependency', noticedMs: 5_000 },
  garbage: { does: 'one answer is replaced by random bytes', on: 'way', noticedMs: null },
} as const satisfies Readonly<Record<string, Fault>>;
export type FaultName = keyof typeof FAULTS;

/** Codes of readiness that say what no outage of a dependency can bring about. */
export const FALSE_CODES = ['ledger-diverged', 'systemic-failure', 'topology-mismatch', 'newer-writer'] as const;

export const PROCESS_NAMES: readonly string[] = PROCESSES.map(({ name }) => name);

const NOWHERE: Dependencies = {
  eventStore: '',
  databases: {},
  redis: '',
  amqp: '',
  jwksFile: '',
  freeTextKeyFile: '',
  cursorSecretFile: '',
  dashboardFolder: undefined,
  peopleFile: '',
  signingKeyFile: '',
  uploadFolder: '',
  modelTokenFile: '',
  urlOf: () => '',
  operatorUrlOf: () => '',
  logFolder: '',
  spanFolder: '',
};

/** The processes that use a dependency: those that are told where it is. */
export const usersOf = (dependency: DependencyName): string[] =>
  PROCESSES.filter(({ env }) => DEPENDENCIES[dependency].variable in env(NOWHERE)).map(({ name }) => name);

export interface Cell {
  dependency: DependencyName;
  fault: FaultName;
  /** Whom it meets: every process that uses the dependency, or one alone. */
  process: string;
}

export const ALL = 'all';
export const nameOf = ({ dependency, fault, process }: Cell): string => `${dependency} ${fault} ${process}`;

/** A number that follows from the seed and what it is for. */
export const chosen = (seed: number, what: string, of: number): number =>
  createHash('sha256').update(`${seed} ${what}`).digest().readUInt32BE() % of;

/** How long a fault lasts where nobody says it: from half a minute to one and a half, in milliseconds. */
export const lasts = (cell: Cell, seed: number): number => 30_000 + chosen(seed, `lasts ${nameOf(cell)}`, 60_001);

/** The whole matrix: each fault for all processes at once and, where it can meet one alone, for one that the seed chooses. */
export const cellsOf = (seed: number): Cell[] =>
  (Object.keys(DEPENDENCIES) as DependencyName[]).flatMap((dependency) =>
    (Object.keys(FAULTS) as FaultName[]).flatMap((fault) => {
      const users = usersOf(dependency);
      const cell = { dependency, fault, process: ALL };
      if (FAULTS[fault].on === 'dependency' || users.length === 1) return [cell];
      const one = users[chosen(seed, nameOf(cell), users.length)] as string;
      return [cell, { ...cell, process: one }];
    }),
  );

/** Every cell that there is, whatever the seed. */
export const everyCell = (): Cell[] =>
  cellsOf(0)
    .filter(({ process }) => process === ALL)
    .flatMap((cell) => {
      const users = usersOf(cell.dependency);
      if (FAULTS[cell.fault].on === 'dependency' || users.length === 1) return [cell];
      return [cell, ...users.map((process) => ({ ...cell, process }))];
    });
