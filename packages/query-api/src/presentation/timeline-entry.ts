import type { Actor } from '@order-ledger/domain/grants';
import type { Scope } from '@order-ledger/domain/sight';
import { FREE_TEXT_FIELDS } from '@order-ledger/domain/values';
import type { Asked } from '@order-ledger/read-model/reading/asked';
import type { TimelineEntry } from '@order-ledger/read-model/reading/timeline';
import type { Audience } from '../audience.ts';
import type { TimelineAnswer } from './answers.ts';
import { carriersPart, isOwnCarrier } from './carriers-part.ts';
import { SHOWN_TO_CARRIERS, SHOWN_TO_PARTNERS, shownData } from './shown-events.ts';

const isFreeText = (field: string): boolean => (FREE_TEXT_FIELDS as readonly string[]).includes(field);

/** Free texts stand elsewhere, encrypted; here is said which there are, never their keyed hashes. */
const withoutTexts = (data: Readonly<Record<string, unknown>>) => ({
  data: Object.fromEntries(Object.entries(data).filter(([field]) => !isFreeText(field))),
  texts: Object.entries(data)
    .filter(([field]) => isFreeText(field))
    .map(([field, value]) => ({ field, ref: (value as { ref: string }).ref })),
});

const common = (entry: TimelineEntry) => ({
  event_version: entry.event_version,
  status_version: entry.status_version,
  type: entry.type,
  from: entry.from_status,
  to: entry.to_status,
  status: entry.status,
  system: entry.system,
  occurred_at: entry.occurred_at.toISOString(),
  recorded_at: entry.recorded_at.toISOString(),
});

const whole = (entry: TimelineEntry): TimelineAnswer => ({
  ...common(entry),
  event_id: entry.event_id,
  actor: entry.actor,
  reason: entry.reason,
  ...withoutTexts(entry.data),
  changed: entry.changed,
  correlation_id: entry.correlation_id,
  causation_id: entry.causation_id,
  trace_id: entry.trace_id,
  position: `${entry.position_commit}/${entry.position_prepare}`,
});

/** Who reads, and what he sees. */
interface Reading {
  actor: Actor;
  scope: Scope;
  audience: Audience;
}

/** An id that somebody else gave his request may tell what that was about. */
const ownCorrelation = ({ actor: by, correlation_id }: TimelineEntry, { actor }: Reading) =>
  by.id === actor.id && by.kind === actor.kind ? { correlation_id } : {};

const ofStranger = (entry: TimelineEntry, data: Record<string, unknown>, reading: Reading): TimelineAnswer => ({
  ...common(entry),
  reason: typeof data.reason === 'string' ? data.reason : null,
  data,
  changed: Object.keys(data),
  ...ownCorrelation(entry, reading),
});

/** An event that names a carrier is that one's; any other is of who was asked last. */
const isCarriersOwn = ({ event_version, data }: TimelineEntry, scope: Scope, asked: readonly Asked[]): boolean => {
  const part = carriersPart(scope, asked);
  if (event_version >= part.endsAt) return false;
  return data.carrier === undefined ? part.isOf(event_version) : isOwnCarrier(scope, data.carrier);
};

/** An event as its reader may see it; null where he may not. `asked`: which carriers were, as far as a carrier reads. */
export const presentEntry = (
  entry: TimelineEntry,
  reading: Reading,
  asked: readonly Asked[],
): TimelineAnswer | null => {
  switch (reading.audience) {
    case 'staff':
      return whole(entry);
    case 'partner': {
      const data = shownData(SHOWN_TO_PARTNERS, entry.type, entry.data);
      return data === null ? null : ofStranger(entry, data, reading);
    }
    case 'carrier': {
      const data = shownData(SHOWN_TO_CARRIERS, entry.type, entry.data);
      return data === null || !isCarriersOwn(entry, reading.scope, asked) ? null : ofStranger(entry, data, reading);
    }
  }
};
