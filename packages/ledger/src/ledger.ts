import { BACKWARDS, END, type Position, type RecordedEvent as StoredEvent } from '@eventstore/db-client';
import type { CommandName } from '@order-ledger/domain/bodies';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { OrderState } from '@order-ledger/domain/state';
import type { Log } from '@order-ledger/platform/log';
import { createExecute, type ExecuteRequest, type Outcome } from './appending/execute.ts';
import { createImportOrder } from './appending/import-order.ts';
import {
  createNextChoices,
  decodedChoice,
  NEXT_PREFIX,
  type NextChoices,
  type NextChosen,
} from './appending/next-choice.ts';
import { createResolvedAppend } from './appending/resolve-append.ts';
import type { CheckpointState } from './follow/checkpoint.ts';
import { createOrderStates } from './reading/order-states.ts';
import { orderEvents } from './reading/order-stream.ts';
import { createRead, type Read } from './reading/reading.ts';
import { createRememberedOrders } from './reading/remembered-orders.ts';
import { eventStandsAt, readOldestAbove, readTail, type Tail } from './reading/tail.ts';
import { LedgerDivergedError } from './restored/divergence.ts';
import { createSameLedger } from './restored/same-ledger.ts';
import { connect } from './server/connection.ts';
import { ORDER_PREFIX } from './stored/codec.ts';
import { createProof } from './stored/proven.ts';
import {
  type SubscribeOptions,
  type Subscription,
  type SubscriptionSource,
  subscribe,
} from './subscribing/subscribe.ts';

export interface LedgerOptions {
  /** `esdb://…`, with the account's credentials: given to a call they would switch the client to its slow append. */
  readonly connectionString: string;
  readonly log: Log;
  /**
   * How far all instances of this process have read. Nothing is decided on, or appended to, a ledger that does not hold
   * that. Absent: nothing was read.
   */
  readonly checkpoints?: () => Promise<readonly CheckpointState[]>;
  /** Milliseconds; 5,000 if absent. */
  readonly readTimeoutMs?: number;
  /** Milliseconds until an append without an answer is in doubt; 5,000 if absent. */
  readonly appendTimeoutMs?: number;
  /** Milliseconds until an append in doubt is given up as unknown; 15,000 if absent. */
  readonly resolveForMs?: number;
  /** 64 if absent; those above it wait. */
  readonly maxAppendsInFlight?: number;
  /** 1,000 if absent; those above it are refused. */
  readonly maxAppendsWaiting?: number;
  /** Conflicts in a row until a command is given up; 30 if absent. */
  readonly maxConflicts?: number;
  /** With so many events an order takes only what is needed to finish it; no limit if absent. */
  readonly eventLimit?: number;
  /** Of the states of orders that are remembered for their next command; 8 MiB if absent, 0: none is. */
  readonly rememberedBytes?: number;
}

export interface Ledger extends NextChoices {
  /**
   * Decides a command on its order and appends the events; a repetition is answered from the stored events alone.
   *
   * @throws LedgerUnavailableError nothing was stored, the event store cannot be asked
   * @throws LedgerDivergedError the ledger is another one than was read; so do all that load or append here
   * @throws OutcomeUnknownError sent, and not resolved within the limit: to be repeated with the same key
   * @throws NewerWriterError the order holds an event of a newer version of this program
   */
  execute<Name extends CommandName>(request: ExecuteRequest<Name>): Promise<Outcome>;
  /** Appends the whole life of a new order that was decided elsewhere; false where the order is there. For seeding. */
  importOrder(events: readonly RecordedEvent[]): Promise<boolean>;
  /** The order as it is; null when there is none. Throws LedgerUnavailableError, NewerWriterError, BrokenChainError. */
  load(orderId: string): Promise<OrderState | null>;
  /** An order's events in order, both versions inclusive; the chain of hashes is verified. Throws as `load` does. */
  readOrder(orderId: string, options?: { fromVersion?: number; toVersion?: number }): AsyncIterable<RecordedEvent>;
  /** All orders' events, in the order of the ledger; see README.md. */
  subscribe(options: SubscribeOptions<RecordedEvent>): Subscription;
  /** The choices of every "next for me", likewise. */
  subscribeToChoices(options: SubscribeOptions<NextChosen>): Subscription;
  /**
   * The newest event of an order above a position, null when there is none. To be asked for lag: it is a read of its
   * own, so that a dead subscription does not look like no lag. Throws LedgerUnavailableError.
   */
  tail(above?: Position | null): Promise<Tail | null>;
  /** The oldest event of an order above a position, null when there is none or the position is refused. Throws likewise. */
  oldestAbove(above: Position | null): Promise<Tail | null>;
  /** False: the ledger was restored to an older state than the reader's ("ledger-diverged"). Throws LedgerUnavailableError. */
  eventStandsAt(position: Position, eventId: string): Promise<boolean>;
  /**
   * Throws LedgerUnavailableError when the event store cannot be read, AppendsUnacknowledgedError where it answers reads
   * and no append, LedgerDivergedError where the ledger is another one than was read.
   */
  ready(): Promise<void>;
  /** Ends the subscriptions too. An append that runs is in doubt from then on. */
  close(): Promise<void>;
}

const REMEMBERED_BYTES = 8 * 1024 * 1024;

export const openLedger = (options: LedgerOptions): Ledger => {
  const { connectionString, log } = options;
  const connection = connect({
    connectionString,
    // Not earlier: during a reconnection another event store may come to its address.
    beforeSending: () => assertSame(),
    reconnected: () => doubt(),
    log,
    appendTimeoutMs: options.appendTimeoutMs ?? 5_000,
    maxAppendsInFlight: options.maxAppendsInFlight ?? 64,
    maxAppendsWaiting: options.maxAppendsWaiting ?? 1_000,
  });
  const read = createRead(connection.reader, options.readTimeoutMs ?? 5_000);
  const same = createSameLedger({
    checkpoints: options.checkpoints ?? (async () => []),
    eventStandsAt: (position, id) => eventStandsAt(read, position, id),
    log,
  });
  const assertSame = (): Promise<void> | undefined => (same.stands() ? undefined : same.assert());
  const remembered = createRememberedOrders(options.rememberedBytes ?? REMEMBERED_BYTES);
  const doubt = (): void => {
    same.doubt();
    remembered.doubt();
  };
  /** Reads on which a decision is based. */
  const sameRead: Read = async (open) => {
    await same.assert();
    return read(open);
  };
  const states = createOrderStates({
    read: sameRead,
    assertSame,
    reaches: connection.reaches,
    remembered,
  });
  const append = createResolvedAppend({ connection, read, same, log, resolveForMs: options.resolveForMs ?? 15_000 });

  const streamsOf = (prefix: string) => ({
    client: connection.reader,
    log,
    prefix,
    tail: (above: Position | null = null) => readTail(read, prefix, above),
    eventStandsAt: (position: Position, id: string) => eventStandsAt(read, position, id),
    lost: doubt,
  });
  const orders = streamsOf(ORDER_PREFIX);
  const choices = streamsOf(NEXT_PREFIX);
  const closing = new AbortController();
  const follow = <Event>(source: SubscriptionSource<Event>, to: SubscribeOptions<Event>): Subscription => {
    const subscription = subscribe(source, { ...to, signal: AbortSignal.any([to.signal, closing.signal]) });
    subscription.done.catch((error: unknown) => {
      if (error instanceof LedgerDivergedError) same.found(error);
    });
    return subscription;
  };

  return {
    execute: createExecute({
      ...{ states, remembered, read: sameRead, append, log },
      maxConflicts: options.maxConflicts ?? 30,
      eventLimit: options.eventLimit ?? Number.POSITIVE_INFINITY,
    }),
    importOrder: createImportOrder(append),
    load: async (orderId) => (await states.now(orderId, 'asked')).state,
    readOrder: async function* (orderId, { fromVersion = 1, toVersion = Number.POSITIVE_INFINITY } = {}) {
      for await (const event of orderEvents(sameRead, orderId, { fromVersion })) {
        if (event.metadata.event_version > toVersion) return;
        yield event;
      }
    },
    subscribe: (to) => {
      const proof = createProof(read);
      const taken = (stored: StoredEvent, event: RecordedEvent): RecordedEvent => {
        remembered.take(stored, event);
        return event;
      };
      const decode = (stored: StoredEvent): RecordedEvent | Promise<RecordedEvent> => {
        const event = proof(stored);
        return event instanceof Promise ? event.then((proven) => taken(stored, proven)) : taken(stored, event);
      };
      return follow({ ...orders, decode }, to);
    },
    subscribeToChoices: (to) => follow({ ...choices, decode: decodedChoice }, to),
    ...createNextChoices(sameRead, append),
    tail: orders.tail,
    oldestAbove: (above) => readOldestAbove(read, ORDER_PREFIX, above),
    eventStandsAt: orders.eventStandsAt,
    ready: async () => {
      await sameRead((client) =>
        client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1, requiresLeader: true }),
      );
      connection.checkAppends();
    },
    close: async () => {
      closing.abort(new Error('the ledger is closed'));
      await connection.close();
    },
  };
};
