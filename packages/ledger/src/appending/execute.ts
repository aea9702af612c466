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
import { CALL, currentTraceparent, inSpan } from '@order-ledger/platform/telemetry';
import { InvalidAppendError, LedgerUnavailableError } from '../errors.ts';
import { eventId, NO_HASH } from '../identity.ts';
import { metrics } from '../metrics.ts';
import type { Basis, OrderStates } from '../reading/order-states.ts';
import { orderEvents } from '../reading/order-stream.ts';
import type { Read } from '../reading/reading.ts';
import type { RememberedOrders } from '../reading/remembered-orders.ts';
import { type Append, chained, freezeAppend, orderStream } from '../stored/codec.ts';
import { tellFilling } from './event-limit.ts';
import { createTurns } from './in-turn.ts';
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
   * Called for each state that is decided on, so again after a conflict, and where a remembered state was old. Returns,
   * for the order as it is, the body in the domain's form, the request's hash and the guards' context. It must not refuse
   * a command that `state.commands` knows already, or the repetition would not get the first answer.
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
  readonly states: OrderStates;
  readonly remembered: Pick<RememberedOrders, 'keep' | 'era' | 'forget'>;
  /** For the events of a command that is done already. */
  readonly read: Read;
  readonly append: (append: Append) => Promise<Resolved>;
  readonly log: Log;
  /** Conflicts in a row before a command is given up. In each of them another command of the order was stored. */
  readonly maxConflicts: number;
  /** With so many events an order takes only what is needed to finish it. */
  readonly eventLimit: number;
}

/** What a decision asks for: events to be stored, or an answer that needs none. */
type Decided =
  | { readonly store: RecordedEvent[]; readonly as: Append }
  | { readonly answer: Outcome }
  | { readonly repeat: { readonly first_version: number; readonly last_version: number } };

export const createExecute = (options: ExecuteOptions) => {
  const { states, remembered, read, append, log, maxConflicts, eventLimit } = options;
  const inTurn = createTurns();

  const decideOn = async <Name extends CommandName>(
    state: OrderState | null,
    request: ExecuteRequest<Name>,
    cameAt: string,
    traceparent: string,
  ): Promise<Decided> => {
    const prepared = await request.prepare(state);
    if ('refusal' in prepared) return { answer: { outcome: 'refused', refusal: prepared.refusal, state } };

    const command = commandOf(request, prepared, cameAt);
    const decision = decide(state, command, GRAPH, eventLimit);
    if (decision.outcome === 'refused') return { answer: { outcome: 'refused', refusal: decision.refusal, state } };
    if (decision.outcome === 'repeated') return { repeat: decision };
    if (decision.events.length === 0) return { answer: done(state, []) };
    const store = chained(state?.last_hash ?? NO_HASH, stamp(state, command, decision, traceparent));
    const expectedRevision = state === null ? 'no_stream' : BigInt(state.event_version - 1);
    const as = freezeAppend(orderStream(request.order_id), expectedRevision, store);
    return { store, as: state === null ? as : { ...as, follows: eventId(state.last_hash) } };
  };

  /** Otherwise it has to be decided again: another command was stored first, or what it was decided on is in doubt. */
  const stored = async (
    { state, era, fresh }: Basis,
    orderId: string,
    events: RecordedEvent[],
    as: Append,
  ): Promise<Outcome | Exclude<Resolved, 'stored'>> => {
    const sent = { ...as, holds: () => remembered.era() === era };
    const resolved = await inSpan('ledger append', APPEND_ATTRIBUTES, () => append(sent), CALL).catch(
      (error: unknown) => {
        // What was sent may be stored yet.
        remembered.forget(orderId);
        // A stream that takes nothing any more is told by what is read of it.
        if (error instanceof InvalidAppendError && !fresh) return 'unsent' as const;
        throw error;
      },
    );
    if (resolved !== 'stored') return resolved;
    const outcome = done(state, events);
    remembered.keep({ state: outcome.after, era });
    const before = state?.event_version ?? 0;
    tellFilling(log, eventLimit, before, before + events.length);
    return outcome;
  };

  const repeated = async (orderId: string, first: number, last: number): Promise<Outcome> => {
    const events: RecordedEvent[] = [];
    for await (const event of orderEvents(read, orderId)) {
      events.push(event);
      if (events.length === last) break;
    }
    const after = fold(events);
    if (after === null || events.length < last) throw new Error('a repetition of what the stream does not hold');
    return { outcome: 'done', repeated: true, events: events.slice(first - 1), after };
  };

  /**
   * What is remembered of the order may be old. An append on it is refused then; any other end of a decision, an error
   * of its preparation too, counts only once the order is known to be still as it was decided on.
   */
  const decideUntilStored = async <Name extends CommandName>(request: ExecuteRequest<Name>): Promise<Outcome> => {
    const { command, order_id } = request;
    const cameAt = request.occurred_at ?? timestampNow();
    const traceparent = currentTraceparent() ?? untracedParent();
    let basis = await states.first(order_id, command === 'InitiateOrder');
    for (let conflicts = 0; conflicts <= maxConflicts; ) {
      const on = basis;
      const decided = await decideOn(on.state, request, cameAt, traceparent).catch((error: unknown) => {
        if (on.fresh) throw error;
        return { error };
      });
      if ('store' in decided) {
        const outcome = await stored(on, order_id, decided.store, decided.as);
        if (typeof outcome === 'object') return outcome;
        if (outcome === 'passed') metrics.conflicts.inc({ command });
        // Whoever has met an old state has not lost to anybody yet.
        if (on.fresh) await delay(jittered(conflicts, { firstMs: 5, maxMs: 250 }));
        conflicts += 1;
        basis = outcome === 'passed' ? await states.next(order_id, on) : await states.now(order_id, 'doubted');
        continue;
      }
      if (!on.fresh) {
        basis = await states.now(order_id, 'confirmed');
        if (basis.state !== on.state) continue;
      }
      if ('error' in decided) throw decided.error;
      if ('answer' in decided) return decided.answer;
      return await repeated(order_id, decided.repeat.first_version, decided.repeat.last_version);
    }
    throw new LedgerUnavailableError(`${maxConflicts + 1} conflicts in a row; nothing was stored`);
  };

  return async <Name extends CommandName>(request: ExecuteRequest<Name>): Promise<Outcome> => {
    const { command, order_id, command_id, correlation_id, causation_id } = request;
    return withContext({ order_id, command_id, correlation_id, causation_id }, () =>
      inSpan(`ledger ${command}`, { [attribute.command]: command }, async (span) => {
        let outcome = 'failed';
        try {
          const result = await inTurn(order_id, () => decideUntilStored(request));
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

const done = (before: OrderState | null, events: RecordedEvent[]): Extract<Outcome, { outcome: 'done' }> => {
  const after = fold(events, before);
  if (after === null) throw new Error('a command was accepted for no order and without an event');
  return { outcome: 'done', repeated: false, events, after };
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
