import type { RecordedEvent as StoredEvent } from '@eventstore/db-client';
import { NewerWriterError, UnreadableEventError } from '@order-ledger/domain/recorded-event';
import { code, positiveCount, sha256, timestamp, uuid } from '@order-ledger/domain/values';
import { timestampNow } from '@order-ledger/platform/clock';
import { z } from 'zod';
import { eventHash, NO_HASH, nextStream } from '../identity.ts';
import type { Read } from '../reading/reading.ts';
import { pageFrom } from '../reading/stream-pages.ts';
import { type Append, freezeAppend, hashOf, placeOf } from '../stored/codec.ts';
import type { Resolved } from './resolve-append.ts';

export const NEXT_PREFIX = 'next-';

const NEXT_CHOSEN = 'NextChosen';
const SCHEMA_VERSION = 1;

/** What a "next for me" chose: the order, and the command id under which it is claimed for the operator. */
const nextChoice = z.strictObject({ order_id: uuid, claim_command_id: uuid, operator: code });
type NextChoice = z.infer<typeof nextChoice>;

const nextMetadata = z.strictObject({
  schema_version: z.literal(SCHEMA_VERSION),
  command_id: uuid,
  correlation_id: code,
  $correlationId: code,
  recorded_at: timestamp,
  hash: sha256,
});

const anyVersion = z.looseObject({ ...nextMetadata.shape, schema_version: positiveCount });

export interface NextChosen {
  readonly type: typeof NEXT_CHOSEN;
  readonly data: NextChoice;
  readonly metadata: z.infer<typeof nextMetadata>;
}

export interface NextChoices {
  /**
   * Writes down what a "next for me" chose, unless it has chosen before: one key, one choice.
   *
   * @param nextId its command id
   * @returns the choice that holds, the given one or the one before it. Throws as `execute` does.
   */
  chooseNext(nextId: string, choice: NextChoice, correlationId: string): Promise<NextChoice>;
  /** Null when nothing was chosen yet. */
  readNext(nextId: string): Promise<NextChoice | null>;
}

/** The first event of the stream is final; later ones could not be written, because each expects that there is none. */
export const createNextChoices = (read: Read, append: (append: Append) => Promise<Resolved>): NextChoices => {
  const readNext = async (nextId: string): Promise<NextChoice | null> => {
    const [first] = await pageFrom(read, nextStream(nextId), 0n, 1);
    return first === undefined ? null : decodedChoice(first).data;
  };
  return {
    readNext,
    chooseNext: async (nextId, choice, correlationId) => {
      const event = {
        type: NEXT_CHOSEN,
        data: nextChoice.parse(choice),
        metadata: {
          schema_version: SCHEMA_VERSION,
          command_id: uuid.parse(nextId),
          correlation_id: correlationId,
          $correlationId: correlationId,
          recorded_at: timestampNow(),
        },
      };
      const hash = eventHash(NO_HASH, event);
      const sealed = { ...event, metadata: { ...event.metadata, hash } };
      if ((await append(freezeAppend(nextStream(nextId), 'no_stream', [sealed]))) === 'stored') return event.data;
      const standing = await readNext(nextId);
      if (standing === null) throw new Error(`${nextStream(nextId)} has an event and shows none`);
      return standing;
    },
  };
};

/** @throws NewerWriterError, where its hash proves that it is ours; UnreadableEventError */
export const decodedChoice = (stored: StoredEvent): NextChosen => {
  const { type, data, metadata, streamId } = stored;
  const written = anyVersion.safeParse(metadata).data;
  const place = placeOf(stored);
  if (!stored.isJson || written === undefined || streamId !== nextStream(written.command_id) || stored.revision !== 0n)
    throw new UnreadableEventError(`${place} is no choice of ours`);
  if (hashOf(NO_HASH, stored, written) !== written.hash)
    throw new UnreadableEventError(`${place} was changed after it was written: its hash does not fit`);
  if (type !== NEXT_CHOSEN || written.schema_version > SCHEMA_VERSION)
    throw new NewerWriterError(`${place} is newer than this program: deploy the newer version here`);
  const parsed = z.strictObject({ data: nextChoice, metadata: nextMetadata }).safeParse({ data, metadata });
  if (!parsed.success) throw new UnreadableEventError(`${place} is not readable`);
  return { type, ...parsed.data };
};
