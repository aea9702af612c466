import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENT_TYPES } from '@order-ledger/domain/events';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { STATUSES } from '@order-ledger/domain/status';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { type RunningApi, startApi } from '@order-ledger/testing/running/query-api';
import { lifeInto, renamed } from '@order-ledger/testing/running/read-model';
import { SHOWN_TO_PARTNERS, shownData } from '../src/presentation/shown-events.ts';

/** A life with everything in it that is the house's own. */
const LIVES: RecordedEvent[][] = [
  ...STATUSES.map((status, n) => lifeInto(status, n, 'acme')),
  lifeInto('MANUFACTURING_STARTED', 100, 'acme', {
    more: [
      ['AddNote', {}],
      ['ReassignClaim', {}],
      ['HoldOrder', { body: { hold_id: 'hold-1', reason: 'PAYMENT_RISK' } }],
      ['RecordCorrection', {}],
    ],
  }),
  lifeInto('SUBMITTED', 101, 'acme', { more: [['CancelOrder', { body: { reason: 'FRAUD' } }]] }),
  lifeInto('MANUFACTURING_APPROVED', 102, 'acme', {
    more: ['PlanProduction', 'ClaimOrder', 'ReleaseClaim', 'ChangePriority'],
  }),
];
const foreign = renamed(lifeInto('WAITING_SHIPMENT_CONFIRMATION', 103, 'bolt'), 'given to two');

let api: RunningApi;
let acme: string;
let carrier: string;
beforeAll(async () => {
  api = await startApi([...LIVES.flat(), ...foreign]);
  acme = await api.keyOf('acme');
  carrier = await api.tokenOf(ACTORS.carrier);
});
afterAll(() => api.close());

const idOf = (events: readonly RecordedEvent[]): string => (events[0] as RecordedEvent).metadata.order_id;

/** Everybody who works in the house, by the ids that events name them by. */
const PEOPLE = Object.values(ACTORS)
  .map(({ id }) => id)
  .filter((id) => id !== ACTORS.partner.id);

const SECRETS = [
  'FRAUD',
  'PAYMENT_RISK',
  'sub:olga',
  'prusa-4',
  'fdm-1',
  'hmac',
  'trace_id',
  '"actor"',
  'fence_token',
  ...PEOPLE,
];

describe('a partner', () => {
  it('reads of its orders nothing about people, suspicions, machines or errors, whatever happened to them [N3] [O5]', async () => {
    for (const events of LIVES) {
      const id = idOf(events);
      for (const path of [
        `/v1/orders/${id}`,
        `/v1/orders/${id}/timeline`,
        `/v1/orders/${id}/stages`,
        `/v1/orders?q=${id}`,
      ]) {
        const { status, text } = await api.get(path, { credential: acme });
        expect(status).toBe(200);
        for (const secret of SECRETS) expect([path, secret, text.includes(secret)]).toEqual([path, secret, false]);
      }
    }
  });

  it('sees status, history, reason, price and what it may do [O5]', async () => {
    const cancelled = await api.get(`/v1/orders/${idOf(LIVES.at(-2) as RecordedEvent[])}/timeline`, {
      credential: acme,
    });
    expect(cancelled.body.events.at(-1)).toMatchObject({
      type: 'OrderCancelled',
      from: 'SUBMITTED',
      to: 'CANCELLED',
      reason: 'OTHER',
    });
    const rejected = lifeInto('REJECTED', STATUSES.indexOf('REJECTED'), 'acme');
    const { body } = await api.get(`/v1/orders/${idOf(rejected)}`, { credential: acme });
    expect(body).toMatchObject({
      status: 'REJECTED',
      rejection: { reason: 'NOT_WATERTIGHT' },
      allowed_transitions: [],
    });
    const priced = await api.get(`/v1/orders/${idOf(LIVES[STATUSES.indexOf('PRICE_CALCULATED')] as RecordedEvent[])}`, {
      credential: acme,
    });
    expect(priced.body.quote.price).toEqual({ amount: 129_900, currency: 'RUB' });
    expect(priced.body.allowed_transitions).toContainEqual({ command: 'AcceptQuote', to: 'WAITING_PAYMENT' });
    expect(priced.body.claim).toBeUndefined();
  });

  it('is shown only types that were chosen for it: who adds a type chooses again', () => {
    const hidden = EVENT_TYPES.filter((type) => SHOWN_TO_PARTNERS[type] === undefined);
    expect(hidden.sort()).toEqual([
      'ClaimExpired',
      'ClaimReassigned',
      'ClaimReleased',
      'CorrectionRecorded',
      'CustomerDataErased',
      'HoldAdded',
      'HoldReleased',
      'NoteAdded',
      'OrderClaimed',
    ]);
    expect(
      shownData(SHOWN_TO_PARTNERS, 'OrderPutOnHold', { hold_id: 'h', reason: 'PAYMENT_RISK', held_from: 'SUBMITTED' }),
    ).toEqual({ reason: 'OTHER' });
  });
});

describe('a carrier', () => {
  it('reads of an order that it was asked for no more than concerns the parcel [N3]', async () => {
    const order = await api.get(`/v1/orders/${idOf(foreign)}`, { credential: carrier });
    expect(order.status).toBe(200);
    expect(order.text).not.toMatch(/price|paid|customer|partner|claim|priority|bolt/);
    const stages = await api.get(`/v1/orders/${idOf(foreign)}/stages`, { credential: carrier });
    expect(stages.body.stages.map(({ status }: { status: string }) => status)).toEqual([
      'WAITING_SHIPMENT_CONFIRMATION',
    ]);
    const { body, text } = await api.get(`/v1/orders/${idOf(foreign)}/timeline`, { credential: carrier });
    expect(body.events.map(({ type }: { type: string }) => type)).toEqual(['ShipmentRequested']);
    for (const secret of [...SECRETS, 'bolt']) expect([secret, text.includes(secret)]).toEqual([secret, false]);
  });
});
