import { DiscontinuityError } from '@order-ledger/domain/evolve';
import { UnreadableEventError } from '@order-ledger/domain/recorded-event';
import { isRefusedData } from '@order-ledger/platform/sqlstate';
import { transientFault } from '@order-ledger/platform/transient';
import { BrokenChainError, clientErrorType, InvalidAppendError } from './errors.ts';

/** What one order asks for can never be done, for a reason that lies in the order: no repetition mends it. */
export class OrderFaultError extends Error {
  override readonly name = 'OrderFaultError';
  readonly permanent = true;
}

/** Our own code fell over the order; where it fell over the network, such as `fetch` does, the table knows the cause. */
const isDefect = (error: unknown): boolean =>
  (error instanceof TypeError || error instanceof RangeError) && transientFault(error) === undefined;

/** The stream of an order does not hold what this program writes: no repetition of a command reads more of it. */
export const isUnreadableRecord = (error: unknown): boolean =>
  error instanceof BrokenChainError ||
  error instanceof UnreadableEventError ||
  error instanceof DiscontinuityError ||
  clientErrorType(error) === 'stream-deleted';

/**
 * The fault lies in one order: its events, or what follows from them. Whoever follows many orders puts this one aside,
 * shows it, and goes on with the others. All else means that somebody cannot be asked now.
 */
export const isFaultOfOrder = (error: unknown): error is Error =>
  isUnreadableRecord(error) ||
  error instanceof OrderFaultError ||
  error instanceof InvalidAppendError ||
  isRefusedData(error) ||
  isDefect(error);
