import { describe, expect, it } from '@jest/globals';
import { COMMAND_NAMES } from '@order-ledger/domain/bodies';
import { decide } from '@order-ledger/domain/decide';
import { guardCodesOf } from '@order-ledger/domain/guards/guard-codes';
import { GUARD_CODES } from '@order-ledger/domain/refusal';
import { outcomeOf } from '@order-ledger/testing/orders/specification';
import { GUARD_CASES } from './guard-cases.ts';

describe('guards', () => {
  it.each(GUARD_CASES)('$title', (guard) => {
    expect(outcomeOf(guard)).toBe(guard.expected);
  });

  it('answer 409 with a code of the list, a text and the legal next statuses [A19]', () => {
    const refusals = GUARD_CASES.flatMap(({ title, order, command }) => {
      const decision = decide(order.state, command);
      return decision.outcome === 'refused' && decision.refusal.kind === 'guard'
        ? [{ title, order, refusal: decision.refusal }]
        : [];
    });
    for (const { title, order, refusal } of refusals) {
      expect([title, GUARD_CODES.includes(refusal.code), refusal.text.length > 10]).toEqual([title, true, true]);
      const status = title.includes('a former carrier:') ? null : (order.state?.status ?? null);
      expect([title, refusal.status]).toEqual([title, status]);
    }
    const shown = new Set(refusals.map(({ refusal }) => refusal.code));
    const elsewhere = ['already-recorded', 'not-claimed'];
    expect(GUARD_CODES.filter((code) => !shown.has(code) && !elsewhere.includes(code))).toEqual([]);
  });

  it('refuse a command with no code but those that are told of it, and each of these is met by some command', () => {
    const met = GUARD_CASES.filter(({ title }) => !title.includes('by a former carrier')).flatMap(
      ({ title, order, command }) => {
        const decision = decide(order.state, command);
        return decision.outcome === 'refused' && decision.refusal.kind === 'guard'
          ? [{ title, command: command.command, code: decision.refusal.code }]
          : [];
      },
    );
    for (const { title, command, code } of met)
      expect([title, code, guardCodesOf(command)]).toEqual([title, code, expect.arrayContaining([code])]);
    expect(new Set(COMMAND_NAMES.flatMap(guardCodesOf))).toEqual(new Set(GUARD_CODES));
  });

  it('name the holder to who comes too late [H2]', () => {
    const late = GUARD_CASES.filter(({ expected }) => expected === 'claimed' || expected === 'not-claim-holder');
    expect(late.length).toBeGreaterThan(5);
    for (const { order, command } of late)
      expect(decide(order.state, command)).toMatchObject({ refusal: { holder: order.state?.claim } });
  });
});
