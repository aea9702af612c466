/**
 * Calls back at the signal's abort, at once where that has been already: a listener that is added afterwards would never
 * hear of it. The function that is returned takes the listener away.
 */
export const onAbort = (signal: AbortSignal, listener: () => void): (() => void) => {
  if (signal.aborted) listener();
  else signal.addEventListener('abort', listener, { once: true });
  return () => signal.removeEventListener('abort', listener);
};

/** Resolves at the signal's abort, at once where that has been already. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => void onAbort(signal, () => resolve()));

/** The outcome of the work, or undefined at the signal's abort; nothing waits on the signal afterwards. */
export const orAborted = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> => {
  let leave = () => {};
  const abort = new Promise<undefined>((resolve) => {
    leave = onAbort(signal, () => resolve(undefined));
  });
  try {
    return await Promise.race([work, abort]);
  } finally {
    leave();
  }
};
