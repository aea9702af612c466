const LIMIT_MS = 20_000;

/** What `look` gives once it gives something; fails with a message when that takes too long. */
export const until = async <T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> => {
  const deadline = Date.now() + LIMIT_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`${what}: not within ${LIMIT_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
