import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Body, CommandName } from '@order-ledger/domain/bodies';
import type { Command, CommandOf, Context, Precondition } from '@order-ledger/domain/command';
import { decide } from '@order-ledger/domain/decide';
import { GRAPH } from '@order-ledger/domain/edges';
import { fold } from '@order-ledger/domain/evolve';
import type { Actor } from '@order-ledger/domain/grants';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Refusal } from '@order-ledger/domain/refusal';
import { stamp } from '@order-ledger/domain/stamp';
import type { OrderState } from '@order-ledger/domain/state';
import { jittered } from '@order-ledger/platform/back-off';
import { clock, timestampNow } from '@order-ledger/platform/clock';
import { withContext } from '@order-ledger/platform/context';
import type { Log } from '@order-ledger/platform/log';
import { attribute } from '@order-ledger/platform/semantic-conventions';
import { currentTraceparent, inSpan } from '@order-ledger/platform/telemetry';
import { LedgerUnavailableError } from '../errors.ts';
import { NO_HASH } from '../identity.ts';
import { metrics } from '../metrics.ts';
import { type LoadedOrder, loadOrder } from '../reading/order-stream.ts';
import type { Read } from '../reading/reading.ts';
import { type Append, chained, freezeAppend, orderStream } from '../stored/codec.ts';
import { tellFilling } from './event-limit.ts';
import type { Resolved } from './resolve-append.ts';

export interface ExecuteRequest<Name extends CommandName = CommandName> {
  command: Name;
  command_id: string;
  order_id: string;
  actor: Actor;
  /** Default: what `prepare` says, or else now. */
  occurred_at?: string;
  /** How far back the caller may date it, seconds. Default: as far as it likes. */
  age_limit_s?: number;
  correlation_id: string;
  causation_id: string;
  /** Default: `{ kind: 'none' }`. */
  precondition?: Precondition;
  /**
   * Called after each load, so again after a conflict. Returns, for the order as it is, the body in the domain's form,
   * the request's hash and the guards' context. It must not refuse a command that `state.commands` knows already, or
   * the repetition would not get the first answer.
   */
  prepare(state: OrderState | null): Promise<Prepared<Name> | { refusal: Refusal }>;
}

interface Prepared<Name extends CommandName> {
  body: Body<Name>;
  request_hash: string;
  context: Context;
  /** Where only the body tells it. */
  occurred_at?: string;
  /** The request's actor, and for whom it acts if only the order tells. */
  actor?: Actor;
}

export type Outcome =
  | {
      outcome: 'done';
      /** True when the stream held the command, or its fact, before. */
      repeated: boolean;
      /** The command's own events as they are stored; none for the renewal of a claim. */
      events: RecordedEvent[];
      /** The order as it was after the last of them. */
      after: OrderState;
    }
  | { outcome: 'refused'; refusal: Refusal; state: OrderState | null };

interface ExecuteOptions {
  readonly read: Read;
  readonly append: (append: Append) => Promise<Resolved>;
  readonly log: Log;
  /** Conflicts in a row before a command is given up. In each of them another command of the order was stored. */
  readonly maxConflicts: number;
  /** With so many events an order takes only what is needed to finish it. */
  readonly eventLimit: number;
}

export const createExecute = ({ read, append, log, maxConflicts, eventLimit }: ExecuteOptions) => {
  /** One decision on the order as it was loaded; null if another command was stored first. */
  const decideOn = async <Name extends CommandName>(
    order: LoadedOrder,
    request: ExecuteRequest<Name>,
    cameAt: string,
    traceparent: string,
  ): Promise<Outcome | null> => {
    const { state } = order;
    const prepared = await request.prepare(state);
    if ('refusal' in prepared) return { outcome: 'refused', refusal: prepared.refusal, state };

    const command = commandOf(request, prepared, cameAt);
    const decision = decide(state, command, GRAPH, eventLimit);
    if (decision.outcome === 'refused') return { outcome: 'refused', refusal: decision.refusal, state };
    if (decision.outcome === 'repeated') return repeatedFrom(order, decision.first_version, decision.last_version);
    if (decision.events.length === 0) return done(state, []);

    const events = chained(state?.last_hash ?? NO_HASH, stamp(state, command, decision, traceparent));
    const expectedRevision = state === null ? 'no_stream' : BigInt(state.event_version - 1);
    const frozen = freezeAppend(orderStream(request.order_id), expectedRevision, events);
    const resolved = await inSpan('ledger append', APPEND_ATTRIBUTES, () => append(frozen));
    if (resolved !== 'stored') return null;
    const before = state?.event_version ?? 0;
    tellFilling(log, eventLimit, before, before + events.length);
    return done(state, events);
  };

  const decideUntilStored = async <Name extends CommandName>(request: ExecuteRequest<Name>): Promise<Outcome> => {
    const cameAt = request.occurred_at ?? timestampNow();
    const traceparent = currentTraceparent() ?? untracedParent();
    let order: LoadedOrder | undefined;
    for (let conflicts = 0; conflicts <= maxConflicts; conflicts += 1) {
      order = await loadOrder(read, request.order_id, order);
      const outcome = await decideOn(order, request, cameAt, traceparent);
      if (outcome !== null) return outcome;
      metrics.conflicts.inc({ command: request.command });
      await delay(jittered(conflicts, { firstMs: 5, maxMs: 250 }));
    }
    throw new LedgerUnavailableError(`${maxConflicts + 1} conflicts in a row; nothing was stored`);
  };

  return async <Name extends CommandName>(request: ExecuteRequest<Name>): Promise<Outcome> => {
    const { command, order_id, command_id, correlation_id, causation_id } = request;
    return withContext({ order_id, command_id, correlation_id, causation_id }, () =>
      inSpan(`ledger ${command}`, { [attribute.command]: command }, async (span) => {
        let outcome = 'failed';
        try {
          const result = await decideUntilStored(request);
          outcome = labelOf(result);
          return result;
        } finally {
          span.setAttribute(attribute.outcome, outcome);
          metrics.commands.inc({ command, outcome });
          log.info('command', { command, outcome });
        }
      }),
    );
  };
};

const commandOf = <Name extends CommandName>(
  request: ExecuteRequest<Name>,
  prepared: Prepared<Name>,
  cameAt: string,
): Command => {
  const { command, command_id, order_id, actor, age_limit_s, correlation_id, causation_id, precondition } = request;
  const made: CommandOf<Name> = {
    command,
    command_id,
    order_id,
    actor: prepared.actor ?? actor,
    occurred_at: prepared.occurred_at ?? cameAt,
    ...(age_limit_s === undefined ? {} : { age_limit_s }),
    recorded_at: timestampNow(),
    latest_now: new Date(clock.latest()).toISOString(),
    correlation_id,
    causation_id,
    request_hash: prepared.request_hash,
    precondition: precondition ?? { kind: 'none' },
    body: prepared.body,
    context: prepared.context,
  };
  return made as Command;
};

const done = (before: OrderState | null, events: RecordedEvent[]): Outcome => {
  const after = fold(events, before);
  if (after === null) throw new Error('a command was accepted for no order and without an event');
  return { outcome: 'done', repeated: false, events, after };
};

const repeatedFrom = ({ events }: LoadedOrder, first: number, last: number): Outcome => {
  const after = fold(events.slice(0, last));
  if (after === null) throw new Error('a repetition of what the stream does not hold');
  return { outcome: 'done', repeated: true, events: events.slice(first - 1, last), after };
};

const labelOf = (outcome: Outcome): string => {
  if (outcome.outcome === 'refused') return outcome.refusal.kind;
  return outcome.repeated ? 'repeated' : 'done';
};

const APPEND_ATTRIBUTES = { [attribute.dbSystemName]: 'eventstoredb', [attribute.dbOperationName]: 'append' };

/**
 * Without a running trace an execution still puts an id of its own into its events' metadata. Otherwise two equal
 * requests in the same millisecond would have the same bytes, and each would be told that it has appended.
 */
const untracedParent = (): string => `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-00`;
