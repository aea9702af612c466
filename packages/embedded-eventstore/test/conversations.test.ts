import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { freshDirectory, type ServerProcess, startServerProcess } from './server-process.ts';

interface Step {
  readonly op: 'append' | 'read' | 'delete' | 'tombstone' | 'setMetadata' | 'getMetadata';
  readonly events?: readonly string[];
  readonly expected?: string;
  readonly direction?: 'forwards' | 'backwards';
  readonly from?: string;
  readonly count?: number;
  readonly metadata?: Record<string, unknown>;
  readonly answer: unknown;
}
interface Conversation {
  readonly name: string;
  readonly steps: readonly Step[];
}

// Held with EventStoreDB 23.10.6 through the same client: a fresh stream each, operations and its answers.
const conversations = JSON.parse(
  readFileSync(new URL('./fixtures/conversations.json', import.meta.url), 'utf8'),
) as readonly Conversation[];

let server: ServerProcess | undefined;
let client: EventStoreDBClient;

beforeAll(async () => {
  const url = process.env.EVENTSTORE_URL;
  if (!url) server = await startServerProcess(freshDirectory());
  client = EventStoreDBClient.connectionString(url ?? server?.url ?? '');
});
afterAll(async () => {
  await client?.dispose();
  await server?.kill();
});

const revision = (text: string) => (/^\d+$/.test(text) ? BigInt(text) : text);

const hold = async ({ steps }: Conversation): Promise<unknown[]> => {
  const stream = `conversation-${randomUUID()}`;
  const ids = new Map<string, string>();
  const idOf = (name: string): string => {
    const id = ids.get(name) ?? randomUUID();
    ids.set(name, id);
    return id;
  };
  const perform = async (step: Step): Promise<unknown> => {
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
  const answers: unknown[] = [];
  for (const step of steps)
    answers.push(
      await perform(step).catch(
        (error: Error & { type?: string; expectedVersion?: unknown; actualVersion?: unknown }) => ({
          error: error.type ?? error.message,
          ...(error.expectedVersion !== undefined && { expected: String(error.expectedVersion) }),
          ...(error.actualVersion !== undefined && { actual: String(error.actualVersion) }),
        }),
      ),
    );
  return answers;
};

it(`answers ${conversations.length} recorded conversations as EventStoreDB did`, async () => {
  const differences: unknown[] = [];
  const waiting = [...conversations];
  const talk = async (): Promise<void> => {
    for (let conversation = waiting.pop(); conversation; conversation = waiting.pop()) {
      const answers = await hold(conversation);
      const { name, steps } = conversation;
      const at = steps.findIndex((step, i) => JSON.stringify(step.answer) !== JSON.stringify(answers[i]));
      if (at >= 0) differences.push({ name, at, step: steps[at], answer: answers[at] });
    }
  };
  await Promise.all(Array.from({ length: 16 }, talk));
  expect(differences).toEqual([]);
}, 120_000);
