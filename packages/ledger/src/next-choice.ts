import { type EventStoreDBClient, FORWARDS, jsonEvent, NO_STREAM, START } from '@eventstore/db-client';
import { reference, uuid } from '@order-ledger/domain/values';
import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import type { Append } from './append.ts';
import { errorType } from './errors.ts';
import { canonical, nextStream } from './identity.ts';
import { reachable } from './read.ts';

/** What "next for me" chose for one key: the first event of the stream is final, whatever is tried afterwards. */
const choice = z.strictObject({ order_id: uuid, claim_command_id: uuid, operator: reference });
export type Choice = z.infer<typeof choice>;

const TYPE = 'NextChosen';

export const readChoice = (client: EventStoreDBClient, nextId: string): Promise<Choice | null> =>
  reachable(async () => {
    try {
      const options = { direction: FORWARDS, fromRevision: START, maxCount: 1, requiresLeader: true } as const;
      for await (const { event } of client.readStream(nextStream(nextId), options)) {
        return choice.parse(event?.data);
      }
      return null;
    } catch (error) {
      if (errorType(error) === 'stream-not-found') return null;
      throw error;
    }
  });

/** Writes the choice, unless one stands there already; resolves with the one that stands. */
export const chooseNext = async (
  client: EventStoreDBClient,
  append: Append,
  nextId: string,
  chosen: Choice,
): Promise<Choice> => {
  // The id follows from the choice, so that only a retry of the same choice counts as a repetition.
  const event = jsonEvent({ id: uuidv5(canonical(chosen), nextId), type: TYPE, data: choice.parse(chosen) });
  if ((await append(nextStream(nextId), NO_STREAM, [event])) === 'appended') return chosen;
  const standing = await readChoice(client, nextId);
  if (standing === null) throw new Error(`the choice ${nextId} was refused although none stands there`);
  return standing;
};
