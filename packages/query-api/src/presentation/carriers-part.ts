import type { Scope } from '@order-ledger/domain/sight';
import type { Status } from '@order-ledger/domain/status';
import type { History } from '@order-ledger/domain/visits';
import type { Asked } from '@order-ledger/read-model/reading/asked';
import type { TimelineEntry } from '@order-ledger/read-model/reading/timeline';

/** Which part of an order's life is a carrier's business. */
interface CarriersPart {
  /** The first event that it is no longer shown: another carrier was asked. Infinity while it is the one asked last. */
  readonly endsAt: number;
  /** True where it was the one asked last. */
  isOf(event_version: number): boolean;
}

type Event = Pick<TimelineEntry, 'type' | 'data' | 'event_version'>;

/** Who was asked, as the events themselves say; all from the first on must be there. */
export const askedIn = (events: readonly Event[]): Asked[] =>
  events
    .filter(({ type }) => type === 'ShipmentRequested')
    .map(({ data, event_version }) => ({ carrier: String(data.carrier), from_version: event_version }));

const carriersOf = (scope: Scope): readonly string[] =>
  scope === 'everything' ? [] : scope.flatMap((part) => ('carrier' in part ? [part.carrier] : []));

export const isOwnCarrier = (scope: Scope, carrier: unknown): boolean => carriersOf(scope).includes(String(carrier));

/** The visits that are a carrier's business, counted as if there were no others. */
export const ofCarrier = (history: History, part: CarriersPart): History => {
  const counts = new Map<Status, number>();
  const visits = history.visits
    .filter(({ entered_version }) => part.isOf(entered_version))
    .map((each) => {
      const visit = (counts.get(each.status) ?? 0) + 1;
      counts.set(each.status, visit);
      return { ...each, visit };
    });
  return { ...history, visits };
};

/** Before it is asked, and from when another is, the parcel is none of a carrier's business. */
export const carriersPart = (scope: Scope, asked: readonly Asked[]): CarriersPart => {
  const last = asked.findLastIndex(({ carrier }) => isOwnCarrier(scope, carrier));
  const next = last < 0 ? undefined : asked[last + 1];
  return {
    endsAt: next?.from_version ?? Number.POSITIVE_INFINITY,
    isOf: (event_version) =>
      isOwnCarrier(scope, asked.findLast(({ from_version }) => from_version <= event_version)?.carrier),
  };
};
