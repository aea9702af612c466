import { codeOf } from './checks.ts';
import { type Documents, nameOf } from './documents.ts';
import type { Exchange } from './exchange.ts';
import { APIS, type Api, type Message } from './message.ts';

/** How deep the requests have come. */
export interface Tally {
  /** By process: how many were answered, and how many of them with 2xx or 304. */
  answered: Record<Api, number>;
  accepted: Record<Api, number>;
  /** Every operation of the documents: how often it was met, and how often it did what it is for. */
  operations: Map<string, { met: number; done: number }>;
  /** How often each status, and each code of a refusal, came. */
  codes: Map<string, number>;
  /** Commands by the status of their order. */
  statuses: Map<string, number>;
  broken: number;
}

const none = (): Record<Api, number> => Object.fromEntries(APIS.map((api) => [api, 0])) as Record<Api, number>;

export const newTally = ({ operations }: Documents): Tally => ({
  answered: none(),
  accepted: none(),
  operations: new Map(operations.map((operation) => [nameOf(operation), { met: 0, done: 0 }])),
  codes: new Map(),
  statuses: new Map(),
  broken: 0,
});

export const count = (tally: Tally, message: Message, { answer }: Exchange, operations: readonly string[]): void => {
  const { status } = message.about;
  if (status !== undefined) tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1);
  if (answer === null) {
    tally.broken += 1;
    return;
  }
  const done = answer.status < 400;
  tally.answered[message.api] += 1;
  if (done) tally.accepted[message.api] += 1;
  const code = codeOf(answer);
  tally.codes.set(code, (tally.codes.get(code) ?? 0) + 1);
  for (const name of operations) {
    const seen = tally.operations.get(name);
    if (seen === undefined) continue;
    seen.met += 1;
    if (done) seen.done += 1;
  }
};
