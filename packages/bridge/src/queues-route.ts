import { type Broker, readQueueDepths } from '@order-ledger/messaging/queue-depths';
import type { Topology } from '@order-ledger/messaging/topology';
import { ProblemError } from '@order-ledger/platform/http/problem';
import type { Route } from '@order-ledger/platform/http/route';
import { isKnown, LIMIT_MS, within } from '@order-ledger/platform/within';

/** Whoever asks within this time gets the answer of the one before, milliseconds. */
const BELIEVED_MS = 1_000;

/**
 * What waits in every queue, for whoever may not ask the broker: how many messages, how many to be tried again, how many
 * dead letters. On a connection of its own, so that a relay that waits for the broker does not keep the answer.
 */
export const queuesRoute = (asked: () => { readonly url: string; readonly topology: Topology } | undefined): Route => {
  let last: { readonly at: number; readonly broker: ReturnType<typeof ask> } | undefined;
  const ask = (url: string, topology: Topology) => within(readQueueDepths(url, topology, LIMIT_MS), LIMIT_MS);
  const toldOf = ({ queues }: Broker) =>
    queues.map(({ queue, messages, retrying, deadLetters }) => ({
      ...{ queue, messages, retrying, dead_letters: deadLetters },
    }));
  return {
    method: 'GET',
    path: '/queues',
    access: 'operator',
    logLevel: 'debug',
    handlers: [
      async (_request, response) => {
        const where = asked();
        if (where === undefined) throw new ProblemError(503, 'starting', 'The bridge has not begun yet.');
        if (last === undefined || performance.now() - last.at > BELIEVED_MS)
          last = { at: performance.now(), broker: ask(where.url, where.topology) };
        const answer = await last.broker;
        if (!isKnown(answer))
          throw new ProblemError(503, 'broker-unavailable', `RabbitMQ: ${answer.unknown}`, {
            headers: { 'Retry-After': '5' },
          });
        response.set('Cache-Control', 'no-store').json({ queues: toldOf(answer.is) });
      },
    ],
  };
};
