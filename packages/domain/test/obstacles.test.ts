import { describe, expect, it } from '@jest/globals';
import { obstacleTo, prospectsOf } from '@order-ledger/domain/obstacles';
import type { OrderState } from '@order-ledger/domain/state';
import { ACTORS, type ActorName } from '@order-ledger/testing/orders/actors';
import { journeyTo } from '@order-ledger/testing/orders/journeys';
import { randomLife } from '@order-ledger/testing/orders/random-life';
import { act, type Order } from '@order-ledger/testing/orders/specification';
import fc from 'fast-check';

const stateOf = ({ state }: Order): OrderState => {
  if (state === null) throw new Error('the order does not exist');
  return state;
};
const at = ({ now }: Order): string => new Date(now).toISOString();
const prospect = (order: Order, command: string, as: ActorName) =>
  prospectsOf(stateOf(order), ACTORS[as], at(order)).find((each) => each.command === command);

describe('what stands in the way of a command', () => {
  it('is nothing wherever some body is taken [A19, H3]', () => {
    fc.assert(
      fc.property(randomLife, (life) => {
        for (const { before, command, decision } of life) {
          if (decision.outcome !== 'accepted' || before.state === null) continue;
          const found = obstacleTo(before.state, command.command, command.actor, command.recorded_at);
          expect([command.command, found]).toEqual([command.command, null]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is a payment, with what is due and what is paid [A19]', () => {
    const order = journeyTo('WAITING_PAYMENT');
    expect(prospect(order, 'ApproveManufacturing', 'agent')).toMatchObject({
      to: 'MANUFACTURING_APPROVED',
      obstacle: { kind: 'guard', code: 'payment-missing', text: expect.stringMatching(/due .* 0 are paid/) },
    });
  });

  it('is the claim, until it is taken, and then for others alone [H2, H3]', () => {
    const ready = journeyTo('MANUFACTURING_APPROVED');
    expect(prospect(ready, 'StartManufacturing', 'operator')?.obstacle).toMatchObject({ code: 'not-claimed' });
    const taken = act(ready, 'ClaimOrder', { as: 'operator' });
    expect(prospect(taken, 'StartManufacturing', 'operator')).toMatchObject({ obstacle: null });
    expect(prospect(taken, 'ClaimOrder', 'lead')?.obstacle).toMatchObject({
      code: 'claimed',
      holder: { operator: ACTORS.operator.id },
    });
  });

  it('is the hold, the status or the grant, with who may and from where [A19, A20]', () => {
    const held = act(journeyTo('MANUFACTURING_APPROVED'), 'HoldOrder', { as: 'agent' });
    expect(prospect(held, 'StartManufacturing', 'operator')?.obstacle).toMatchObject({ kind: 'held' });
    const packed = prospect(held, 'RequestShipment', 'packer');
    expect(packed).toMatchObject({ to: null, by: [], from: ['PACKAGING_COMPLETED'], obstacle: { kind: 'held' } });
    const made = journeyTo('MANUFACTURING_COMPLETED');
    expect(prospect(made, 'CancelOrder', 'agent')).toMatchObject({
      to: 'CANCELLED',
      by: ['crm.supervisor'],
      obstacle: { kind: 'forbidden', grantees: ['crm.supervisor'] },
    });
  });

  it('names the reasons that the caller may give, where his grant knows only some', () => {
    const order = journeyTo('MANUFACTURING_STARTED');
    expect(prospect(order, 'HoldOrder', 'operator')?.reasons).toEqual(['MACHINE_DOWN', 'QUALITY']);
    expect(prospect(order, 'HoldOrder', 'lead')?.reasons).toBeNull();
    expect(prospect(order, 'CompleteManufacturing', 'operator')?.reasons).toBeNull();
  });

  it('is told of every command that the caller could be granted, and of no other', () => {
    const order = journeyTo('SHIPPED');
    const names = prospectsOf(stateOf(order), ACTORS.warehouse, at(order)).map(({ command }) => command);
    expect(names).toEqual(['ReceiveReturn', 'ChangeDueDate', 'ChangePriority', 'AddNote']);
    expect(prospectsOf(stateOf(order), ACTORS.analyst, at(order))).toEqual([]);
  });
});
