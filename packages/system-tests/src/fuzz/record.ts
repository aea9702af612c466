import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { FROM_THE_START, stateAfter } from '@order-ledger/ledger/follow/checkpoint';
import type { Received } from '@order-ledger/ledger/subscribing/received';
import type { Fault } from './checks.ts';
import type { Answer, Exchange } from './exchange.ts';
import type { Message } from './message.ts';
import type { Site } from './site.ts';

/** What callers were told, to be held against what the ledger holds in the end. */
export interface Record {
  note(message: Message, exchanged: Exchange): void;
  /** Holds it against the events of the ledger that came of it, and forgets it. */
  compare(events: readonly Received<RecordedEvent>[]): Fault[];
}

const OWN_PROCESSES = ['pricing.worker', 'manufacturing.worker', 'process.manager', 'claim.keeper'];

/** Reads on in the ledger, as far as it goes now: each time what has come since. */
export const ledgerReader = ({ ledger }: Site): (() => Promise<Received<RecordedEvent>[]>) => {
  let reached = FROM_THE_START;
  return async () => {
    const events: Received<RecordedEvent>[] = [];
    const enough = new AbortController();
    const reading = ledger.subscribe({
      name: 'fuzz',
      from: reached,
      signal: enough.signal,
      handler: async (delivery) => {
        events.push(...delivery.events);
        reached = stateAfter(reached, delivery);
        if (delivery.caughtUp) enough.abort();
      },
    });
    await reading.done;
    return events;
  };
};

interface Answered {
  order_id?: string;
  events?: { id: string }[];
}

const eventsIn = ({ status, body, headers }: Answer): string[] => {
  // An answer to HEAD has a type and no body.
  if (status >= 300 || body.length === 0 || !(headers['content-type'] ?? '').includes('json')) return [];
  const { events } = JSON.parse(body.toString('utf8')) as Answered;
  return Array.isArray(events) ? events.map(({ id }) => id) : [];
};

const isOurs = ({ metadata: { actor } }: RecordedEvent): boolean =>
  actor.roles.some((role) => OWN_PROCESSES.includes(role)) && !actor.id.endsWith('-local');

export const openRecord = (): Record => {
  const told = new Set<string>();
  const accepted = new Set<string>();
  const refused = new Map<string, string>();
  /** Requests of which nobody knows what became of them. */
  const unknown = new Set<string>();
  return {
    note: (message, { answer }) => {
      if (message.api !== 'command-api') return;
      const given = message.headers.find(([name]) => name.toLowerCase() === 'x-correlation-id')?.[1] ?? '';
      const correlation = answer?.headers['x-correlation-id'] ?? given;
      if (answer === null) return void unknown.add(correlation);
      if (answer.status >= 400) {
        // 503 may say that nobody knows.
        if (answer.status < 500)
          refused.set(correlation, `${answer.status} to ${message.method} ${message.target.slice(0, 200)}`);
        else unknown.add(correlation);
        return;
      }
      accepted.add(correlation);
      for (const id of eventsIn(answer)) told.add(id);
    },
    compare: (events) => {
      const faults: Fault[] = [];
      for (const received of events) {
        const { event, id } = received;
        if (event === null) {
          faults.push({
            rule: 'unchanged',
            detail: `the ledger holds an unreadable event ${id} in ${received.stream}`,
          });
          continue;
        }
        const { correlation_id } = event.metadata;
        const refusal = refused.get(correlation_id);
        if (refusal !== undefined && !accepted.has(correlation_id))
          faults.push({
            rule: 'unchanged',
            detail: `${event.type} in ${received.stream} although it was refused (${correlation_id}): ${refusal}`,
          });
        // An erasure is finished by a sweeper, in every order of the customer.
        else if (!told.has(id) && !isOurs(event) && !unknown.has(correlation_id) && event.type !== 'CustomerDataErased')
          faults.push({
            rule: 'told',
            detail: `${event.type} in ${received.stream} (${correlation_id}) was told to nobody`,
          });
      }
      for (const each of [told, accepted, refused, unknown]) each.clear();
      return faults;
    },
  };
};
