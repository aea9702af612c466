import { readQueueDepths } from '@order-ledger/messaging/queue-depths';
import { readDeadLetters } from '@order-ledger/messaging/read-dead-letters';
import type { Topology } from '@order-ledger/messaging/topology';
import { ProblemError } from '@order-ledger/platform/http/problem';
import type { Route } from '@order-ledger/platform/http/route';
import { isKnown, LIMIT_MS, within } from '@order-ledger/platform/within';

interface Where {
  readonly url: string;
  readonly topology: Topology;
}

/** Whoever asks within this time gets the answer of the one before: none of it is cheap for the broker. Milliseconds. */
const DEPTHS_BELIEVED_MS = 1_000;
const LETTERS_BELIEVED_MS = 5_000;
const LETTERS_LIMIT_MS = 10_000;

/** On a connection of its own, so that a relay that waits for the broker does not keep the answer. */
const told = (
  path: string,
  believedMs: number,
  limitMs: number,
  where: () => Where | undefined,
  ask: (of: Where) => Promise<object>,
): Route => {
  let last: { readonly at: number; readonly answer: ReturnType<typeof asked> } | undefined;
  const asked = (of: Where) => within(ask(of), limitMs);
  return {
    ...{ method: 'GET', path, access: 'operator', logLevel: 'debug' },
    handlers: [
      async (_request, response) => {
        const of = where();
        if (of === undefined) throw new ProblemError(503, 'starting', 'The bridge has not begun yet.');
        if (last === undefined || performance.now() - last.at > believedMs)
          last = { at: performance.now(), answer: asked(of) };
        const answer = await last.answer;
        if (!isKnown(answer))
          throw new ProblemError(503, 'broker-unavailable', `RabbitMQ: ${answer.unknown}`, {
            headers: { 'Retry-After': '5' },
          });
        response.set('Cache-Control', 'no-store').json(answer.is);
      },
    ],
  };
};

/**
 * What waits in every queue, and which orders' messages are dead, for whoever may not ask the broker: by ids and codes,
 * never what stands in a message.
 */
export const queueRoutes = (where: () => Where | undefined): readonly Route[] => [
  told('/queues', DEPTHS_BELIEVED_MS, LIMIT_MS, where, async ({ url, topology }) => {
    const { queues } = await readQueueDepths(url, topology, LIMIT_MS);
    return {
      queues: queues.map(({ queue, messages, retrying, deadLetters }) => ({
        ...{ queue, messages, retrying, dead_letters: deadLetters },
      })),
    };
  }),
  told('/dead-letters', LETTERS_BELIEVED_MS, LETTERS_LIMIT_MS, where, async ({ url, topology }) => ({
    dead_letters: (await readDeadLetters(url, topology)).map(({ id: message_id, ...letter }) => ({
      message_id,
      ...letter,
    })),
  })),
];
