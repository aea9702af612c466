interface Bell {
  ring(): void;
  /** Resolves at the next ring; at once after one that nobody has waited for. For a single waiter. */
  rung(): Promise<void>;
}

export const createBell = (): Bell => {
  let rang = false;
  let wake: (() => void) | undefined;
  return {
    ring: () => {
      rang = true;
      wake?.();
    },
    rung: async () => {
      if (!rang) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      rang = false;
      wake = undefined;
    },
  };
};
