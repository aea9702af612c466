import { describe, expect, it } from '@jest/globals';
import { COMMAND_NAMES, type CommandName } from '@order-ledger/domain/bodies';
import { decide } from '@order-ledger/domain/decide';
import { FAILABLE_STATUSES, HOLDABLE_STATUSES, STATUSES, type Status } from '@order-ledger/domain/status';
import { DESCRIBED } from '@order-ledger/testing/graph/described';
import { erroredFrom, heldFrom, journeyTo, walk } from '@order-ledger/testing/orders/journeys';
import { TERMS } from '@order-ledger/testing/orders/rightful';
import { act, after, commandFor, noOrder, type Order, verdict } from '@order-ledger/testing/orders/specification';

const isLegal = (from: Status, to: Status): boolean =>
  DESCRIBED.rules.some((rule) => rule.from.includes(from) && rule.to.includes(to));

const onInvoice = act(noOrder('invoice'), 'InitiateOrder', {
  context: { account: { active: true, quota_left: true, terms: { ...TERMS, payment: 'INVOICE' } } },
});

/** Orders in each status, in each of the conditions that open a way there. */
const ORDERS: readonly Order[] = [
  ...STATUSES.map((status) => journeyTo(status)),
  ...HOLDABLE_STATUSES.map((status) => heldFrom(status)),
  ...FAILABLE_STATUSES.map((status) => erroredFrom(status)),
  ...(['SHIPPED', 'DELIVERED', 'CLOSED'] as const).map((status) => act(journeyTo(status), 'RequestReturn')),
  ...(['PRICE_CALCULATED', 'WAITING_PAYMENT'] as const).flatMap((status) => [
    act(journeyTo(status), 'RequestPriceRecalculation'),
    act(journeyTo(status), 'RecordPayment'),
    journeyTo(status, onInvoice),
  ]),
  act(journeyTo('MANUFACTURING_APPROVED'), 'ClaimOrder'),
  walk(journeyTo('WAITING_SHIPMENT_CONFIRMATION'), 'DeclineShipment'),
];

interface Attempt {
  command: CommandName;
  from: Status;
  /** The status afterwards, null where the command left it as it was. */
  to: Status | null;
  verdict: string;
  allowed: readonly Status[] | null;
}

const ATTEMPTS: readonly Attempt[] = ORDERS.flatMap((order) =>
  COMMAND_NAMES.map((name): Attempt => {
    const command = commandFor(order, name);
    const decision = decide(order.state, command);
    const result = after(order, command, decision);
    const refusal = decision.outcome === 'refused' ? decision.refusal : null;
    return {
      command: name,
      from: order.state?.status as Status,
      to: result.state?.status_version === order.state?.status_version ? null : (result.state?.status ?? null),
      verdict: verdict(decision),
      allowed:
        refusal !== null && 'allowed_transitions' in refusal ? refusal.allowed_transitions.map(({ to }) => to) : null,
    };
  }),
);
const PAIRS = STATUSES.flatMap((from) => STATUSES.map((to) => ({ from, to, legal: isLegal(from, to) })));

describe('the 529 pairs of statuses', () => {
  it.each(PAIRS.filter(({ legal }) => legal))('goes from $from to $to [A19]', ({ from, to }) => {
    expect(ATTEMPTS.filter((attempt) => attempt.from === from && attempt.to === to)).not.toEqual([]);
  });

  it.each(PAIRS.filter(({ legal }) => !legal))('has no way from $from to $to [A19]', ({ from, to }) => {
    const leading = DESCRIBED.rules.filter((rule) => rule.to.includes(to)).map((rule) => rule.command);
    const attempts = ATTEMPTS.filter((attempt) => attempt.from === from && leading.includes(attempt.command));
    // A delivery that was faster than the shipping paper is two legal steps in one append.
    const steps = attempts.filter(
      (attempt) => attempt.to === to && attempt.verdict !== 'OrderShipped + OrderDelivered',
    );
    expect(steps).toEqual([]);
    for (const { allowed } of attempts) if (allowed !== null) expect(allowed).not.toContain(to);
  });

  it('refuses what has no way with 409 and the legal next statuses [A19, A23]', () => {
    const refused = ATTEMPTS.filter((attempt) => ['illegal-transition', 'held', 'frozen'].includes(attempt.verdict));
    expect(refused.length).toBeGreaterThan(1000);
    expect(refused.filter((attempt) => attempt.allowed === null)).toEqual([]);
    expect(refused.filter(({ from }) => from === 'ON_HOLD').every((attempt) => attempt.verdict === 'held')).toBe(true);
    expect(refused.filter(({ from }) => from === 'ERROR').every((attempt) => attempt.verdict === 'frozen')).toBe(true);
  });

  it('are 114 legal and 415 illegal ones [A19]', () => {
    expect(PAIRS.filter(({ legal }) => legal)).toHaveLength(114);
    expect(PAIRS.filter(({ legal }) => !legal)).toHaveLength(415);
  });
});
