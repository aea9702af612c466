import type { ServiceName } from '@order-ledger/local/services';
import { failingChecks } from '@order-ledger/platform/look';
import { type Answer, isKnown } from '@order-ledger/platform/within';
import type { Status } from './status.ts';
import { UNHEARD_AFTER_S } from './waiting.ts';

/** Behind the ledger for longer than a follower may stand still, seconds (STANDSTILL_LIMIT_MS). */
const LAG_LIMIT_S = 30;
/** Below it npm start would not begin; RabbitMQ takes nothing below 100 MB. */
const DISK_LIMIT_BYTES = 300_000_000;

const known = <T>(answer: Answer<readonly T[]> | null): readonly T[] =>
  answer !== null && isKnown(answer) ? answer.is : [];

const orders = (count: number): string => (count === 1 ? '1 order' : `${count} orders`);
const some = (ids: readonly string[], count: number): string => `${ids.join(', ')}${ids.length < count ? ', …' : ''}`;

/**
 * Why a part of the answer is missing: once for all questions to the same server, and not if that server itself is
 * reported as away.
 */
const unanswered = (status: Found): string[] => {
  const { services, postgresVersion, followers, parked, lanes, unheard, broker } = status;
  const reasons: readonly (readonly [string, readonly ServiceName[], ...(Answer<unknown> | null)[]])[] = [
    ['Postgres', ['postgres'], postgresVersion, parked, lanes, unheard],
    ['RabbitMQ', ['rabbitmq'], broker],
    ['the progress of the followers of the ledger', ['postgres', 'eventStore'], followers],
  ];
  return reasons.flatMap(([what, servers, ...answers]) => {
    if (services.some(({ name, fault }) => fault !== null && servers.includes(name))) return [];
    const unknown = answers.flatMap((answer) => (answer !== null && 'unknown' in answer ? [answer.unknown] : []));
    return [...new Set(unknown)].map((reason) => `could not read ${what}: ${reason}`);
  });
};

type Found = Omit<Status, 'problems' | 'meanings'>;

/** Everything that an operator should look at, one line each. */
export const problemsOf = (status: Found): string[] => [
  ...(status.held === null
    ? []
    : [`npm start (process ${status.held}) is stopped by a signal: kill -CONT ${status.held} resumes it`]),
  ...(status.processes.length === 0 ? ['no process of order-ledger runs: npm start runs the services alone'] : []),
  ...status.processes.flatMap(({ name, state, silence, advice, checks, url }) => {
    if (silence !== null) return [`${name} (${url}): ${silence}${advice === null ? '' : `; ${advice}`}`];
    const failing = failingChecks(checks);
    // A check may warn of what takes no instance out, such as a clock.
    if (state === 'ready') return failing.length === 0 ? [] : [`${name} is ready and warns: ${failing.join(', ')}`];
    return [`${name} is ${state}${failing.length === 0 ? '' : `: ${failing.join(', ')}`}`];
  }),
  ...status.services.flatMap(({ who, at, fault }) => (fault === null ? [] : [`${who} (${at}): ${fault}`])),
  ...status.unnamed.map(
    (variable) => `${variable} names no server, and npm start runs none here: its state is unknown`,
  ),
  ...unanswered(status),
  ...known(status.followers).flatMap(({ follower, name, lagS }) =>
    lagS !== null && lagS <= LAG_LIMIT_S
      ? []
      : [`${follower} ${name} is behind the ledger by ${lagS === null ? 'an unknown time' : `${lagS} s`}`],
  ),
  ...known(status.parked).map(({ by, count, orders: ids }) => `${by} has parked ${orders(count)}: ${some(ids, count)}`),
  ...known(status.unheard).map(
    (found) =>
      `${orders(found.count)} ${found.status} for over ${UNHEARD_AFTER_S} s, of which ${found.worker} knows nothing; ` +
      `does it answer? ${some(found.orders, found.count)}`,
  ),
  ...(status.broker !== null && isKnown(status.broker) ? status.broker.is.queues : []).flatMap((queue) => {
    if (queue.messages === null || queue.deadLetters === null) return [`the broker has no queue ${queue.queue}`];
    return queue.deadLetters === 0 ? [] : [`${queue.queue} has ${queue.deadLetters} dead letters`];
  }),
  ...(status.disk !== null && status.disk.freeBytes < DISK_LIMIT_BYTES
    ? [`the disk of ${status.disk.folder} has ${Math.round(status.disk.freeBytes / 1e6)} MB left`]
    : []),
];
