import type { Scope } from '@order-ledger/domain/sight';
import { lastAsked } from './asked.ts';
import type { Parameters } from './reader.ts';

type Condition = (carrier: string) => string;

const conditionOf = (scope: Scope, row: string, parameters: Parameters, ofCarrier: Condition): string => {
  if (scope === 'everything') return 'true';
  const parts = scope.map((part) => {
    if ('partner_id' in part) return `${row}.partner_id = ${parameters.add(part.partner_id)}`;
    if ('carrier' in part) return ofCarrier(parameters.add(part.carrier));
    return `${row}.partner_id is null`;
  });
  return parts.length === 0 ? 'false' : parts.length === 1 ? (parts[0] as string) : `(${parts.join(' or ')})`;
};

const wasAsked = (row: string, carrier: string): string => `${row}.carriers @> array[${carrier}::text]`;

/**
 * The condition on `order_row` (by its alias) that a scope comes to for a single order. A former carrier has it too: what
 * it is shown of it ends where the next one was asked.
 */
export const scopeCondition = (scope: Scope, row: string, parameters: Parameters): string =>
  conditionOf(scope, row, parameters, (carrier) => wasAsked(row, carrier));

/** The same for lists: of carriers only who was asked last has the order in its lists. */
export const listScopeCondition = (scope: Scope, schema: string, row: string, parameters: Parameters): string =>
  conditionOf(scope, row, parameters, (carrier) => {
    const last = `(cardinality(${row}.carriers) = 1 or ${lastAsked(schema, row)} = ${carrier})`;
    return `(${wasAsked(row, carrier)} and ${last})`;
  });

/** The same for lists as of a time: who was asked last by then. */
export const pastScopeCondition = (
  scope: Scope,
  schema: string,
  row: string,
  at: string,
  parameters: Parameters,
): string =>
  conditionOf(
    scope,
    row,
    parameters,
    (carrier) => `(${wasAsked(row, carrier)} and ${lastAsked(schema, row, at)} = ${carrier})`,
  );
