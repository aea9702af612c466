/** Wakes whoever waits for a topic. A waiter registers in the same turn in which it found nothing to do. */
export interface Signal {
  next(topic: string): { readonly woken: Promise<void>; readonly cancel: () => void };
  wake(topic: string): void;
}

export const createSignal = (): Signal => {
  const waiting = new Map<string, Set<() => void>>();
  return {
    next(topic) {
      const waiters = waiting.get(topic) ?? new Set();
      waiting.set(topic, waiters);
      let cancel = (): void => {};
      const woken = new Promise<void>((resolve) => {
        waiters.add(resolve);
        cancel = () => {
          waiters.delete(resolve);
          if (waiters.size === 0 && waiting.get(topic) === waiters) waiting.delete(topic);
          resolve();
        };
      });
      return { woken, cancel };
    },
    wake(topic) {
      const waiters = waiting.get(topic);
      if (!waiters) return;
      waiting.delete(topic);
      for (const resolve of waiters) resolve();
    },
  };
};
