import { type Answer, isKnown } from '@order-ledger/platform/within';
import type { Evidence, OrderEvidence, SystemEvidence } from './evidence.ts';
import type { EvidenceLine } from './verdict.ts';

/** What each part of the evidence is called, and whom it is asked of. */
const SYSTEM_SOURCES = {
  ledger: 'event store',
  readSide: 'read side',
  processes: 'processes',
  queues: 'RabbitMQ',
  relays: 'bridge',
  reactions: 'process-manager',
  lanes: 'lanes of pricing',
} as const satisfies Partial<Record<keyof SystemEvidence, string>>;
const ORDER_SOURCES = {
  row: 'read model',
  job: 'price job',
  intake: 'pricing-worker',
  plan: 'manufacturing-worker',
  parked: 'parked orders',
  timers: 'timers',
  lease: 'claim',
  letters: 'dead letters',
} as const satisfies Partial<Record<keyof OrderEvidence, string>>;

const answersOf = ({ system, order }: Evidence): [string, Answer<unknown>][] => [
  ...(Object.keys(SYSTEM_SOURCES) as (keyof typeof SYSTEM_SOURCES)[]).map((key): [string, Answer<unknown>] => [
    SYSTEM_SOURCES[key],
    system[key],
  ]),
  ...(Object.keys(ORDER_SOURCES) as (keyof typeof ORDER_SOURCES)[]).map((key): [string, Answer<unknown>] => [
    ORDER_SOURCES[key],
    order[key],
  ]),
];

/** Sources that gave no answer, and why. */
export const awayIn = (evidence: Evidence): EvidenceLine[] => [
  ...answersOf(evidence).flatMap(([source, answer]) => (isKnown(answer) ? [] : [{ source, says: answer.unknown }])),
  ...(evidence.order.unread === undefined ? [] : [{ source: 'ledger', says: evidence.order.unread }]),
];

const told = <T>(answer: Answer<T>, says: (is: T) => string | null, source: string): EvidenceLine[] => {
  const text = isKnown(answer) ? says(answer.is) : null;
  return text === null ? [] : [{ source, says: text }];
};

const stateLine = ({ told_by, state, events, unreadable }: OrderEvidence): EvidenceLine[] => {
  const last = events.at(-1);
  if (unreadable !== undefined) return [{ source: 'ledger', says: `its events cannot be read: ${unreadable}` }];
  if (state === null || last === undefined) return [];
  const { status, event_version, claim } = state;
  const { recorded_at, occurred_at, system } = last.metadata;
  const late = Date.parse(recorded_at) - Date.parse(occurred_at) > 1_000 ? `, happened at ${occurred_at}` : '';
  const holder = claim === null ? '' : `; claimed by ${claim.operator}`;
  return [
    {
      source: told_by === 'ledger' ? 'ledger' : 'timeline',
      says: `${status}; last event ${event_version} ${last.type} by ${system}, recorded at ${recorded_at}${late}${holder}`,
    },
  ];
};

const processText = (
  processes: readonly { name: string; state: string; silence: string | null; codes: readonly string[] }[],
) => {
  const wrong = processes.filter(({ state, codes }) => state !== 'ready' || codes.length > 0);
  if (processes.length === 0) return null;
  return wrong.length === 0
    ? `all ${processes.length} are ready`
    : wrong.map(({ name, state, silence, codes }) => `${name} ${silence ?? [state, ...codes].join(' ')}`).join('; ');
};

const count = (figure: number | null): string => (figure === null ? 'no' : String(figure));

/** What each source that answered says of the order, in one line each. */
export const linesOf = (evidence: Evidence): EvidenceLine[] => {
  const { system, order } = evidence;
  return [
    ...stateLine(order),
    ...told(
      order.row,
      (row) =>
        row === null
          ? 'does not know the order'
          : `${row.status} at event ${row.event_version}${row.is_stale ? `, stale: ${row.stale_reason}` : ''}`,
      ORDER_SOURCES.row,
    ),
    ...told(
      order.job,
      (job) =>
        job === null
          ? null
          : `${job.job_state} in lane ${job.lane}, attempt ${job.attempt}, order ${job.waiter_state}, queued at ${job.queued_at}` +
            `${job.taken_at === null ? '' : `, taken at ${job.taken_at}`}${job.percent === null || job.phase === null ? '' : `, ${job.phase} ${job.percent} %`}` +
            `${job.lease_expires_at === null ? '' : `, lease until ${job.lease_expires_at}, renewed at ${job.renewed_at}`}`,
      ORDER_SOURCES.job,
    ),
    ...told(
      order.intake,
      (intake) =>
        intake === null
          ? null
          : `has seen event ${intake.seen_version} in the ledger at ${intake.seen_at}, and looked at event ${intake.looked_version}`,
      ORDER_SOURCES.intake,
    ),
    ...told(
      order.plan,
      (plan) =>
        plan === null
          ? null
          : `plan ${plan.state ?? 'none'}${plan.work_centre === null ? '' : ` at ${plan.work_centre} until ${plan.finish_at}`}` +
            `${plan.awaited === null ? '' : `; ${plan.awaited} is awaited, looked at ${plan.looks} times without a message`}`,
      ORDER_SOURCES.plan,
    ),
    ...told(
      order.parked,
      (parked) =>
        parked.length === 0
          ? null
          : parked
              .map(
                ({ process, what, reason, parked_at }) =>
                  `${process}${what === null ? '' : ` (${what})`}: ${reason} since ${parked_at}`,
              )
              .join('; '),
      ORDER_SOURCES.parked,
    ),
    ...told(
      order.timers,
      (timers) =>
        timers.length === 0 ? null : timers.map(({ rule, due_at }) => `${rule} due at ${due_at}`).join('; '),
      ORDER_SOURCES.timers,
    ),
    ...told(
      order.lease,
      (lease) => (lease === null ? null : `${lease.closed ? 'closed, ended' : 'lasts until'} ${lease.expires_at}`),
      ORDER_SOURCES.lease,
    ),
    ...told(
      order.letters,
      (letters) =>
        letters.length === 0
          ? null
          : letters.map(({ queue, type, reason }) => `${type ?? 'a message'} in ${queue}.dlq: ${reason}`).join('; '),
      ORDER_SOURCES.letters,
    ),
    ...told(
      system.queues,
      (queues) =>
        queues
          .map(
            ({ queue, messages, retrying, dead_letters }) =>
              `${queue}: ${count(messages)} waiting, ${count(retrying)} to be tried again, ${count(dead_letters)} dead letters`,
          )
          .join('; '),
      SYSTEM_SOURCES.queues,
    ),
    ...told(
      system.relays,
      (relays) =>
        relays
          .map(
            ({ exchange, commit_position, updated_at }) =>
              `${exchange} published up to ${commit_position ?? 'nothing'}, moved at ${updated_at}`,
          )
          .join('; '),
      SYSTEM_SOURCES.relays,
    ),
    ...told(
      system.reactions,
      (reactions) =>
        reactions === null
          ? 'has never followed the ledger'
          : `read up to ${reactions.commit_position ?? 'nothing'}, moved at ${reactions.updated_at}`,
      SYSTEM_SOURCES.reactions,
    ),
    ...told(
      system.readSide,
      ({ lag_s, current_until }) =>
        `holds everything until ${current_until ?? 'never'}${lag_s === null ? '' : `, ${lag_s} s ago`}`,
      SYSTEM_SOURCES.readSide,
    ),
    ...told(system.processes, processText, SYSTEM_SOURCES.processes),
  ];
};
