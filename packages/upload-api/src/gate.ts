/** Lets work in, each piece for an owner. */
type Gate = <T>(owner: string, work: () => Promise<T>) => Promise<T>;

/** Lets so many in at once. Among those that wait the owner goes first who was let in the longest ago. */
export const createGate = (places: number): Gate => {
  const waiting: { owner: string; enter: () => void }[] = [];
  /** Who was let in while somebody waits, the last one at the end. */
  const letIn = new Set<string>();
  let free = places;

  const remember = (owner: string): void => {
    letIn.delete(owner);
    letIn.add(owner);
  };

  const next = (): void => {
    const turns = [...letIn];
    const first = waiting.reduce(
      (best, { owner }, n) => (turns.indexOf(owner) < turns.indexOf(waiting[best]?.owner ?? '') ? n : best),
      0,
    );
    const [entry] = waiting.splice(first, 1);
    if (entry === undefined) {
      letIn.clear();
      free += 1;
      return;
    }
    remember(entry.owner);
    entry.enter();
  };

  return async (owner, work) => {
    if (free > 0) {
      free -= 1;
      remember(owner);
    } else await new Promise<void>((enter) => waiting.push({ owner, enter }));
    try {
      return await work();
    } finally {
      next();
    }
  };
};
