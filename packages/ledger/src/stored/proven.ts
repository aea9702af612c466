import type { RecordedEvent as StoredEvent } from '@eventstore/db-client';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { NewerWriterError, UnreadableEventError } from '@order-ledger/domain/recorded-event';
import { sha256 } from '@order-ledger/domain/values';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { BrokenChainError, clientErrorType } from '../errors.ts';
import { NO_HASH } from '../identity.ts';
import type { Read } from '../reading/reading.ts';
import { pageFrom, storedEvents } from '../reading/stream-pages.ts';
import { decoded, linked, metadataOfNewer, orderIdOf, placeOf, verifyLink } from './codec.ts';

/** Orders whose last hash a reader remembers; of another order the event before is read for it. */
const MOST_ORDERS = 20_000;

const hashed = z.looseObject({ hash: sha256 });
const hashIn = ({ metadata }: StoredEvent): string | null => hashed.safeParse(metadata).data?.hash ?? null;

/**
 * Decodes the events of a subscription to `$all`, and checks each against the hash of the one before it in its stream.
 * An event that does not follow is foreign, whatever it looks like: anybody who may append can write one, and it must
 * neither count as a fact nor stop a reader.
 *
 * The returned function throws, or rejects with, NewerWriterError only for what a newer version of this program wrote,
 * UnreadableEventError for all else that is not to be read, and LedgerUnavailableError when the ledger cannot be asked.
 */
export const createProof = (read: Read): ((stored: StoredEvent) => RecordedEvent | Promise<RecordedEvent>) => {
  const last = new LRUCache<string, { readonly revision: bigint; readonly hash: string | null }>({ max: MOST_ORDERS });

  /** Undefined: the event before it has not come here. */
  const knownBefore = ({ streamId, revision }: StoredEvent): string | null | undefined => {
    if (revision === 0n) return NO_HASH;
    const known = last.get(streamId);
    return known?.revision === revision - 1n ? known.hash : undefined;
  };

  const hashBefore = async (stored: StoredEvent): Promise<string | null> => {
    const { streamId, revision } = stored;
    const known = knownBefore(stored);
    if (known !== undefined) return known;
    const [before] = await pageFrom(read, streamId, revision - 1n, 1);
    return before?.revision === revision - 1n ? hashIn(before) : null;
  };

  /** Checks of the event alone come first: foreign events cost no read. */
  const followed = async (stored: StoredEvent): Promise<RecordedEvent> => {
    try {
      const event = decoded(stored);
      const hash = await hashBefore(stored);
      if (hash !== null) {
        verifyLink(hash, stored, event.metadata);
        return event;
      }
    } catch (error) {
      if (error instanceof NewerWriterError) return provenNewer(read, stored, error);
      if (!isAboutStream(error)) throw error;
      if (error instanceof UnreadableEventError) throw error;
    }
    throw new UnreadableEventError(`${placeOf(stored)} does not follow on the one before it`);
  };

  const remember = ({ streamId, revision }: StoredEvent, hash: string | null): void => {
    // The name of a stream that is no order's may be as long as it likes.
    if (orderIdOf(streamId) !== null) last.set(streamId, { revision, hash });
  };

  const proven = async (stored: StoredEvent): Promise<RecordedEvent> => {
    try {
      const event = await followed(stored);
      remember(stored, event.metadata.hash);
      return event;
    } catch (error) {
      if (error instanceof UnreadableEventError) remember(stored, null);
      throw error;
    }
  };

  return (stored) => {
    const before = knownBefore(stored);
    if (typeof before === 'string') {
      try {
        const event = linked(before, stored);
        remember(stored, event.metadata.hash);
        return event;
      } catch {
        // Whatever is wrong with it, it is looked at again below, by reading.
      }
    }
    return proven(stored);
  };
};

/** The stream itself is at fault; it is not that the ledger cannot be asked now. */
const isAboutStream = (error: unknown): boolean =>
  error instanceof UnreadableEventError ||
  error instanceof BrokenChainError ||
  clientErrorType(error) === 'stream-deleted';

/**
 * That a newer version of this program wrote an event is believed only where its whole stream up to it proves it.
 *
 * @throws NewerWriterError the given one, proven; UnreadableEventError; LedgerUnavailableError
 */
export const provenNewer = async (read: Read, stored: StoredEvent, error: NewerWriterError): Promise<never> => {
  if (await stands(read, stored)) throw error;
  throw new UnreadableEventError(`${placeOf(stored)} is of no form that is known, and no program of ours wrote it`);
};

/** True when the events of its stream chain from the first one up to this one. */
const stands = async (read: Read, { streamId, revision }: StoredEvent): Promise<boolean> => {
  let hash = NO_HASH;
  try {
    for await (const stored of storedEvents(read, streamId, 0n)) {
      hash = nextHash(hash, stored);
      if (stored.revision === revision) return true;
    }
    return false;
  } catch (error) {
    if (isAboutStream(error)) return false;
    throw error;
  }
};

const nextHash = (previousHash: string, stored: StoredEvent): string => {
  try {
    return linked(previousHash, stored).metadata.hash;
  } catch (error) {
    if (error instanceof NewerWriterError) return metadataOfNewer(stored).hash;
    throw error;
  }
};
