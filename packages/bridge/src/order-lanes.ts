/** Calls `done` once, when its message is through or given up. */
type LaneWork = (done: () => void) => void;

/** Work of one order goes one after the other, of different orders side by side. */
interface OrderLanes {
  add(orderId: string, work: LaneWork): void;
  /** What was added and is not done. */
  readonly size: number;
  /** Resolves when all that was added so far is done. */
  done(): Promise<void>;
}

export const createOrderLanes = (onDone: () => void): OrderLanes => {
  /** By order: what waits behind its work that runs. */
  const lanes = new Map<string, LaneWork[]>();
  let size = 0;

  const run = (orderId: string, work: LaneWork): void =>
    work(() => {
      size -= 1;
      const next = lanes.get(orderId)?.shift();
      if (next === undefined) lanes.delete(orderId);
      else run(orderId, next);
      onDone();
    });
  const add: OrderLanes['add'] = (orderId, work) => {
    size += 1;
    const waiting = lanes.get(orderId);
    if (waiting !== undefined) return void waiting.push(work);
    lanes.set(orderId, []);
    run(orderId, work);
  };

  return {
    add,
    get size() {
      return size;
    },
    done: async () => {
      const last = (orderId: string): Promise<void> =>
        new Promise((resolve) =>
          add(orderId, (done) => {
            done();
            resolve();
          }),
        );
      await Promise.all([...lanes.keys()].map(last));
    },
  };
};
