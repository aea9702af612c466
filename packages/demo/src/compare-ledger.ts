import { advance, type Lifecycle, type RecordedEvent } from '@order-ledger/domain/lifecycle';
import { commandId, eventId } from '@order-ledger/ledger/identity';
import { finder, type Mismatch } from './mismatch.ts';
import type { Entry, OrderRecord } from './record.ts';
import { ACCOUNTS, type Account } from './scenario/who.ts';
import type { Done } from './world.ts';

/** The id that the ledger knows a request by: it follows from caller, order and key. */
const commandIdOf = ({ request, subject }: Entry, orderId: string): string => {
  const { who, account } = request.caller;
  const isPartner = who === 'customer' && ACCOUNTS[account as Account] !== null;
  return commandId(`${isPartner ? 'partner' : 'sub'}:${subject}`, orderId, request.key);
};

/** The order after each of its events. */
const statesOf = (events: readonly RecordedEvent[]): Lifecycle[] => {
  const states: Lifecycle[] = [];
  for (const event of events) states.push(advance(states.at(-1) ?? null, event));
  return states;
};

/**
 * Compares what the demonstration was answered about one order with the ledger's events: everything that was
 * acknowledged is there exactly once and as it was answered, nothing that was refused is there, and nothing in the
 * demonstration's name that it was not answered.
 */
export const compareWithLedger = (record: OrderRecord, events: readonly RecordedEvent[]): Mismatch[] => {
  if (record.order_id === null) return [];
  const order_id = record.order_id;
  const { found, add } = finder({ order_id, life: record.life }, 'answers and ledger');
  const states = statesOf(events);
  const versionsOf = (id: string): number[] =>
    events.filter(({ metadata }) => metadata.command_id === id).map(({ metadata }) => metadata.event_version);

  for (const [index, { metadata }] of events.entries()) {
    if (metadata.event_version !== index + 1) add('versions are not contiguous', index + 1, metadata.event_version);
  }

  const checkDone = (answer: Done, command: string): void => {
    for (const { id, type, event_version } of answer.events) {
      const event = events[event_version - 1];
      const stands = event === undefined ? 'nothing' : `${event.type} ${eventId(event.metadata.hash)}`;
      if (stands !== `${type} ${id}`) add(`event ${event_version} of ${command}`, `${type} ${id}`, stands);
    }
    const last = answer.events.at(-1);
    if (last === undefined) return;
    const state = states[last.event_version - 1];
    if (state === undefined) return;
    if (state.status !== answer.status) add(`status after ${command}`, answer.status, state.status);
    if (state.status_version !== answer.status_version) {
      add(`status_version after ${command}`, answer.status_version, state.status_version);
    }
  };

  const acknowledged = new Set<string>();
  const subjects = new Set<string>();
  for (const entry of record.entries) {
    const { answer, request, subject } = entry;
    subjects.add(subject);
    const id = commandIdOf(entry, order_id);
    if (answer.outcome === 'refused') continue;
    acknowledged.add(id);
    const answered = answer.events.map(({ event_version }) => event_version);
    const stored = versionsOf(id);
    // A fact that is known by its own id leaves nothing under a second key.
    const knownAlready = entry.duplicate && answer.replayed && stored.length === 0;
    if (!knownAlready && stored.join() !== answered.join()) {
      add(`${request.command} stands in the ledger`, `as events ${answered.join()}`, `as events ${stored.join()}`);
    }
    checkDone(answer, request.command);
  }

  for (const entry of record.entries) {
    if (entry.answer.outcome === 'done') continue;
    const id = commandIdOf(entry, order_id);
    // The key of a refused command may be that of an earlier one that was accepted.
    if (acknowledged.has(id)) continue;
    const stored = versionsOf(id);
    if (stored.length > 0) {
      add(`${entry.request.command}, refused with ${entry.answer.code}`, 'nothing', `events ${stored.join()}`);
    }
  }

  for (const { type, metadata } of events) {
    if (subjects.has(metadata.actor.id) && !acknowledged.has(metadata.command_id)) {
      add(`${type} by ${metadata.actor.id}`, 'nothing: it was never answered', `event ${metadata.event_version}`);
    }
  }
  return found;
};
