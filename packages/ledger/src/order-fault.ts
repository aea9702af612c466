import { DiscontinuityError } from '@order-ledger/domain/evolve';
import { UnreadableEventError } from '@order-ledger/domain/recorded-event';
import { isRefusedData } from '@order-ledger/platform/sqlstate';
import { transientFault } from '@order-ledger/platform/transient';
import { BrokenChainError, clientErrorType, InvalidAppendError } from './errors.ts';

/** Something of one order can never be done, for a reason that lies in the order: no retry can help. */
export class OrderFaultError extends Error {
  override readonly name = 'OrderFaultError';
  readonly permanent = true;
}

/** Our own code failed on the order; if it failed on the network, as `fetch` may, the table knows the cause. */
const isDefect = (error: unknown): boolean =>
  (error instanceof TypeError || error instanceof RangeError) && transientFault(error) === undefined;

/** The stream of an order does not hold what this program writes: repeating a command cannot help. */
export const isUnreadableRecord = (error: unknown): boolean =>
  error instanceof BrokenChainError ||
  error instanceof UnreadableEventError ||
  error instanceof DiscontinuityError ||
  clientErrorType(error) === 'stream-deleted';

/**
 * The fault lies in one order: its events, or what follows from them. A follower of many orders parks this one, shows
 * it, and continues with the others. Any other error means that a dependency cannot be asked now.
 */
export const isFaultOfOrder = (error: unknown): error is Error =>
  isUnreadableRecord(error) ||
  error instanceof OrderFaultError ||
  error instanceof InvalidAppendError ||
  isRefusedData(error) ||
  isDefect(error);
