import type { Actor } from '@order-ledger/domain/grants';
import { atHand } from '@order-ledger/domain/pieces';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { heldFrom, journeyTo } from '@order-ledger/testing/orders/journeys';
import { act } from '@order-ledger/testing/orders/specification';
import { caseList } from './case-list.ts';

const { cases, check } = caseList();

// Claims and fence tokens
const approved = journeyTo('MANUFACTURING_APPROVED');
const claimed = act(approved, 'ClaimOrder');
const rival: Actor = { ...ACTORS.operator, id: 'sub:olga' };
const stale = { fence_token: 7 };
check(claimed, 'ClaimOrder', { as: rival }, 'claimed', 'when another was first [H2]');
check(claimed, 'StartManufacturing', {}, 'ManufacturingStarted', 'by the holder');
check(claimed, 'StartManufacturing', { as: rival }, 'not-claim-holder', 'by another [H3]');
check(claimed, 'StartManufacturing', { body: stale }, 'stale-fence-token', 'with a stale token [H5]');
check(claimed, 'StartManufacturing', { body: { fence_token: undefined } }, 'stale-fence-token', 'without a token');
const expired = act(claimed, 'ExpireClaim');
check(expired, 'StartManufacturing', { body: { fence_token: 1 } }, 'not-claimed', 'by an expired holder [H5]');
check(
  act(expired, 'ClaimOrder', { as: rival }),
  'StartManufacturing',
  { as: 'operator', body: { fence_token: 1 } },
  'not-claim-holder',
  'by an expired holder after another took it [H5]',
);
const again = act(expired, 'ClaimOrder');
check(
  again,
  'StartManufacturing',
  { body: { fence_token: 1 } },
  'stale-fence-token',
  "with the token of one's claim before [H5]",
);

const making = journeyTo('MANUFACTURING_STARTED');
const failed = journeyTo('MANUFACTURING_FAILED');
const rework = journeyTo('REWORK_REQUIRED');
const packing = journeyTo('PACKAGING_STARTED');
for (const [order, name, event] of [
  [failed, 'StartManufacturing', 'ManufacturingStarted'],
  [rework, 'StartManufacturing', 'ManufacturingStarted'],
  [making, 'FailManufacturing', 'ManufacturingFailed'],
  [packing, 'CompletePackaging', 'PackagingCompleted'],
] as const) {
  const where = `in ${order.state?.status}`;
  check(
    order,
    name,
    { as: name === 'CompletePackaging' ? { ...ACTORS.packer, id: 'sub:paul' } : rival },
    'not-claim-holder',
    `${where} by another`,
  );
  check(
    order,
    name,
    { body: { fence_token: undefined } },
    'stale-fence-token',
    `${where} by the holder without his token`,
  );
  check(order, name, { as: 'lead' }, event, `${where} by a lead who knows the claim`);
  check(
    order,
    name,
    { as: 'lead', body: { fence_token: undefined } },
    'stale-fence-token',
    `${where} by a lead without the token`,
  );
  const free = act(order, 'ReleaseClaim');
  check(
    free,
    name,
    { as: 'lead', body: { fence_token: undefined } },
    event,
    `${where} by a lead while nobody holds it`,
  );
  check(
    free,
    name,
    { as: 'lead', body: { fence_token: 1 } },
    'stale-fence-token',
    `${where} by a lead with the token of a claim that is gone`,
  );
}
check(making, 'CompleteManufacturing', { as: rival }, 'not-claim-holder', 'by another [H3]');
check(making, 'CompleteManufacturing', { body: stale }, 'stale-fence-token', 'with a stale token [H5]');
check(making, 'CompleteManufacturing', { as: 'lead' }, 'not-claim-holder', 'by a lead who does not hold it');
const leads = act(act(making, 'ReleaseClaim'), 'ClaimOrder', { as: 'lead' });
check(leads, 'CompleteManufacturing', {}, 'ManufacturingCompleted', 'by a lead who holds it');
for (const order of [failed, journeyTo('MANUFACTURING_COMPLETED'), packing]) {
  const where = `in ${order.state?.status}`;
  check(order, 'RequireRework', { body: stale }, 'stale-fence-token', `${where} by quality with a stale token`);
  check(
    order,
    'RequireRework',
    { as: rival, body: { rejected_quantity: 0 } },
    order.state?.claim ? 'not-claim-holder' : 'not-claimed',
    `${where} by an operator who does not hold it`,
  );
  const made = order.state === null ? 0 : atHand(order.state.pieces);
  check(
    order,
    'RequireRework',
    { body: { rejected_quantity: made } },
    'ReworkRequired',
    `${where} of all that was made`,
  );
  check(
    order,
    'RequireRework',
    { body: { rejected_quantity: made + 1 } },
    'quantity',
    `${where} of more than was made`,
  );
}
check(packing, 'RequireRework', { as: 'packer', body: { fence_token: 2 } }, 'ReworkRequired', 'by the holder');
check(packing, 'RequireRework', { as: 'lead' }, 'stale-fence-token', 'by a lead without the token');
check(making, 'RenewClaim', { as: rival }, 'not-claim-holder', 'by another');
check(making, 'RenewClaim', { body: stale }, 'stale-fence-token', 'with a stale token');
check(making, 'ReleaseClaim', { as: rival }, 'not-claim-holder', 'by another');
check(making, 'ReleaseClaim', { body: stale }, 'stale-fence-token', 'with a stale token');
check(making, 'ReleaseClaim', { as: 'lead' }, 'ClaimReleased', 'by a lead [H6]');
check(making, 'ReleaseClaim', { as: 'lead', body: stale }, 'stale-fence-token', 'by a lead of a claim that is gone');
check(
  heldFrom('MANUFACTURING_STARTED'),
  'ReleaseClaim',
  { as: 'keeper', body: { reason: 'HELD_TOO_LONG' } },
  'ClaimReleased',
  'by the keeper of claims',
);
check(making, 'ExpireClaim', { body: stale }, 'stale-fence-token', 'of a claim that was renewed by another');
check(making, 'ReassignClaim', { body: { to_operator: ACTORS.operator.id } }, 'same-operator', 'to its holder');
const takenOver = act(making, 'ReassignClaim');
check(takenOver, 'FailManufacturing', { as: rival }, 'ManufacturingFailed', 'by the new holder after a hand-over [H6]');
check(
  takenOver,
  'FailManufacturing',
  { as: 'operator', body: { fence_token: 1 } },
  'not-claim-holder',
  'by the old holder after a hand-over [H6]',
);

export const CLAIM_CASES = cases;
