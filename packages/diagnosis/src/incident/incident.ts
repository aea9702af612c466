import { exchangeOf, messageType } from '@order-ledger/domain/events';
import { advance, type Lifecycle, ownerOf, type RecordedEvent, statusAfter } from '@order-ledger/domain/lifecycle';
import { maskedValue, scrubbedValue } from '@order-ledger/platform/masked-value';
import { type Answer, isKnown } from '@order-ledger/platform/within';
import type { Evidence } from '../evidence.ts';
import type { Diagnosis } from '../verdict.ts';

/** Which program answers at which address. */
export interface Program {
  readonly name: string;
  readonly url: string;
  readonly about: Answer<object>;
}

/** What is put into the file beside the evidence, each from a source of its own. */
export interface IncidentParts {
  readonly made_at: string;
  readonly evidence: Evidence;
  readonly diagnosis: Diagnosis;
  readonly spans: Answer<readonly object[]>;
  /** Milliseconds since 1970, and what a line of a log has. */
  readonly logs: Answer<readonly LogEntry[]>;
  readonly programs: readonly Program[];
}

export interface LogEntry {
  readonly at: number;
  readonly level: string;
  readonly service: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Of the data of events: what other systems call people and places is nobody's business here. */
const REFERENCES: readonly string[] = ['customer_ref', 'address_ref', 'external_ref', 'request_ref'];
const WITHHELD = '[reference]';

const withoutReferences = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutReferences);
  if (typeof value !== 'object' || value === null) return value;
  // A free text by its reference and keyed hash: who may read it reads it where each reading is on record.
  if ('hmac' in value) return '[text]';
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, REFERENCES.includes(name) ? WITHHELD : withoutReferences(item)]),
  );
};

const stateAfter = (lifecycle: Lifecycle) => ({
  status: lifecycle.status,
  stage: lifecycle.stage,
  status_version: lifecycle.status_version,
  owner: ownerOf(lifecycle),
  claim: lifecycle.claim,
  open_holds: lifecycle.holds
    .filter(({ open }) => open)
    .map(({ hold_id, reason, side }) => ({ hold_id, reason, side })),
  frozen_since: lifecycle.frozen_since,
});

/** Each event with the state that the order had after it; of a life that does not fold, the events alone. */
const eventsOf = ({ order }: Evidence) => {
  let lifecycle: Lifecycle | null = null;
  let folds = true;
  const step = (event: RecordedEvent) => {
    if (!folds) return { to: null, after: null };
    try {
      const to = statusAfter(lifecycle, event.type);
      lifecycle = advance(lifecycle, event);
      return { to, after: stateAfter(lifecycle) };
    } catch {
      folds = false;
      return { to: null, after: null };
    }
  };
  return order.events.map((event) => {
    const { event_version, occurred_at, recorded_at, actor, system, correlation_id, causation_id } = event.metadata;
    const { command_id, traceparent } = event.metadata as { command_id?: string; traceparent?: string };
    const ids = order.ids.get(event_version);
    return {
      ...{ event_version, type: event.type, ...step(event), occurred_at, recorded_at, system },
      actor: maskedValue({ id: actor.id, kind: actor.kind, roles: actor.roles, partner_id: actor.partner_id ?? null }),
      ...{ correlation_id, causation_id, command_id: command_id ?? null, event_id: ids?.event_id ?? null },
      trace_id: traceparent?.split('-')[1] ?? ids?.trace_id ?? null,
      data: withoutReferences(maskedValue(event.data)),
    };
  });
};

/** What the bridge makes of each event: where it goes, and whether it has gone. */
const messagesOf = ({ order, system }: Evidence) =>
  order.events.map(({ type, metadata }) => {
    const exchange = exchangeOf(type);
    const position = order.positions.get(metadata.event_version);
    const relay = isKnown(system.relays) ? system.relays.is.find((one) => one.exchange === exchange) : undefined;
    const published =
      position === undefined || relay === undefined
        ? null
        : relay.commit_position !== null && BigInt(relay.commit_position) >= BigInt(position);
    return { event_version: metadata.event_version, exchange, type: messageType(type), published };
  });

const orAway = <T>(answer: Answer<T>): T | { readonly away: string } =>
  isKnown(answer) ? answer.is : { away: answer.unknown };

/** Everything about one order, in one object; no source that is away keeps the others out. Masked. */
export const incidentOf = ({ made_at, evidence, diagnosis, spans, logs, programs }: IncidentParts) => {
  const { order, system } = evidence;
  const away = [
    ...diagnosis.away,
    ...(isKnown(spans) ? [] : [{ source: 'spans', says: spans.unknown }]),
    ...(isKnown(logs) ? [] : [{ source: 'logs', says: logs.unknown }]),
    ...programs.flatMap(({ name, about }) => (isKnown(about) ? [] : [{ source: name, says: about.unknown }])),
  ];
  const { evidence: lines, away: _away, ...verdict } = diagnosis;
  return {
    format: 'order-ledger-incident/1',
    ...{ made_at, order_id: order.order_id },
    verdict: scrubbedValue({ ...verdict, evidence: lines }),
    away: scrubbedValue(away),
    events_from: order.told_by,
    events: eventsOf(evidence),
    messages: messagesOf(evidence),
    dead_letters: scrubbedValue(orAway(order.letters)),
    queues: orAway(system.queues),
    jobs: scrubbedValue({
      price: orAway(order.job),
      pricing_worker: orAway(order.intake),
      plan: orAway(order.plan),
      timers: orAway(order.timers),
      claim: orAway(order.lease),
      parked: orAway(order.parked),
    }),
    read_side: scrubbedValue({ row: orAway(order.row), freshness: orAway(system.readSide) }),
    processes: scrubbedValue(orAway(system.processes)),
    programs: programs.map(({ name, url, about }) => ({ name, url, ...(scrubbedValue(orAway(about)) as object) })),
    spans: scrubbedValue(orAway(spans)),
    logs: isKnown(logs)
      ? logs.is.map(({ at, ...line }) => scrubbedValue({ at: new Date(at).toISOString(), ...line }))
      : { away: logs.unknown },
  };
};

export type Incident = ReturnType<typeof incidentOf>;
