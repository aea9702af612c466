import { evolve } from '@order-ledger/domain/evolve';
import type { Actor } from '@order-ledger/domain/grants';
import { NewerWriterError } from '@order-ledger/domain/recorded-event';
import { sees, sightOf } from '@order-ledger/domain/sight';
import type { OrderState } from '@order-ledger/domain/state';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { isFaultOfOrder } from '@order-ledger/ledger/order-fault';

type Orders = Pick<Ledger, 'load' | 'readOrder'>;

const isUnreadable = (error: unknown): boolean => error instanceof NewerWriterError || isFaultOfOrder(error);

/** The order up to the first event that cannot be read; null where that is its first one. */
const readablePart = async (ledger: Orders, orderId: string): Promise<OrderState | null> => {
  let state: OrderState | null = null;
  try {
    for await (const event of ledger.readOrder(orderId)) state = evolve(state, event);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
  }
  return state;
};

/**
 * Whether a fault of an order must not be told to somebody because the order does not exist for him, as far as it can be
 * read. Where nothing of it can be read nobody knows whose it is: then only who sees every order is told.
 */
export const hidesFault = async (
  ledger: Orders,
  error: unknown,
  orderId: string,
  actor: Actor,
  knows: (part: OrderState) => boolean,
): Promise<boolean> => {
  if (!isUnreadable(error) || sightOf(actor) === 'everything') return false;
  const part = await readablePart(ledger, orderId);
  return part === null || !knows(part);
};

/** The order if the actor sees it, otherwise null. Throws as `ledger.load` does where he sees what cannot be read. */
export const loadSeen = async (ledger: Orders, orderId: string, actor: Actor): Promise<OrderState | null> => {
  const knows = (part: OrderState): boolean => sees(actor, part);
  try {
    const order = await ledger.load(orderId);
    return order !== null && knows(order) ? order : null;
  } catch (error) {
    if (await hidesFault(ledger, error, orderId, actor, knows)) return null;
    throw error;
  }
};
