const TIMEOUT_MS = 2_000;

/** Whether every process at these addresses is ready: what people could not do during an outage must not expire. */
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
