import type { Scope } from '@order-ledger/domain/sight';
import { isFinal, recordOf } from '@order-ledger/domain/status';
import type { ListFilters } from '@order-ledger/read-model/reading/list-filters';
import type { StreamedEntry } from '@order-ledger/read-model/reading/told-events';

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

/** Whether the order, as it was after the event, would stand in a list of these filters. */
export const passes = (filters: ListFilters, entry: StreamedEntry, now: Date): boolean => {
  const { status, stage, owner, claimed_by, partner_id, priority, overdue, active, q } = filters;
  const isActive = !isFinal(entry.status);
  const equal = (wanted: unknown, value: unknown): boolean => wanted === undefined || wanted === value;
  return (
    (status.length === 0 || status.includes(entry.status)) &&
    equal(stage, entry.stage) &&
    equal(owner, ownerAfter(entry)) &&
    equal(claimed_by, entry.claim_operator) &&
    equal(partner_id, entry.partner_id) &&
    equal(priority, entry.priority) &&
    equal(active, isActive) &&
    (!overdue || (isActive && entry.due_at !== null && entry.due_at < now)) &&
    (q === undefined || q.toLowerCase() === entry.order_id || [entry.external_ref, entry.customer_ref].includes(q))
  );
};
