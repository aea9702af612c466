import { readFileSync } from 'node:fs';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Conversation, differenceIn, differencesOf, patientClient, speaker } from './conversation.ts';
import { createModel } from './model.ts';
import { freshDirectory, type ServerProcess, startServerProcess } from './server-process.ts';

// Held with EventStoreDB 23.10.6 through the same client: a fresh stream each, operations and its answers.
const conversations = JSON.parse(
  readFileSync(new URL('./fixtures/conversations.json', import.meta.url), 'utf8'),
) as readonly Conversation[];

let server: ServerProcess | undefined;
let client: EventStoreDBClient;

beforeAll(async () => {
  const url = process.env.EVENTSTORE_URL;
  if (!url) server = await startServerProcess(freshDirectory());
  client = patientClient(url ?? server?.url ?? '');
});
afterAll(async () => {
  await client?.dispose();
  await server?.kill();
});

it(`answers ${conversations.length} recorded conversations as EventStoreDB did`, async () => {
  const differences = await differencesOf(conversations, async ({ steps }) => {
    const speak = speaker();
    const answers: unknown[] = [];
    for (const step of steps) answers.push(await speak(client, step));
    return answers;
  });
  expect(differences).toEqual([]);
}, 300_000);

it('is answered alike by the model that the random conversations are held against', () => {
  const differences = conversations.map((conversation) => {
    const answer = createModel();
    return differenceIn(conversation, conversation.steps.map(answer));
  });
  expect(differences.filter((each) => each !== undefined)).toEqual([]);
});
