import { COMMAND_NAMES } from '@order-ledger/domain/bodies';
import { STATUSES } from '@order-ledger/domain/status';
import { expectedOf } from '@order-ledger/testing/graph/expected-matrix';
import { journeyTo } from '@order-ledger/testing/orders/journeys';
import { type Case, caseOf, noOrder } from '@order-ledger/testing/orders/specification';

/** Every command and fact in each of the 23 statuses, and on an order that does not exist, by its rightful caller. */
export const MATRIX_CASES: readonly Case[] = [
  ...COMMAND_NAMES.map((name) =>
    caseOf(
      `${name} without an order`,
      noOrder(),
      name,
      {},
      name === 'InitiateOrder' ? 'OrderInitiated' : 'unknown-order',
    ),
  ),
  ...STATUSES.flatMap((status) => {
    const order = journeyTo(status);
    return COMMAND_NAMES.map((name) => caseOf(`${name} in ${status}`, order, name, {}, expectedOf(status, name)));
  }),
];
