import {
  type AnsweredStep,
  type Conversation,
  differenceIn,
  differencesOf,
  patientClient,
  speaker,
} from './conversation.ts';
import { randomConversation } from './random-conversations.ts';
import { freshDirectory, startServerProcess } from './server-process.ts';

const conversationsFrom = (seed: number, count: number): Conversation[] =>
  Array.from({ length: count }, (_, i) => randomConversation(seed * 1_000_000 + i));

/** These travel in one stream of batch appends, in order, so that they may be sent without waiting for answers. */
const isPipelined = ({ op }: AnsweredStep): boolean => op === 'append' || op === 'setMetadata';

/**
 * Holds random conversations with a fresh server, each twice: waiting for every answer, and with the writes that follow
 * each other sent at once, which the server decides on top of each other in one group. Answers what differs.
 */
export const holdRandomConversations = async (seed: number, count: number): Promise<unknown[]> => {
  const server = await startServerProcess(freshDirectory());
  const client = patientClient(server.url);
  const conversations = conversationsFrom(seed, count);
  const waiting = await differencesOf(conversations, async ({ steps }) => {
    const speak = speaker();
    const answers: unknown[] = [];
    for (const step of steps) answers.push(await speak(client, step));
    return answers;
  });
  const atOnce = await differencesOf(conversations, async ({ steps }) => {
    const speak = speaker();
    const answers: Promise<unknown>[] = [];
    for (const step of steps) {
      if (!isPipelined(step)) await Promise.all(answers);
      const answer = speak(client, step);
      if (!isPipelined(step)) await answer;
      answers.push(answer);
    }
    return Promise.all(answers);
  });
  await client.dispose();
  await server.kill();
  return [...waiting, ...atOnce];
};

/** Holds the first half of each conversation, kills the server, and goes on with the second half after a restart. */
export const holdThroughKills = async (seed: number, count: number): Promise<unknown[]> => {
  const directory = freshDirectory();
  const talks = conversationsFrom(seed, count).map((conversation) => ({
    conversation,
    speak: speaker(),
    answers: [] as unknown[],
    half: Math.floor(conversation.steps.length / 2),
  }));
  for (const second of [false, true]) {
    const server = await startServerProcess(directory);
    const client = patientClient(server.url);
    await Promise.all(
      talks.map(async ({ conversation, speak, answers, half }) => {
        const steps = second ? conversation.steps.slice(half) : conversation.steps.slice(0, half);
        for (const step of steps) answers.push(await speak(client, step));
      }),
    );
    await server.kill('SIGKILL');
    await client.dispose();
  }
  return talks
    .map(({ conversation, answers }) => differenceIn(conversation, answers))
    .filter((difference) => difference !== undefined);
};
