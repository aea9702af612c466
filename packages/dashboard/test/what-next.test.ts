import { describe, expect, it } from '@jest/globals';
import { commandDocument } from '@order-ledger/command-api/http/openapi';
import { STATUSES } from '@order-ledger/domain/status';
import { NEXT_IN, PAGE_COMMANDS, segmentOf } from '../src/order/next/commands.ts';
import { type OrderNow, type Prospect, whatNext } from '../src/order/next/what-next.ts';

const may = (command: string, to: string | null = null): Prospect => ({
  command,
  to,
  obstacle: null,
  by: [],
  from: [],
});
const mayNot = (command: string, code: string, more: Partial<Prospect> = {}): Prospect => ({
  ...may(command),
  obstacle: { code, text: `${code} as the API says it` },
  ...more,
});
const rub = (amount: number) => ({ amount, currency: 'RUB' });

const UNPAID: OrderNow = {
  status: 'WAITING_PAYMENT',
  paid: rub(120_000),
  price: rub(609_000),
  quote: { due_before_production: rub(609_000), valid_until: '2026-12-14T00:00:00.000Z' },
};

describe('what may be done next', () => {
  it('is one thing first: what leads the order on, of what this caller may', () => {
    const prospects = [may('AddNote'), may('RecordPayment'), may('ApproveManufacturing', 'MANUFACTURING_APPROVED')];
    expect(whatNext(prospects, UNPAID).primary).toEqual({
      command: 'ApproveManufacturing',
      to: 'MANUFACTURING_APPROVED',
    });
    const unpaid = [mayNot('ApproveManufacturing', 'payment-missing'), may('RecordPayment'), may('AddNote')];
    const next = whatNext(unpaid, UNPAID);
    expect(next.primary?.command).toBe('RecordPayment');
    expect(next.others).toEqual([{ group: 'terms', offers: [{ command: 'AddNote', to: null }] }]);
  });

  it('names the way that the goods go, and no refund where none is due', () => {
    const packed = [may('RequestShipment'), may('ShipOrder')];
    expect(whatNext(packed, { status: 'PACKAGING_COMPLETED', delivery_method: 'PICKUP' }).primary?.command).toBe(
      'ShipOrder',
    );
    expect(whatNext(packed, { status: 'PACKAGING_COMPLETED', delivery_method: 'CARRIER' }).primary?.command).toBe(
      'RequestShipment',
    );
    const cancelled = [may('RecordRefund')];
    expect(whatNext(cancelled, { status: 'CANCELLED', refund_due: rub(0) }).primary).toBeNull();
    expect(whatNext(cancelled, { status: 'CANCELLED', refund_due: rub(5) }).primary?.command).toBe('RecordRefund');
  });

  it('gives the reason of the rest with its figures, the nearest first [A19]', () => {
    const { refused } = whatNext(
      [
        mayNot('RequestShipment', 'illegal-transition', { from: ['PACKAGING_COMPLETED'] }),
        mayNot('CancelOrder', 'forbidden', { by: ['crm.supervisor'] }),
        mayNot('StartManufacturing', 'held'),
        mayNot('ApproveManufacturing', 'payment-missing'),
        mayNot('ClaimOrder', 'some-newer-guard'),
      ],
      UNPAID,
    );
    expect(refused).toEqual([
      { command: 'ApproveManufacturing', reason: { why: 'payment', due: rub(609_000), paid: rub(120_000) } },
      { command: 'ClaimOrder', reason: { why: 'told', text: 'some-newer-guard as the API says it' } },
      { command: 'StartManufacturing', reason: { why: 'held' } },
      { command: 'CancelOrder', reason: { why: 'role', roles: ['crm.supervisor'] } },
      { command: 'RequestShipment', reason: { why: 'status', statuses: ['PACKAGING_COMPLETED'] } },
    ]);
  });

  it('leaves out what no person sends, such as the reports of a worker', () => {
    expect(whatNext([may('StartPriceCalculation'), may('ExpireClaim')], UNPAID)).toEqual({
      primary: null,
      others: [],
      refused: [],
    });
  });

  it('has an answer for each of the 23 statuses, of commands that the API has', () => {
    expect(Object.keys(NEXT_IN).sort()).toEqual([...STATUSES].sort());
    const { paths } = commandDocument('test') as { paths: Record<string, unknown> };
    for (const command of PAGE_COMMANDS)
      expect(Object.keys(paths)).toContain(`/v1/orders/{order_id}/commands/${segmentOf(command)}`);
  });
});
