import { describe, expect, it } from '@jest/globals';
import { decide } from '@order-ledger/domain/decide';
import { exchangeOf } from '@order-ledger/domain/events';
import { fold } from '@order-ledger/domain/evolve';
import { legalPairs } from '@order-ledger/domain/graph';
import { advance, changesStatus, type Lifecycle, type RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { OrderState } from '@order-ledger/domain/state';
import { type Lived, randomLife } from '@order-ledger/testing/orders/random-life';
import fc from 'fast-check';

const RUNS = { numRuns: 25 };
const legal = new Set(legalPairs().map(([from, to]) => `${from} ${to}`));
const lastOrder = (life: readonly Lived[]) => {
  const lived = life.at(-1);
  if (lived === undefined) throw new Error('an empty life');
  return lived.after;
};
const holds = (property: (life: Lived[]) => void) => fc.assert(fc.property(randomLife, property), RUNS);

/** The state after each event, null before the first. */
const states = (events: readonly RecordedEvent[]): (OrderState | null)[] => {
  const seen: (OrderState | null)[] = [null];
  for (const event of events) seen.push(fold([event], seen.at(-1) ?? null));
  return seen;
};
const pairsOf = (events: readonly RecordedEvent[]): [OrderState, OrderState, RecordedEvent][] => {
  const seen = states(events);
  return events.slice(1).map((event, index) => [seen[index + 1] as OrderState, seen[index + 2] as OrderState, event]);
};

describe('any sequence of commands', () => {
  it('changes the status along the 114 legal pairs alone, and only with an event that says so [A19]', () => {
    holds((life) => {
      for (const [before, after, event] of pairsOf(lastOrder(life).events)) {
        if (changesStatus(event.type)) expect(legal).toContain(`${before.status} ${after.status}`);
        else expect(after.status).toBe(before.status);
      }
    });
  });

  it('counts event_version without a gap, status_version densely, previous_version by exchange [B3, B5]', () => {
    holds((life) => {
      let status_version = 0;
      const last = new Map<string, number>();
      lastOrder(life).events.forEach(({ type, metadata }, index) => {
        if (changesStatus(type)) status_version += 1;
        expect(metadata).toMatchObject({ event_version: index + 1, status_version });
        expect(metadata.previous_version).toBe(last.get(exchangeOf(type)));
        last.set(exchangeOf(type), metadata.event_version);
      });
    });
  });

  it('keeps recorded_at from going back and occurred_at between the last status change and the record', () => {
    holds((life) => {
      let record = '';
      let change = '';
      for (const { type, metadata } of lastOrder(life).events) {
        expect(metadata.recorded_at >= record).toBe(true);
        expect(metadata.occurred_at >= change).toBe(true);
        expect(metadata.occurred_at <= metadata.recorded_at).toBe(true);
        record = metadata.recorded_at;
        if (changesStatus(type)) change = metadata.occurred_at;
      }
    });
  });

  it('gives each claim a fence token one higher, and lets nobody but the holder complete a manufacturing [H3, H5]', () => {
    const claiming: readonly string[] = ['OrderClaimed', 'ClaimReassigned', 'PackagingStarted'];
    holds((life) => {
      for (const [before, after, event] of pairsOf(lastOrder(life).events)) {
        expect(after.last_fence_token - before.last_fence_token).toBe(claiming.includes(event.type) ? 1 : 0);
        if (after.claim !== null) expect(after.claim.fence_token).toBe(after.last_fence_token);
        if (event.type !== 'ManufacturingCompleted') continue;
        expect(before.claim).toEqual({ operator: event.metadata.actor.id, fence_token: event.data.fence_token });
      }
    });
  });

  it('keeps the balance equal to payments less refunds, and each recorded once [B10]', () => {
    holds((life) => {
      const { events, state } = lastOrder(life);
      let paid = 0;
      const ids: string[] = [];
      for (const event of events) {
        if (event.type === 'PaymentRecorded') {
          paid += event.data.amount.amount;
          ids.push(event.data.payment_id);
        }
        if (event.type === 'PaymentRefunded') {
          paid -= event.data.amount.amount;
          ids.push(event.data.refund_id);
        }
        if (event.type === 'PaymentRecorded' || event.type === 'PaymentRefunded')
          expect(event.data.paid.amount).toBe(paid);
      }
      expect(state?.paid).toBe(paid);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  it('remembers where it was held, failed and returned from exactly while it is so [A21, A23]', () => {
    holds((life) => {
      for (const state of states(lastOrder(life).events)) {
        if (state === null) continue;
        const inHold = state.status === 'ON_HOLD' || (state.status === 'ERROR' && state.error_from === 'ON_HOLD');
        expect(state.held_from !== null).toBe(inHold);
        expect(state.holds.some((hold) => hold.open)).toBe(inHold);
        expect(state.error_from !== null).toBe(state.status === 'ERROR');
        expect(state.frozen_since !== null).toBe(inHold || state.status === 'ERROR');
        if (['RETURN_REQUESTED', 'RETURNED'].includes(state.stage)) expect(state.return_from).not.toBeNull();
      }
    });
  });

  it('leaves no event of a refused command and nothing of a repeated one', () => {
    holds((life) => {
      for (const { before, decision, after } of life) {
        if (decision.outcome !== 'accepted') expect(after).toBe(before);
      }
    });
  });

  it('answers every accepted command again with its own events, at any later time [B10]', () => {
    holds((life) => {
      const { state } = lastOrder(life);
      for (const { before, command, decision, after } of life) {
        if (decision.outcome !== 'accepted' || decision.events.length === 0) continue;
        const versions = { first_version: before.events.length + 1, last_version: after.events.length };
        expect(decide(state, command)).toEqual({ outcome: 'repeated', ...versions });
      }
    });
  });

  it('says in every 409 where the order can go, along legal pairs [A19]', () => {
    holds((life) => {
      for (const { before, decision } of life) {
        if (decision.outcome !== 'refused' || !('allowed_transitions' in decision.refusal)) continue;
        for (const { to } of decision.refusal.allowed_transitions)
          expect(legal).toContain(`${before.state?.status} ${to}`);
      }
    });
  });
});

describe('the fold', () => {
  it('in two parts equals the fold of the whole, wherever it is cut', () => {
    fc.assert(
      fc.property(randomLife, fc.nat(), (life, at) => {
        const { events, state } = lastOrder(life);
        const cut = at % (events.length + 1);
        expect(fold(events.slice(cut), fold(events.slice(0, cut)))).toEqual(state);
      }),
      RUNS,
    );
  });

  it('of the lifecycle alone equals that of the whole state', () => {
    holds((life) => {
      let lifecycle: Lifecycle | null = null;
      const { events, state } = lastOrder(life);
      for (const event of events) lifecycle = advance(lifecycle, event);
      expect(state).toMatchObject(lifecycle ?? {});
    });
  });
});
