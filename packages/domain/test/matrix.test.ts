import { describe, expect, it } from '@jest/globals';
import { COMMAND_NAMES } from '@order-ledger/domain/bodies';
import { decide } from '@order-ledger/domain/decide';
import { legalPairs } from '@order-ledger/domain/graph';
import { STATUSES } from '@order-ledger/domain/status';
import { journeyTo } from '@order-ledger/testing/orders/journeys';
import { outcomeOf } from '@order-ledger/testing/orders/specification';
import { MATRIX_CASES } from './matrix-cases.ts';

const CONFLICTS = ['held', 'frozen', 'illegal-transition', 'guard'];

describe('the matrix of statuses and commands', () => {
  it('brings an order into each of the 23 statuses by real commands [A17]', () => {
    expect(STATUSES.map((status) => journeyTo(status).state?.status)).toEqual(STATUSES);
  });

  it.each(MATRIX_CASES)('$title: $expected [A19]', (cell) => {
    expect(outcomeOf(cell)).toBe(cell.expected);
  });

  it('answers every 409 with the legal next statuses of the caller, held and frozen included [A19]', () => {
    const conflicts = MATRIX_CASES.flatMap(({ title, order, command }) => {
      const decision = decide(order.state, command);
      if (decision.outcome !== 'refused' || !CONFLICTS.includes(decision.refusal.kind)) return [];
      return [{ title, order, refusal: decision.refusal }];
    });
    expect(conflicts.length).toBeGreaterThan(500);
    const legal = legalPairs();
    for (const { title, order, refusal } of conflicts) {
      expect([title, 'allowed_transitions' in refusal]).toEqual([title, true]);
      if (!('allowed_transitions' in refusal)) continue;
      const foreign = refusal.allowed_transitions.filter(
        ({ to }) => !legal.some(([a, b]) => a === order.state?.status && b === to),
      );
      expect([title, foreign]).toEqual([title, []]);
    }
  });

  it('holds every command in every status', () => {
    expect(MATRIX_CASES).toHaveLength((STATUSES.length + 1) * COMMAND_NAMES.length);
  });
});
