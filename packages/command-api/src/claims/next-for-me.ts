import { couldBeAdmitted, granteesOf } from '@order-ledger/domain/admission';
import { askedNow } from '@order-ledger/domain/command';
import { whyNot } from '@order-ledger/domain/decide';
import { edgesOf, GRAPH } from '@order-ledger/domain/edges';
import type { Actor } from '@order-ledger/domain/grants';
import type { Refusal } from '@order-ledger/domain/refusal';
import type { OrderState } from '@order-ledger/domain/state';
import type { Outcome } from '@order-ledger/ledger/appending/execute';
import { commandId, nextCommandId } from '@order-ledger/ledger/identity';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { isFaultOfOrder } from '@order-ledger/ledger/order-fault';
import { timestampNow } from '@order-ledger/platform/clock';
import { addToContext } from '@order-ledger/platform/context';
import type { Log } from '@order-ledger/platform/log';
import type { OrderCommand, OrderCommands } from '../order-commands.ts';
import type { ReadyQueue } from './ready-queue.ts';

/** The orders at the head of the queue that one call looks at. */
const CANDIDATES = 50;

type NextRequest = Omit<OrderCommand, 'name' | 'order_id' | 'precondition'>;

export type NextOutcome =
  | Outcome
  /** Nothing is ready. Nothing was written down either: the same key may be used again. */
  | { outcome: 'none' }
  /** The order that this key chose belongs to somebody else now, or is no work for the shop floor any more. */
  | { outcome: 'lost'; order_id: string };

/** Claims the best order that is ready. One key, one choice: the choice is in the ledger before the claim is. */
export type NextForMe = (request: NextRequest) => Promise<NextOutcome>;

interface Parts {
  ledger: Ledger;
  commands: OrderCommands;
  readyOrders: ReadyQueue;
  log: Log;
}

const EDGES = edgesOf(GRAPH);
const CLAIM = 'ClaimOrder';

const claimable = (state: OrderState, actor: Actor): boolean =>
  whyNot(state, askedNow(CLAIM, actor, {}, timestampNow())) === null;

/** The refusal of who could never claim an order; null for all others. */
const unclaiming = (actor: Actor): Extract<Outcome, { outcome: 'refused' }> | null => {
  if (couldBeAdmitted(EDGES, CLAIM, actor)) return null;
  const grantees = granteesOf(EDGES.filter(({ command }) => command === CLAIM));
  return { outcome: 'refused', refusal: { kind: 'forbidden', owner: 'MES', grantees }, state: null };
};

/** What a claim that comes too late is refused with. */
const isLoss = (refusal: Refusal): boolean =>
  refusal.kind === 'guard' || ['held', 'frozen', 'illegal-transition'].includes(refusal.kind);

export const createNextForMe = ({ ledger, commands, readyOrders, log }: Parts): NextForMe => {
  // Operators who ask at once would all choose the head of the queue, and all but one would lose it.
  const beingTaken = new Set<string>();

  const bestReady = async (actor: Actor): Promise<string | null> => {
    for (const { order_id } of await readyOrders(CANDIDATES)) {
      if (beingTaken.has(order_id)) continue;
      beingTaken.add(order_id);
      const fits = await ledger.load(order_id).then(
        (state) => state !== null && claimable(state, actor),
        (error: unknown) => {
          // An order that cannot be read must not keep the shop floor from all others.
          if (isFaultOfOrder(error)) {
            log.warn('skipped a ready order: it cannot be read', { order_id, error });
            return false;
          }
          beingTaken.delete(order_id);
          throw error;
        },
      );
      if (fits) return order_id;
      beingTaken.delete(order_id);
    }
    return null;
  };

  const claim = async (request: NextRequest, order_id: string): Promise<NextOutcome> => {
    addToContext({ order_id });
    const outcome = await commands.run({ ...request, name: CLAIM, order_id, precondition: { kind: 'none' } });
    return outcome.outcome === 'refused' && isLoss(outcome.refusal) ? { outcome: 'lost', order_id } : outcome;
  };

  const run = async (request: NextRequest, nextId: string): Promise<NextOutcome> => {
    const { actor, caller, key, correlation_id } = request;
    const chosen = await ledger.readNext(nextId);
    if (chosen !== null) return claim(request, chosen.order_id);
    const forbidden = unclaiming(actor);
    if (forbidden !== null) return forbidden;
    const body = request.body();
    if ('errors' in body) return { outcome: 'refused', refusal: { kind: 'invalid', errors: body.errors }, state: null };
    // The choice is written before the claim is decided, and a request that is refused writes nothing.
    const untimely = commands.untimely({ actor, body });
    if (untimely !== null) return { outcome: 'refused', refusal: untimely, state: null };
    const best = await bestReady(actor);
    if (best === null) return { outcome: 'none' };
    try {
      const claim_command_id = commandId(caller, best, key);
      const choice = { order_id: best, claim_command_id, operator: actor.id };
      const standing = await ledger.chooseNext(nextId, choice, correlation_id);
      return await claim(request, standing.order_id);
    } finally {
      beingTaken.delete(best);
    }
  };

  // Equal requests at once must not take the queue's orders from each other: the later one finds the earlier's choice.
  const turns = new Map<string, Promise<unknown>>();
  const inTurn = (nextId: string, work: () => Promise<NextOutcome>): Promise<NextOutcome> => {
    const turn = (turns.get(nextId) ?? Promise.resolve()).then(work, work);
    turns.set(nextId, turn);
    return turn.finally(() => {
      if (turns.get(nextId) === turn) turns.delete(nextId);
    });
  };

  return async (request) => {
    const nextId = nextCommandId(request.caller, request.key);
    return inTurn(nextId, () => run(request, nextId));
  };
};
