const TIMEOUT_MS = 2_000;

/** Whether every process at these addresses says that it is ready: an outage must not expire what people could not do. */
export const areReady = async (readyUrls: readonly string[]): Promise<boolean> =>
  (await Promise.all(readyUrls.map(isReady))).every(Boolean);

const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })).ok;
  } catch {
    // Whatever keeps it from answering, people cannot reach it either.
    return false;
  }
};
