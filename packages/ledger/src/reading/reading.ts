import type { EventStoreDBClient, StreamingRead } from '@eventstore/db-client';
import { onAbort } from '@order-ledger/platform/aborted';
import { createOutbound } from '@order-ledger/platform/resilience';
import { transientFault } from '@order-ledger/platform/transient';
import { clientErrorType, grpcCode, LedgerUnavailableError } from '../errors.ts';

/** Runs one bounded read: with a time limit, retried while the event store is out of reach. */
export type Read = <Item>(open: (client: EventStoreDBClient) => StreamingRead<Item>) => Promise<Item[]>;

/** What the event store says about the stream or the position itself; all else means that it cannot be asked. */
const ANSWERS: ReadonlySet<string | undefined> = new Set(['stream-not-found', 'stream-deleted', 'invalid-argument']);
/** The client's word for every code that it has no type for; only gRPC's own UNKNOWN may be an answer. */
const UNKNOWN = { type: 'unknown', code: 2 };

const isAnswer = (error: unknown): boolean => {
  const type = clientErrorType(error);
  if (type === UNKNOWN.type) return grpcCode(error) === UNKNOWN.code || transientFault(error) === undefined;
  return ANSWERS.has(type);
};

/**
 * Reads are paged by their callers: a read without a bound keeps the whole log in memory.
 * Rejects with the client's error for an answer about the stream, else with LedgerUnavailableError.
 */
export const createRead = (client: EventStoreDBClient, timeoutMs: number): Read => {
  const outbound = createOutbound({
    name: 'eventstore',
    timeoutMs,
    initialDelayMs: 50,
    halfOpenAfterMs: 1_000,
    isTransient: (error) => !isAnswer(error) && transientFault(error) !== undefined,
  });
  return async (open) => {
    try {
      // A signal of its own: the policy's default is one for all calls, on which Node warns of a leak under load.
      return await outbound((signal) => collected(open(client), signal), new AbortController().signal);
    } catch (error) {
      if (isAnswer(error)) throw error;
      throw new LedgerUnavailableError('the event store cannot be read', { cause: error });
    }
  };
};

const collected = <Item>(stream: StreamingRead<Item>, signal: AbortSignal): Promise<Item[]> =>
  new Promise((resolve, reject) => {
    const items: Item[] = [];
    const giveUp = () => {
      reject(signal.reason);
      // Rejects only where the call never began, and then `error` has been emitted.
      stream.cancel().catch(() => undefined);
    };
    const leave = onAbort(signal, giveUp);
    stream.on('data', (item: Item) => void items.push(item));
    stream.on('error', (error) => {
      leave();
      reject(error);
    });
    stream.on('end', () => {
      leave();
      resolve(items);
    });
  });
