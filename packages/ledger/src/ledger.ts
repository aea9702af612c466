import type { CommandName } from '@order-ledger/domain/bodies';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { OrderState } from '@order-ledger/domain/state';
import type { Log } from '@order-ledger/platform/log';
import { connect } from './connection.ts';
import { createExecute, type ExecuteRequest, type Outcome } from './execute.ts';
import { loadOrder, orderEvents } from './order-stream.ts';
import { createRead } from './reading.ts';
import { createSettledAppend } from './settle.ts';

export interface LedgerOptions {
  /** `esdb://…`, with the account's credentials: given to a call they would switch the client to its slow append. */
  readonly connectionString: string;
  readonly log: Log;
  /** Milliseconds; 5,000 if absent. */
  readonly readTimeoutMs?: number;
  /** Milliseconds until an append without an answer is in doubt; 5,000 if absent. */
  readonly appendTimeoutMs?: number;
  /** Milliseconds until an append in doubt is given up as unknown; 15,000 if absent. */
  readonly settleForMs?: number;
  /** 64 if absent; those above it wait. */
  readonly maxAppendsInFlight?: number;
  /** 1,000 if absent; those above it are refused. */
  readonly maxAppendsWaiting?: number;
  /** Conflicts in a row until a command is given up; 30 if absent. */
  readonly maxConflicts?: number;
}

export interface Ledger {
  /**
   * Decides a command on its order and appends the events; a repetition is answered from the stored events alone.
   *
   * @throws LedgerUnavailableError nothing was stored, the event store cannot be asked
   * @throws OutcomeUnknownError sent, and not settled within the limit: to be repeated with the same key
   * @throws NewerWriterError the order holds an event of a newer version of this program
   */
  execute<Name extends CommandName>(request: ExecuteRequest<Name>): Promise<Outcome>;
  /** The order as it is; null when there is none. Throws LedgerUnavailableError, NewerWriterError, BrokenChainError. */
  load(orderId: string): Promise<OrderState | null>;
  /** An order's events in order, both versions inclusive; the chain of hashes is verified. Throws as `load` does. */
  readOrder(orderId: string, options?: { fromVersion?: number; toVersion?: number }): AsyncIterable<RecordedEvent>;
  /** Throws LedgerUnavailableError when the event store cannot be read. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export const openLedger = (options: LedgerOptions): Ledger => {
  const { connectionString, log } = options;
  const connection = connect({
    connectionString,
    log,
    appendTimeoutMs: options.appendTimeoutMs ?? 5_000,
    maxAppendsInFlight: options.maxAppendsInFlight ?? 64,
    maxAppendsWaiting: options.maxAppendsWaiting ?? 1_000,
  });
  const read = createRead(connection.reader, options.readTimeoutMs ?? 5_000);
  const append = createSettledAppend({ connection, read, log, settleForMs: options.settleForMs ?? 15_000 });

  return {
    execute: createExecute({ read, append, log, maxConflicts: options.maxConflicts ?? 30 }),
    load: async (orderId) => (await loadOrder(read, orderId)).state,
    readOrder: async function* (orderId, { fromVersion = 1, toVersion = Number.POSITIVE_INFINITY } = {}) {
      for await (const event of orderEvents(read, orderId, { fromVersion })) {
        if (event.metadata.event_version > toVersion) return;
        yield event;
      }
    },
    ready: async () => {
      await read((client) =>
        client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1, requiresLeader: true }),
      );
    },
    close: connection.close,
  };
};
