import type { Scope } from '@order-ledger/domain/sight';
import { isFinal, recordOf } from '@order-ledger/domain/status';
import {
  isTodays,
  type LastingFilter,
  type ListFilters,
  type Wanted,
} from '@order-ledger/read-model/reading/list-filters';
import type { StreamedEntry } from '@order-ledger/read-model/reading/told-events';
import { givenFilters } from '../http/list-filters.ts';

/** As the condition of single orders, for an entry in hand. */
export const inScope = (scope: Scope, { partner_id, asked }: StreamedEntry): boolean =>
  scope === 'everything' ||
  scope.some((part) => {
    if ('partner_id' in part) return part.partner_id === partner_id;
    if ('carrier' in part) return asked.some(({ carrier }) => carrier === part.carrier);
    return partner_id === null;
  });

/** Who is accountable after the event; of a held or failed order its row knows. */
export const ownerAfter = ({ status, row_owner }: StreamedEntry) => recordOf(status).owner ?? row_owner;

type Holds<Name extends LastingFilter> = (wanted: Wanted<Name>, entry: StreamedEntry, now: Date) => boolean;

/** Whether the order, as it was after the event, would stand in a list of this filter. */
const HOLDS: { readonly [Name in LastingFilter]: Holds<Name> } = {
  status: (wanted, { status }) => wanted.includes(status),
  stage: (wanted, { stage }) => wanted === stage,
  owner: (wanted, entry) => wanted === ownerAfter(entry),
  claimed_by: (wanted, { claim_operator }) => wanted === claim_operator,
  partner_id: (wanted, { partner_id }) => wanted === partner_id,
  priority: (wanted, { priority }) => wanted === priority,
  overdue: (_wanted, { status, due_at }, now) => !isFinal(status) && due_at !== null && due_at < now,
  active: (wanted, { status }) => wanted === !isFinal(status),
  q: (wanted, { order_id, external_ref, customer_ref }) =>
    wanted.toLowerCase() === order_id || wanted === external_ref || wanted === customer_ref,
};

/** What lets through the events whose orders would stand in a list of these filters. */
export const passing = (filters: ListFilters): ((entry: StreamedEntry, now: Date) => boolean) => {
  const all = givenFilters(filters).map((name) => {
    if (isTodays(name)) throw new Error(`no event holds ${name}`);
    return (entry: StreamedEntry, now: Date) => (HOLDS[name] as Holds<never>)(filters[name] as never, entry, now);
  });
  return (entry, now) => all.every((holds) => holds(entry, now));
};
