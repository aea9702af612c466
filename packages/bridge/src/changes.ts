/** Wakes all who wait for the state to be another one. */
export interface Changes {
  tell(): void;
  /** Resolves at the next change, or after the time, milliseconds. */
  next(withinMs?: number): Promise<void>;
}

export const createChanges = (): Changes => {
  const waiting = new Set<() => void>();
  return {
    tell: () => {
      for (const wake of [...waiting]) wake();
    },
    next: (withinMs) =>
      new Promise((resolve) => {
        const wake = (): void => {
          waiting.delete(wake);
          clearTimeout(timer);
          resolve();
        };
        const timer = withinMs === undefined ? undefined : setTimeout(wake, withinMs);
        waiting.add(wake);
      }),
  };
};
