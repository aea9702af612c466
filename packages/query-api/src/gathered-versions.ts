import type { Scope } from '@order-ledger/domain/sight';
import { type OrderVersion, readOrderVersions } from '@order-ledger/read-model/reading/order-alone';
import DataLoader from 'dataloader';
import type { Source } from './sources.ts';

interface Asked {
  readonly source: Source;
  readonly scope: Scope;
  readonly orderId: string;
}

/** A statement has no more orders than this; what is beyond it has another. */
const MOST_AT_ONCE = 100;

/** In what one statement may ask: the same tables for the same callers. */
const togetherWith = ({ source, scope }: Asked): string => `${source.schema} ${JSON.stringify(scope)}`;

const versionsOf = async (asked: readonly Asked[]): Promise<(OrderVersion | undefined)[]> => {
  const [one] = asked as [Asked];
  const found = await readOrderVersions(one.source, one.scope, [...new Set(asked.map(({ orderId }) => orderId))]);
  return asked.map(({ orderId }) => found.get(orderId));
};

/** Reads the version of an order, undefined outside the scope; together with those that are asked for in the same turn. */
export type ReadVersion = (source: Source, scope: Scope, orderId: string) => Promise<OrderVersion | undefined>;

/**
 * A statement costs more than what it finds: of a dozen requests that have come in together one statement tells all the
 * versions. It begins after each of them has asked, so none sees anything older than a statement of its own would.
 */
export const createGatheredVersions = (): ReadVersion => {
  const loaders = new Map<string, DataLoader<Asked, OrderVersion | undefined>>();
  const loaderOf = (asked: Asked) => {
    const key = togetherWith(asked);
    const there = loaders.get(key);
    if (there !== undefined) return there;
    // Of this turn alone: callers are many, and schemas change.
    const loader = new DataLoader(versionsOf, {
      cache: false,
      maxBatchSize: MOST_AT_ONCE,
      batchScheduleFn: (read) =>
        setImmediate(() => {
          loaders.delete(key);
          read();
        }),
    });
    loaders.set(key, loader);
    return loader;
  };
  return (source, scope, orderId) => {
    const asked = { source, scope, orderId };
    return loaderOf(asked).load(asked);
  };
};
