/** Asks until there is an answer that is neither false nor null; says what was awaited when it does not come. */
export const eventually = async <T>(
  what: string,
  ask: () => Promise<T | null | false>,
  limitMs = 60_000,
): Promise<T> => {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`not within ${limitMs / 1_000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
