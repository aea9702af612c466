import type { CommandName } from '@order-ledger/domain/bodies';
import { claimChange } from '@order-ledger/domain/claim-changes';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { OrderState } from '@order-ledger/domain/state';
import { eventId } from '@order-ledger/ledger/identity';
import type { Caller } from '@order-ledger/platform/http/authenticate';
import { isOutsider } from '@order-ledger/platform/http/shares';

interface Success {
  readonly status: number;
  /** Path of what the command made, at the query API. */
  readonly location?: (orderId: string) => string;
}

/** 201 for a new order, 202 where a calculation begins that somebody waits for; every other command is a plain 200. */
const SUCCESS: Partial<Record<CommandName, Success>> = {
  InitiateOrder: { status: 201, location: (orderId) => `/v1/orders/${orderId}` },
  SubmitOrder: { status: 202, location: (orderId) => `/v1/orders/${orderId}/pricing` },
};
export const successOf = (name: CommandName): Success => SUCCESS[name] ?? { status: 200 };

/** The answer of a command. */
export interface CommandAnswer {
  order_id: string;
  status: OrderState['status'];
  event_version: number;
  status_version: number;
  correlation_id: string;
  events: { id: string; type: RecordedEvent['type']; event_version: number }[];
  /** Of a claim: work commands send it. */
  fence_token?: number;
}

const fenceTokenOf = (events: readonly RecordedEvent[]): number | undefined => {
  for (const event of events) {
    const change = claimChange(event);
    if (change !== null && 'begins' in change) return change.begins.fence_token;
  }
  return undefined;
};

/** A fact may have been told by somebody else before: the id of his request is not for partners and carriers. */
const correlationFor = (caller: Caller, first: RecordedEvent | undefined, ofRequest: string): string => {
  if (first === undefined) return ofRequest;
  const { actor, correlation_id } = first.metadata;
  const own = actor.id === caller.id && actor.kind === caller.kind;
  return own || !isOutsider(caller) ? correlation_id : ofRequest;
};

/**
 * Made of the command's stored events and of the fold up to the last of them, so that a repetition is equal byte for
 * byte whatever has happened since. `ofRequest` is the correlation id for a command without events of its own.
 */
export const answerOf = (
  caller: Caller,
  events: readonly RecordedEvent[],
  after: OrderState,
  ofRequest: string,
): CommandAnswer => {
  const fence_token = fenceTokenOf(events);
  return {
    order_id: after.order_id,
    status: after.status,
    event_version: after.event_version,
    status_version: after.status_version,
    correlation_id: correlationFor(caller, events[0], ofRequest),
    events: events.map(({ type, metadata }) => ({
      id: eventId(metadata.hash),
      type,
      event_version: metadata.event_version,
    })),
    ...(fence_token === undefined ? {} : { fence_token }),
  };
};
