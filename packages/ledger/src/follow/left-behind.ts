import { onAbort } from '@order-ledger/platform/aborted';

/**
 * Work did not return after its signal and may still run: its effects must be refused by a fence, or be harmless twice.
 */
export class LeftBehindError extends Error {
  override readonly name = 'LeftBehindError';
  readonly code = 'left-behind';
}

/** The outcome of work that ends with its signal; rejects with LeftBehindError when it has not within the grace. */
export const orLeftBehind = async <T>(work: Promise<T>, signal: AbortSignal, graceMs: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  let leave = () => {};
  const grace = new Promise<never>((_resolve, reject) => {
    const give = () => {
      timer = setTimeout(() => reject(new LeftBehindError(`still at work ${graceMs} ms after its end`)), graceMs);
    };
    leave = onAbort(signal, give);
  });
  try {
    return await Promise.race([work, grace]);
  } finally {
    leave();
    clearTimeout(timer);
  }
};
