import type { Precondition } from '@order-ledger/domain/command';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Refusal } from '@order-ledger/domain/refusal';
import type { OrderState } from '@order-ledger/domain/state';
import { commandId, processCaller, requestHash } from '@order-ledger/ledger/identity';
import type { Ledger } from '@order-ledger/ledger/ledger';
import type { Log } from '@order-ledger/platform/log';
import { attribute } from '@order-ledger/platform/semantic-conventions';
import { following, inSpan } from '@order-ledger/platform/telemetry';
import { type CommandToSend, PROCESS_MANAGER } from './command-to-send.ts';
import { idOf } from './order-history.ts';

/**
 * `too-late`: the order does not allow it now; it is looked at again after its next event. `changed`: the order is no longer
 * the one on which this was decided.
 */
export type Sent = 'done' | 'repeated' | 'too-late' | 'changed' | 'defect';

/**
 * What a refusal means to us. Reactions and timers are decided on a state that may be old by the time of the command, so
 * most refusals are the normal end of a race; the rest says that a rule of ours does not fit the graph.
 */
const MEANING: Readonly<Record<Refusal['kind'], Exclude<Sent, 'done' | 'repeated'>>> = {
  'precondition-failed': 'changed',
  'illegal-transition': 'too-late',
  held: 'too-late',
  frozen: 'too-late',
  guard: 'too-late',
  // What we send is needed to finish an order.
  'order-full': 'defect',
  'unknown-order': 'defect',
  'key-reused': 'defect',
  invalid: 'defect',
  'precondition-required': 'defect',
  forbidden: 'defect',
};

export interface Sending {
  readonly rule: string;
  /** What tells this sending from another of the same rule: the cause's event id, or the status's version for timers. */
  readonly key: string;
  readonly cause: RecordedEvent;
  readonly send: CommandToSend;
  /** Only while nothing at all has happened since, no fact either; otherwise while the order is in that visit of its status. */
  readonly unchanged?: true;
}

export const idOfSending = ({ order_id }: Pick<OrderState, 'order_id'>, { rule, key }: Pick<Sending, 'rule' | 'key'>) =>
  commandId(processCaller(PROCESS_MANAGER.id), order_id, `${rule}:${key}`);

/**
 * Sends a command that was decided on this state.
 * Throws as `ledger.execute` does: unavailable and unknown are to be repeated, with the same id.
 */
export const sendCommand = async (
  ledger: Pick<Ledger, 'execute'>,
  log: Log,
  state: OrderState,
  sending: Sending,
): Promise<Sent> => {
  const { order_id } = state;
  const { rule, cause, send, unchanged } = sending;
  const { command, body } = send;
  const precondition: Precondition = unchanged
    ? { kind: 'event_version', versions: [state.event_version] }
    : { kind: 'status_version', version: state.status_version };
  const { traceparent, recorded_at } = cause.metadata;
  const attributes = { [attribute.orderId]: order_id, [attribute.rule]: rule };
  const outcome = await inSpan(
    'react',
    attributes,
    () =>
      ledger.execute({
        command,
        command_id: idOfSending(state, sending),
        order_id,
        actor: PROCESS_MANAGER,
        correlation_id: cause.metadata.correlation_id,
        causation_id: idOf(cause),
        precondition,
        prepare: async () => ({ body, request_hash: requestHash(command, order_id, body), context: {} }),
      }),
    following(traceparent, recorded_at),
  );
  if (outcome.outcome === 'done') return outcome.repeated ? 'repeated' : 'done';
  const { refusal } = outcome;
  const meaning = MEANING[refusal.kind];
  const fields = { order_id, rule, command, reason: refusal.kind, code: 'code' in refusal ? refusal.code : undefined };
  if (meaning === 'defect') log.error('a rule sent a command that the graph never allows', fields);
  else log.info('not now', fields);
  return meaning;
};
