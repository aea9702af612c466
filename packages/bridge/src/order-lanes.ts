/** Work of one order goes one after the other, of different orders side by side. */
interface OrderLanes {
  /** `work` must not reject. */
  add(orderId: string, work: () => Promise<void>): void;
  /** What was added and is not done. */
  readonly size: number;
  /** Resolves when all that was added so far is done. */
  done(): Promise<void>;
}

export const createOrderLanes = (onDone: () => void): OrderLanes => {
  /** By order: its last work. */
  const lanes = new Map<string, Promise<void>>();
  let size = 0;
  return {
    add: (orderId, work) => {
      size += 1;
      const previous = lanes.get(orderId) ?? Promise.resolve();
      const lane = previous.then(work).then(() => {
        size -= 1;
        if (lanes.get(orderId) === lane) lanes.delete(orderId);
        onDone();
      });
      lanes.set(orderId, lane);
    },
    get size() {
      return size;
    },
    done: async () => void (await Promise.all(lanes.values())),
  };
};
