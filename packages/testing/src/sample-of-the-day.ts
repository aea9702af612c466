/** Another sample every day; what one has found is found again with its number in SAMPLE_DAY. */
export const DAY = Number(process.env.SAMPLE_DAY ?? Math.floor(Date.now() / 86_400_000));

/** One in so many; as many days in a row meet them all. */
export const sampleOf = <Item>(all: readonly Item[], oneIn: number, day = DAY): Item[] =>
  all.filter((_, index) => (index + day) % oneIn === 0);
