import { NO_STREAM } from '@eventstore/db-client';
import type { Body, CommandName } from '@order-ledger/domain/bodies';
import type { Command, Context, Precondition } from '@order-ledger/domain/command';
import { type Decision, decide } from '@order-ledger/domain/decide';
import { fold } from '@order-ledger/domain/evolve';
import type { Actor } from '@order-ledger/domain/grants';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Refusal } from '@order-ledger/domain/refusal';
import { stamp } from '@order-ledger/domain/stamp';
import type { OrderState } from '@order-ledger/domain/state';
import { withContext } from '@order-ledger/platform/context';
import type { Log } from '@order-ledger/platform/log';
import { defineMetrics } from '@order-ledger/platform/metrics';
import { attribute } from '@order-ledger/platform/semantic-conventions';
import { currentTraceparent, inSpan } from '@order-ledger/platform/telemetry';
import { type Append, type AppendLimits, createAppend } from './append.ts';
import { createClients } from './clients.ts';
import { LedgerUnavailableError } from './errors.ts';
import { type Delivery, type FollowOptions, follow } from './follow.ts';
import { orderStream } from './identity.ts';
import { type Choice, chooseNext, readChoice } from './next-choice.ts';
import {
  eventStandsAt,
  type LogPosition,
  type ReadOptions,
  readForDecision,
  readOrder,
  ready,
  type Tail,
  tail,
} from './read.ts';
import { chain, toClientEvent } from './stored-event.ts';

export { NewerWriterError, UnreadableEventError } from '@order-ledger/domain/recorded-event';
export { LedgerUnavailableError, OutcomeUnknownError, TamperedStreamError, toleratedRejection } from './errors.ts';
export type { LogPosition, Tail } from './read.ts';

export interface ExecuteRequest<Name extends CommandName = CommandName> {
  command: Name;
  command_id: string;
  order_id: string;
  actor: Actor;
  /** When it happened, as the caller says; now by default. */
  occurred_at?: string;
  correlation_id: string;
  /** What brought the command about; the command's own id by default. */
  causation_id?: string;
  precondition?: Precondition;
  /**
   * Asked after each load, again after a conflict: the order as it stands gives the body in the domain's form, its hash
   * and the context. A refusal ends the command without an event.
   */
  prepare(
    state: OrderState | null,
  ): Promise<{ body: Body<Name>; request_hash: string; context: Context } | { refusal: Refusal }>;
}

export type Outcome =
  /** `events` are the command's own stored events (none for a claim's renewal), `after` the order as it was after them. */
  | { outcome: 'done'; repeated: boolean; events: RecordedEvent[]; after: OrderState }
  | { outcome: 'refused'; refusal: Refusal; state: OrderState | null };

export interface Ledger {
  /**
   * Loads, decides, appends at the exact revision; on a conflict loads and decides again.
   * @throws LedgerUnavailableError when nothing was sent, OutcomeUnknownError when the append's fate is not known,
   *   NewerWriterError when the stream holds what this build does not know
   */
  execute<Name extends CommandName>(request: ExecuteRequest<Name>): Promise<Outcome>;
  load(orderId: string): Promise<OrderState | null>;
  readOrder(orderId: string, options?: ReadOptions): AsyncIterable<RecordedEvent>;
  /** Follows the log from a position: see follow.ts. */
  follow(options: Omit<FollowOptions, 'tail'>): AsyncIterable<Delivery[]>;
  tail(notBefore: LogPosition | null, prefix?: string): Promise<Tail | null>;
  eventStandsAt(position: LogPosition, eventId: string): Promise<boolean>;
  chooseNext(nextId: string, choice: Choice): Promise<Choice>;
  readChoice(nextId: string): Promise<Choice | null>;
  /** Resolves when the event store answers. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export interface LedgerOptions extends Partial<AppendLimits> {
  connectionString: string;
  log: Log;
  now?: () => Date;
}

const LIMITS: AppendLimits = { appendTimeoutMs: 5_000, settleLimitMs: 15_000, inFlight: 256 };
/** Conflicts on one command before it is given up: each one means that another command was done on the same order. */
const MOST_CONFLICTS = 100;
const LONGEST_PAUSE_MS = 200;

const metrics = defineMetrics({
  outcomes: {
    type: 'counter',
    name: 'ledger_commands_total',
    help: 'Commands by their outcome',
    labels: ['command', 'outcome'],
  },
  conflicts: {
    type: 'counter',
    name: 'ledger_append_conflicts_total',
    help: 'Appends that met a newer revision',
    labels: ['command'],
  },
});

export const createLedger = ({ connectionString, log, now = () => new Date(), ...limits }: LedgerOptions): Ledger => {
  const clients = createClients(connectionString, log);
  const append = createAppend(clients, { ...LIMITS, ...limits });
  const askTail: Ledger['tail'] = (notBefore, prefix = 'order-') => tail(clients.reads, prefix, notBefore);
  return {
    execute: (request) =>
      withContext(
        { order_id: request.order_id, correlation_id: request.correlation_id, command_id: request.command_id },
        () =>
          inSpan(`execute ${request.command}`, { [attribute.orderId]: request.order_id }, async () => {
            const outcome = await execute(request, { load: (id) => readForDecision(clients.reads, id), append, now });
            metrics.outcomes.inc({ command: request.command, outcome: wordFor(outcome) });
            log.info('command', { command: request.command, outcome: wordFor(outcome) });
            return outcome;
          }),
      ),
    load: async (orderId) => fold(await readForDecision(clients.reads, orderId)),
    readOrder: (orderId, options) => readOrder(clients.reads, orderId, options),
    follow: (options) => follow(clients.reads, log, { ...options, tail: askTail }),
    tail: askTail,
    eventStandsAt: (position, eventId) => eventStandsAt(clients.reads, position, eventId),
    chooseNext: (nextId, choice) => chooseNext(clients.reads, append, nextId, choice),
    readChoice: (nextId) => readChoice(clients.reads, nextId),
    ready: () => ready(clients.reads),
    close: () => clients.close(),
  };
};

const wordFor = (outcome: Outcome): string => {
  if (outcome.outcome === 'done') return outcome.repeated ? 'repeated' : 'done';
  return outcome.refusal.kind === 'guard' ? outcome.refusal.code : outcome.refusal.kind;
};

interface Door {
  load(orderId: string): Promise<RecordedEvent[]>;
  append: Append;
  now(): Date;
}

const pause = (conflicts: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(LONGEST_PAUSE_MS, 5 * 2 ** conflicts)));

const execute = async <Name extends CommandName>(request: ExecuteRequest<Name>, door: Door): Promise<Outcome> => {
  for (let conflicts = 0; conflicts <= MOST_CONFLICTS; conflicts += 1) {
    if (conflicts > 0) {
      metrics.conflicts.inc({ command: request.command });
      await pause(conflicts);
    }
    const stored = await door.load(request.order_id);
    const state = fold(stored);
    const prepared = await request.prepare(state);
    if ('refusal' in prepared) return { outcome: 'refused', refusal: prepared.refusal, state };
    const command = commandOf(request, prepared, door.now().toISOString());
    const decision = decide(state, command);
    if (decision.outcome === 'refused') return { outcome: 'refused', refusal: decision.refusal, state };
    if (decision.outcome === 'repeated') return repeated(stored, decision.first_version, decision.last_version);
    const appended = await appendDecision(state, command, decision, door);
    if (appended !== null) return appended;
  }
  throw new LedgerUnavailableError(`order ${request.order_id} is too busy: ${MOST_CONFLICTS} conflicts in a row`);
};

const commandOf = <Name extends CommandName>(
  request: ExecuteRequest<Name>,
  prepared: { body: Body<Name>; request_hash: string; context: Context },
  now: string,
): Command => {
  const {
    prepare: _prepare,
    occurred_at = now,
    causation_id = request.command_id,
    precondition = { kind: 'none' as const },
    ...rest
  } = request;
  // TypeScript does not see that name and body of one generic request belong together in the union.
  return { ...rest, ...prepared, occurred_at, causation_id, precondition, recorded_at: now } as Command;
};

const repeated = (stored: readonly RecordedEvent[], first: number, last: number): Outcome => {
  const after = fold(stored.slice(0, last));
  if (after === null) throw new Error('a repeated command without stored events');
  return { outcome: 'done', repeated: true, events: stored.slice(first - 1, last), after };
};

const appendDecision = async (
  state: OrderState | null,
  command: Command,
  decision: Extract<Decision, { outcome: 'accepted' }>,
  { append }: Door,
): Promise<Outcome | null> => {
  const events = chain(state?.last_hash ?? null, stamp(state, command, decision, currentTraceparent()));
  if (events.length > 0) {
    const revision = state === null ? NO_STREAM : BigInt(state.event_version - 1);
    if ((await append(orderStream(command.order_id), revision, events.map(toClientEvent))) === 'conflict') return null;
  }
  const after = fold(events, state);
  if (after === null) throw new Error('an accepted creation without events');
  return { outcome: 'done', repeated: false, events, after };
};
