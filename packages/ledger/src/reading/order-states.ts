import type { OrderState } from '@order-ledger/domain/state';
import { metrics } from '../metrics.ts';
import { loadOnwards, loadOrder } from './order-stream.ts';
import type { Read } from './reading.ts';
import type { RememberedOrders } from './remembered-orders.ts';

/** What a command is decided on; null: there is no such order. */
export interface Basis {
  readonly state: OrderState | null;
  readonly era: number;
  /** Read since the command came. Any other basis is good for an append alone, whose revision shows whether it is old. */
  readonly fresh: boolean;
}

type Why = 'missing' | 'doubted' | 'passed' | 'confirmed' | 'asked';

export interface OrderStates {
  /** @param isNew the command makes the order, so there is none */
  first(orderId: string, isNew: boolean): Promise<Basis>;
  /** As the ledger has it now; for a remembered order only its last event and what follows is read. */
  now(orderId: string, why: Why): Promise<Basis>;
  /** After an append met another event: what this process has stored meanwhile, or as the ledger has it now. */
  next(orderId: string, passed: Basis): Promise<Basis>;
}

interface OrderStatesOptions {
  readonly read: Read;
  /** Rejects where the ledger is another one than was read; undefined: it is known to be the same. */
  readonly assertSame: () => Promise<void> | undefined;
  /** Whether there is a connection for appends; with a new one a new era begins. */
  readonly reaches: () => boolean | Promise<boolean>;
  readonly remembered: RememberedOrders;
}

export const createOrderStates = ({ read, assertSame, reaches, remembered }: OrderStatesOptions): OrderStates => {
  const now: OrderStates['now'] = async (orderId, why) => {
    metrics.recalls.inc({ state: why });
    const era = remembered.era();
    const known = remembered.recall(orderId);
    const state = (known === null ? null : await loadOnwards(read, known.state)) ?? (await loadOrder(read, orderId));
    if (state === null) remembered.forget(orderId);
    else remembered.keep({ state, era });
    return { state, era, fresh: true };
  };

  /** Null where the order is not remembered, or was seen in an earlier era. */
  const recalled = (orderId: string): Basis | null => {
    const known = remembered.recall(orderId);
    return known === null || known.era !== remembered.era() ? null : { ...known, fresh: false };
  };

  return {
    now,
    first: async (orderId, isNew) => {
      // An event store that is away is told of by what reads it: an append to it would be in doubt.
      // Each await of nothing costs a command as much as some of its checks.
      const reaching = reaches();
      const reached = typeof reaching === 'boolean' ? reaching : await reaching;
      const known = reached ? recalled(orderId) : null;
      if (known === null && !(isNew && reached))
        return now(orderId, remembered.recall(orderId) === null ? 'missing' : 'doubted');
      const asking = assertSame();
      if (asking !== undefined) await asking;
      metrics.recalls.inc({ state: known === null ? 'new' : 'remembered' });
      return known ?? { state: null, era: remembered.era(), fresh: false };
    },
    next: async (orderId, { state }) => {
      const known = recalled(orderId);
      if (known === null || versionOf(known.state) <= versionOf(state)) return now(orderId, 'passed');
      metrics.recalls.inc({ state: 'remembered' });
      return known;
    },
  };
};

const versionOf = (state: OrderState | null): number => state?.event_version ?? 0;
