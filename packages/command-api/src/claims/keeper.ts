import type { CommandName } from '@order-ledger/domain/bodies';
import type { Actor } from '@order-ledger/domain/grants';
import type { OrderState } from '@order-ledger/domain/state';
import { isFrozen } from '@order-ledger/domain/status';
import { commandId, processCaller, requestHash } from '@order-ledger/ledger/identity';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { isFaultOfOrder } from '@order-ledger/ledger/order-fault';
import { watchSteps } from '@order-ledger/platform/clock-steps';
import { withContext } from '@order-ledger/platform/context';
import type { Log } from '@order-ledger/platform/log';
import { defineMetrics } from '@order-ledger/platform/metrics';
import type { ExpiredLease, Leases } from './leases.ts';

const BATCH = 100;
/** The least time before a claim that could not be ended is looked at again, milliseconds. */
const POSTPONED_MS = 60_000;
const CALLER = processCaller('claim-keeper');
const KEEPER: Actor = { id: 'claim-keeper', kind: 'service', roles: ['claim.keeper'] };

const metrics = defineMetrics({
  ended: {
    type: 'counter',
    name: 'claims_ended_total',
    help: 'Claims that the keeper ended: expired, held_too_long; order_at_fault: it could not end them and will retry',
    labels: ['reason'],
  },
});

interface ClaimKeeperOptions {
  ledger: Ledger;
  leases: Leases;
  log: Log;
  /** How long a claim lasts without a renewal, milliseconds. */
  periodMs: number;
  /** How long a claim survives a hold or an error, milliseconds. */
  frozenLimitMs: number;
  /** Whether people can reach us now: a claim must not expire while its holder could not renew it. */
  ready: () => Promise<boolean>;
}

export interface ClaimKeeper {
  /** One round over all leases that are due. */
  sweep(): Promise<void>;
}

/** Whether the ledger still holds the claim that this lease belongs to. */
const isCurrent = (state: OrderState | null, lease: ExpiredLease): state is OrderState =>
  state?.claim?.fence_token === lease.fence_token;

/**
 * Ends claims whose holder has left. Several keepers may sweep at once: a lease is closed by one conditional update, and
 * the event's command id follows from order and fence token, so what one began any other finishes.
 */
export const createClaimKeeper = (options: ClaimKeeperOptions): ClaimKeeper => {
  const { ledger, leases, log, periodMs, frozenLimitMs, ready } = options;
  const steps = watchSteps();
  let readySince: number | null = null;

  const end = async (lease: ExpiredLease, state: OrderState): Promise<void> => {
    const { order_id, fence_token } = lease;
    const heldTooLong = isFrozen(state.status);
    const command: CommandName = heldTooLong ? 'ReleaseClaim' : 'ExpireClaim';
    const body = heldTooLong ? { fence_token, reason: 'HELD_TOO_LONG' as const } : { fence_token };
    const command_id = commandId(CALLER, order_id, `${heldTooLong ? 'held-too-long' : 'expired'}:${fence_token}`);
    const { outcome } = await ledger.execute({
      command,
      command_id,
      order_id,
      actor: KEEPER,
      correlation_id: crypto.randomUUID(),
      causation_id: command_id,
      prepare: async () => ({ body, request_hash: requestHash(command, order_id, body), context: {} }),
    });
    // Refused: the holder finished or the order was cancelled in this moment, so the claim is over all the same.
    await leases.settle(lease);
    if (outcome === 'done') metrics.ended.inc({ reason: heldTooLong ? 'held_too_long' : 'expired' });
    log.info('claim ended', { fence_token, command, outcome });
  };

  /** Milliseconds that a frozen order's claim has left. */
  const patience = (state: OrderState, now: Date): number =>
    frozenLimitMs - (now.getTime() - Date.parse(state.frozen_since ?? state.last_status_at));

  const judge = async (lease: ExpiredLease): Promise<void> => {
    const state = await ledger.load(lease.order_id);
    if (!isCurrent(state, lease)) return leases.settle(lease);
    if (isFrozen(state.status)) {
      const left = patience(state, lease.now);
      if (left > 0) return leases.extend(lease, Math.min(left, periodMs));
    }
    if (await leases.close(lease)) await end(lease, state);
  };

  const finish = async (lease: ExpiredLease): Promise<void> => {
    const state = await ledger.load(lease.order_id);
    if (isCurrent(state, lease)) await end(lease, state);
    else await leases.settle(lease);
  };

  const forEach = async (due: ExpiredLease[], work: (lease: ExpiredLease) => Promise<void>): Promise<void> => {
    for (const lease of due) await withContext({ order_id: lease.order_id }, () => workOn(lease, work));
  };

  const workOn = async (lease: ExpiredLease, work: (lease: ExpiredLease) => Promise<void>): Promise<void> => {
    try {
      await work(lease);
    } catch (error) {
      if (!isFaultOfOrder(error)) throw error;
      metrics.ended.inc({ reason: 'order_at_fault' });
      log.error('could not end a claim: its order is unreadable; will retry', {
        fence_token: lease.fence_token,
        error,
      });
      await leases.postpone(lease, Math.max(periodMs, POSTPONED_MS));
    }
  };

  return {
    sweep: async () => {
      if (!(await ready())) {
        readySince = null;
        return;
      }
      // A clock that was set ends leases at once, or late: holders get time to renew by the new clock.
      const asked = performance.now();
      steps.saw(await leases.now(), asked, performance.now());
      // Taken here: the time from now to the expiry says nothing about whether people could reach us.
      const now = performance.now();
      readySince ??= now;
      await forEach(await leases.unfinished(BATCH), finish);
      if (now - readySince < periodMs || steps.sinceMs() < periodMs) return;
      await forEach(await leases.expired(BATCH), judge);
      await leases.prune();
    },
  };
};
