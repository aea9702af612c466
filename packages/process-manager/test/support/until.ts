const PATIENCE_MS = 60_000;

/** Waits for a condition, with a deadline; resolves to what it gave. */
export const until = async <T>(what: string, holds: () => Promise<T | false | null> | T | false | null): Promise<T> => {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await holds();
    if (value !== false && value !== null) return value;
    if (Date.now() > deadline) throw new Error(`not within ${PATIENCE_MS / 1_000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
