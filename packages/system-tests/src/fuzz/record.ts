import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Received } from '@order-ledger/ledger/received';
import type { Fault } from './checks.ts';
import type { Answer, Exchange } from './exchange.ts';
import { type Message, shown } from './message.ts';
import type { Site } from './site.ts';

/** What callers were told, to be held against what the ledger holds in the end. */
export interface Record {
  note(message: Message, exchanged: Exchange): void;
  /** Reads the whole ledger and compares. */
  compare(site: Site, since: ReadonlySet<string>): Promise<Fault[]>;
}

const OWN_PROCESSES = ['pricing.worker', 'manufacturing.worker', 'process.manager', 'claim.keeper'];

/** Every event of the ledger, as far as it goes now. */
export const readLedger = async ({ ledger }: Site): Promise<Received<RecordedEvent>[]> => {
  const events: Received<RecordedEvent>[] = [];
  const enough = new AbortController();
  const reading = ledger.subscribe({
    name: 'fuzz',
    from: null,
    signal: enough.signal,
    handler: async (delivery) => {
      events.push(...delivery.events);
      if (delivery.caughtUp) enough.abort();
    },
  });
  await reading.done;
  return events;
};

interface Answered {
  order_id?: string;
  events?: { id: string }[];
}

const eventsIn = ({ status, body, headers }: Answer): string[] => {
  if (status >= 300 || !(headers['content-type'] ?? '').includes('json')) return [];
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
        if (answer.status < 500) refused.set(correlation, `${answer.status} to ${shown(message)}`);
        else unknown.add(correlation);
        return;
      }
      accepted.add(correlation);
      for (const id of eventsIn(answer)) told.add(id);
    },
    compare: async (site, since) => {
      const faults: Fault[] = [];
      for (const received of await readLedger(site)) {
        const { event, id } = received;
        if (since.has(id)) continue;
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
            detail: `${event.type} in ${received.stream} although it was refused: ${refusal}`,
          });
        // An erasure is finished by a sweeper, in every order of the customer.
        else if (!told.has(id) && !isOurs(event) && !unknown.has(correlation_id) && event.type !== 'CustomerDataErased')
          faults.push({
            rule: 'told',
            detail: `${event.type} in ${received.stream} (${correlation_id}) was told to nobody`,
          });
      }
      return faults;
    },
  };
};
