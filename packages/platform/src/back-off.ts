/** A wait in milliseconds with full jitter: random below a bound that doubles from `firstMs` up to `maxMs`. */
export function jittered(attempt: number, { firstMs, maxMs }: { firstMs: number; maxMs: number }): number {
  return Math.random() * Math.min(maxMs, firstMs * 2 ** attempt);
}
