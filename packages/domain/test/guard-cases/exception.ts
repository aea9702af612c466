import type { Actor } from '@order-ledger/domain/grants';
import { erroredFrom, heldFrom, journeyTo } from '@order-ledger/testing/orders/journeys';
import { act } from '@order-ledger/testing/orders/specification';
import { caseList } from './case-list.ts';
import { EUR, rub } from './circumstances.ts';

const { cases, check } = caseList();
const submitted = journeyTo('SUBMITTED');
const waiting = journeyTo('WAITING_PAYMENT');
const making = journeyTo('MANUFACTURING_STARTED');

// Cancellation, holds, errors, corrections
const halfPaid = act(waiting, 'RecordPayment', { body: { amount: rub(1) } });
check(
  waiting,
  'CancelOrder',
  { as: 'manager', body: { reason: 'EXPIRED' } },
  'OrderCancelled',
  'by the process manager when nothing is paid',
);
check(
  halfPaid,
  'CancelOrder',
  { as: 'manager', body: { reason: 'EXPIRED' } },
  'not-expired-unpaid',
  'by the process manager when something is paid',
);
check(halfPaid, 'CancelOrder', { body: { reason: 'EXPIRED' } }, 'OrderCancelled', 'by a person when something is paid');
const held = heldFrom('SUBMITTED');
const charge = { cost_decision: 'SPLIT', charge: EUR } as const;
for (const order of [waiting, making, heldFrom('WAITING_PAYMENT'), erroredFrom('WAITING_PAYMENT')]) {
  const where = `in ${order.state?.status}`;
  const charged = (amount: number) => ({ ...charge, charge: rub(amount) });
  check(order, 'CancelOrder', { body: charge }, 'currency', `${where} with a charge in another currency`);
  check(order, 'CancelOrder', { body: charged(129_900) }, 'OrderCancelled', `${where} with the price as charge`);
  check(order, 'CancelOrder', { body: charged(129_901) }, 'charge-beyond-price', `${where} with more than it`);
}
const unpriced = { ...charge, charge: rub(1) };
check(held, 'CancelOrder', { body: unpriced }, 'charge-beyond-price', 'with a charge before there is a price');
check(
  making,
  'CancelOrder',
  { body: { ...unpriced, charge: rub(129_901), reason: 'OTHER' } },
  'OrderCancelled',
  'by a supervisor who says why it is more',
);
check(
  making,
  'CancelOrder',
  { body: { cost_decision: undefined } },
  'cost-decision-missing',
  'in the works without saying who pays',
);
for (const field of ['incident_note', 'goods_location', 'cost_decision'] as const)
  check(
    journeyTo('ERROR'),
    'CancelOrder',
    { body: { [field]: undefined } },
    'incident-incomplete',
    `out of an error without ${field}`,
  );
const robot: Actor = { id: 'process:robot', kind: 'service', roles: ['ops', 'crm.supervisor'] };
for (const name of ['ResolveError', 'CancelOrder'] as const) {
  check(journeyTo('ERROR'), name, { as: robot }, 'forbidden', 'out of an error by a service with the roles [A22]');
}
const heldTwice = act(held, 'HoldOrder', { as: 'lead' });
check(held, 'ResumeOrder', { body: { hold_id: 'hold-77' } }, 'unknown-hold', 'of a hold that is not there');
check(heldTwice, 'ResumeOrder', {}, 'HoldReleased', 'of one of two holds');
check(act(heldTwice, 'ResumeOrder'), 'ResumeOrder', {}, 'OrderResumed', 'of the last hold');
check(
  submitted,
  'RecordCorrection',
  { body: { corrects_event_version: 3 } },
  'CorrectionRecorded',
  'of the last event',
);
check(
  submitted,
  'RecordCorrection',
  { body: { corrects_event_version: 4 } },
  'unknown-event-version',
  'of an event that is not there',
);

export const EXCEPTION_CASES = cases;
