import type { Scope } from '@order-ledger/domain/sight';
import { FREE_TEXT_FIELDS } from '@order-ledger/domain/values';
import type { TimelineEntry } from '@order-ledger/read-model/reading/timeline';
import { audienceOf } from '../audience.ts';
import type { TimelineAnswer } from './answers.ts';
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

const ofStranger = (entry: TimelineEntry, data: Record<string, unknown>): TimelineAnswer => ({
  ...common(entry),
  reason: typeof data.reason === 'string' ? data.reason : null,
  data,
  changed: Object.keys(data),
  correlation_id: entry.correlation_id,
});

const carriersOf = (scope: Scope): readonly string[] =>
  scope === 'everything' ? [] : scope.flatMap((part) => ('carrier' in part ? [part.carrier] : []));

/** An event as its reader may see it; null where he may not. */
export const presentEntry = (entry: TimelineEntry, scope: Scope): TimelineAnswer | null => {
  switch (audienceOf(scope)) {
    case 'staff':
      return whole(entry);
    case 'partner': {
      const data = shownData(SHOWN_TO_PARTNERS, entry.type, entry.data);
      return data === null ? null : ofStranger(entry, data);
    }
    case 'carrier': {
      const data = shownData(SHOWN_TO_CARRIERS, entry.type, entry.data);
      const foreign = data?.carrier !== undefined && !carriersOf(scope).includes(String(data.carrier));
      return data === null || foreign ? null : ofStranger(entry, data);
    }
  }
};
