import type { Scope } from '@order-ledger/domain/sight';
import type { Parameters } from './reader.ts';

/** The condition on `order_row` (by its alias) that a scope comes to. */
export const scopeCondition = (scope: Scope, row: string, parameters: Parameters): string => {
  if (scope === 'everything') return 'true';
  const parts = scope.map((part) => {
    if ('partner_id' in part) return `${row}.partner_id = ${parameters.add(part.partner_id)}`;
    if ('carrier' in part) return `${row}.carriers @> array[${parameters.add(part.carrier)}::text]`;
    return `${row}.partner_id is null`;
  });
  return parts.length === 0 ? 'false' : parts.length === 1 ? (parts[0] as string) : `(${parts.join(' or ')})`;
};
