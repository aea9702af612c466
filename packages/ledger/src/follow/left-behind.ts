import { onAbort } from '@order-ledger/platform/aborted';

/** Work did not come back after its signal. It may run on: only what a fence refuses, or what may be done twice, is safe. */
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
