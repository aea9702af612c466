/** Longer than the APIs may take to answer, or to say that they do not know yet, ms. */
const PATIENCE_MS = 30_000;

/** A connection that is silent for longer is dead: the question fails, and can be asked again. */
export const patience = (): AbortSignal => AbortSignal.timeout(PATIENCE_MS);
