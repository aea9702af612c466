import { failingChecks } from '@order-ledger/platform/look';
import { type Answer, isKnown } from '@order-ledger/platform/within';
import type { ProcessStatus } from './processes.ts';
import type { Status } from './status.ts';

type Row = readonly string[];

/** Columns as wide as their widest cell; the last one as it is. */
const aligned = (rows: readonly Row[]): string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    `  ${row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  ')}`.trimEnd(),
  );
};

const section = (title: string, rows: readonly Row[]): string[] =>
  rows.length === 0 ? [] : ['', title, ...aligned(rows)];

const told = <T>(answer: Answer<T> | null, rowsOf: (is: T) => readonly Row[], label: string): readonly Row[] => {
  if (answer === null) return [];
  return isKnown(answer) ? rowsOf(answer.is) : [[label, `unknown: ${answer.unknown}`]];
};

const processRow = ({ name, url, state, silence, advice, checks }: ProcessStatus): Row => {
  const { hostname, port } = new URL(url);
  const failing = failingChecks(checks);
  // Of one that is ready, what it has asked.
  const said = silence ?? (failing.length === 0 ? checks.map((check) => check.name) : failing).join(', ');
  return [
    name,
    hostname === '127.0.0.1' ? port : `${hostname}:${port}`,
    state,
    advice === null ? said : `${said}; ${advice}`,
  ];
};

const serviceRows = ({ services, postgresVersion, broker }: Status): readonly Row[] => {
  const versions: Readonly<Record<string, string | null>> = {
    postgres: postgresVersion !== null && isKnown(postgresVersion) ? postgresVersion.is : null,
    rabbitmq: broker !== null && isKnown(broker) ? broker.is.version : null,
  };
  return services.map(({ name, who, at, fault }) => [
    who,
    at,
    fault ?? (at === '' ? 'looked for by its client' : 'answers'),
    versions[name] ?? '',
  ]);
};

const seconds = (value: number | null): string => (value === null ? 'unknown' : `${value} s`);

const counted = (rows: readonly { count: number; orders: readonly string[] }[], label: (index: number) => string) =>
  rows.map(({ count, orders }, index) => [label(index), String(count), orders.join(' ')]);

/** One screen, in plain text. */
export const screenOf = (status: Status): string => {
  const { at, problems, processes, followers, parked, lanes, unheard, broker, disk, meanings } = status;
  const queues = told(
    broker,
    (is) =>
      is.queues.map(({ queue, messages, retrying, deadLetters }) => [
        queue,
        `${messages ?? 'no'} waiting, ${retrying ?? 'no'} to be tried again, ${deadLetters ?? 'no'} dead letters`,
      ]),
    'queues',
  );
  const aside = told(
    parked,
    (is) => (is.length === 0 ? [['parked orders', 'none']] : counted(is, (index) => `parked by ${is[index]?.by}`)),
    'parked orders',
  );
  const waiting = told(
    lanes,
    (is) =>
      is.map(({ lane, queued, running, oldest_s }) => [
        `calculations ${lane}`,
        `${queued} waiting${oldest_s === null ? '' : ` since ${oldest_s} s`}, ${running} running`,
      ]),
    'calculations',
  );
  const overlooked = told(
    unheard,
    (is) => counted(is, (index) => `${is[index]?.status} unheard of`),
    'orders without a job',
  );
  return [
    `order-ledger at ${at}: ${problems.length === 0 ? 'all is well' : `${problems.length} to look at`}`,
    ...problems.map((line) => `  ${line}`),
    ...section('Processes', processes.map(processRow)),
    ...section('Services', serviceRows(status)),
    ...section(
      'Behind the ledger',
      told(followers, (is) => is.map(({ follower, name, lagS }) => [follower, name, seconds(lagS)]), 'followers'),
    ),
    ...section('Orders', [...aside, ...waiting, ...overlooked]),
    ...section('Messages', queues),
    ...section('Disk', disk === null ? [] : [[disk.folder, `${Math.round(disk.freeBytes / 1e6)} MB free`]]),
    ...section('Codes', Object.entries(meanings)),
    '',
  ].join('\n');
};
