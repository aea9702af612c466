import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';

/** One operation on the stream of a conversation. `e0`, `e1` … stand for event ids, a fresh UUID each. */
export interface Step {
  readonly op: 'append' | 'read' | 'delete' | 'tombstone' | 'setMetadata' | 'getMetadata';
  readonly events?: readonly string[];
  readonly expected?: string;
  readonly direction?: 'forwards' | 'backwards';
  readonly from?: string;
  readonly count?: number;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

export interface AnsweredStep extends Step {
  readonly answer: unknown;
}

export interface Conversation {
  readonly name: string;
  readonly steps: readonly AnsweredStep[];
}

/** A client whose calls have two minutes: a conversation is about what is answered, on a machine of any speed. */
export const patientClient = (url: string): EventStoreDBClient =>
  EventStoreDBClient.connectionString(`${url}${url.includes('?') ? '&' : '?'}defaultDeadline=120000`);

const revision = (text: string) => (/^\d+$/.test(text) ? BigInt(text) : text);

/** Performs the steps of one conversation on a fresh stream; answers as the recorded ones are written down. */
export const speaker = () => {
  const stream = `conversation-${randomUUID()}`;
  const ids = new Map<string, string>();
  const idOf = (name: string): string => {
    const id = ids.get(name) ?? randomUUID();
    ids.set(name, id);
    return id;
  };
  const perform = async (client: EventStoreDBClient, step: Step): Promise<unknown> => {
    const options = step.expected === undefined ? {} : { expectedRevision: revision(step.expected) as 'any' };
    switch (step.op) {
      case 'append': {
        const events = (step.events ?? []).map((name) => jsonEvent({ id: idOf(name), type: 'T', data: { n: name } }));
        return { next: String((await client.appendToStream(stream, events, options)).nextExpectedRevision) };
      }
      case 'read': {
        const events: string[] = [];
        const reading = client.readStream<{ type: 'T'; data: { n: string } }>(stream, {
          direction: step.direction ?? 'forwards',
          fromRevision: revision(step.from ?? 'start') as 'start',
          maxCount: step.count ?? 100,
        });
        for await (const { event } of reading) events.push(`${event?.revision}:${event?.data.n}`);
        return events;
      }
      case 'delete':
        await client.deleteStream(stream, options);
        return 'done';
      case 'tombstone':
        await client.tombstoneStream(stream, options);
        return 'done';
      case 'setMetadata':
        return {
          next: String((await client.setStreamMetadata(stream, step.metadata ?? {}, options)).nextExpectedRevision),
        };
      case 'getMetadata':
        return { metadata: (await client.getStreamMetadata(stream)).metadata ?? null };
    }
  };
  return (client: EventStoreDBClient, step: Step): Promise<unknown> =>
    perform(client, step).catch(
      (error: Error & { type?: string; expectedVersion?: unknown; actualVersion?: unknown }) => ({
        error: error.type ?? error.message,
        ...(error.expectedVersion !== undefined && { expected: String(error.expectedVersion) }),
        ...(error.actualVersion !== undefined && { actual: String(error.actualVersion) }),
      }),
    );
};

/** The first step that was answered otherwise; undefined when there is none. */
export const differenceIn = ({ name, steps }: Conversation, answers: readonly unknown[]): unknown => {
  const at = steps.findIndex((step, i) => JSON.stringify(step.answer) !== JSON.stringify(answers[i]));
  return at < 0 ? undefined : { name, at, answered: answers[at], steps: steps.slice(0, at + 1) };
};

/** Holds conversations, `atOnce` of them at the same time; answers what was answered otherwise. */
export const differencesOf = async (
  conversations: readonly Conversation[],
  hold: (conversation: Conversation) => Promise<readonly unknown[]>,
  atOnce = 64,
): Promise<unknown[]> => {
  const differences: unknown[] = [];
  const waiting = [...conversations];
  const talk = async (): Promise<void> => {
    for (let conversation = waiting.pop(); conversation; conversation = waiting.pop()) {
      const difference = differenceIn(conversation, await hold(conversation));
      if (difference) differences.push(difference);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, talk));
  return differences;
};
