import { createHash } from 'node:crypto';
import type { Command } from '@order-ledger/domain/command';
import { decide } from '@order-ledger/domain/decide';
import { fold } from '@order-ledger/domain/evolve';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { stamp } from '@order-ledger/domain/stamp';
import type { OrderState } from '@order-ledger/domain/state';
import { callerOf, commandId, NO_HASH, newOrderId, requestHash } from '@order-ledger/ledger/identity';
import { chained } from '@order-ledger/ledger/stored/codec';
import { diceOf } from './dice.ts';
import { planOf, type Step } from './plan.ts';

export interface HistoryOptions {
  readonly seed: number;
  /** Of the order among those of the seed. */
  readonly number: number;
  /** Milliseconds of the epoch: when the order is created, and when its life is looked at. */
  readonly from: number;
  readonly until: number;
}

/** Spreads neighbours: the dice of number 7 say nothing of those of number 8. */
const seedOf = (seed: number, number: number): number =>
  createHash('sha256').update(`${seed} ${number}`).digest().readInt32LE(0);

/**
 * The events of one order up to `until`, decided, stamped and chained as the ledger does it, with the times of its life.
 * The same options give the same bytes.
 */
export const historyOf = ({ seed, number, from, until }: HistoryOptions): readonly RecordedEvent[] => {
  const dice = diceOf(seedOf(seed, number));
  const name = `seed ${seed} ${number}`;
  const events: RecordedEvent[] = [];
  let state: OrderState | null = null;
  let now = from;
  const known = (): OrderState => {
    if (state === null) throw new Error(`${name} does not exist yet`);
    return state;
  };
  for (const step of planOf({ number, dice, order: known, uuid: (what) => commandId('seed', name, what) })) {
    now += step.afterS * 1_000;
    if (now > until) break;
    const made: RecordedEvent[] = recorded(state, step, name, new Date(now).toISOString());
    state = fold(made, state);
    events.push(...made);
  }
  return events;
};

/** The events of one step, as the ledger would have recorded them at this time: decided, stamped and chained. */
export const recorded = (
  state: OrderState | null,
  step: Pick<Step, 'command' | 'by' | 'body' | 'context'>,
  name: string,
  at: string,
): RecordedEvent[] => {
  const { command, by, body, context } = step;
  const caller = callerOf(by);
  const order_id = state?.order_id ?? newOrderId(caller, name);
  const id = commandId(caller, order_id, `${command} ${state?.event_version ?? 0}`);
  const given = {
    ...{ command, command_id: id, order_id, actor: by, body, context },
    ...{ occurred_at: at, recorded_at: at },
    ...{ correlation_id: id, causation_id: id },
    request_hash: requestHash(command, order_id, body),
    precondition: { kind: 'none' },
  } as Command;
  const decision = decide(state, given);
  if (decision.outcome !== 'accepted')
    throw new Error(`${name}: ${command} in ${state?.status ?? 'no order'}: ${JSON.stringify(decision)}`);
  return chained(state?.last_hash ?? NO_HASH, stamp(state, given, decision));
};
