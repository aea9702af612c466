import { describe, expect, it } from '@jest/globals';
import { ACTOR_KINDS, type Actor, ROLE_NAMES, ROLES, type Role } from '@order-ledger/domain/grants';
import { type Scope, sees, sightOf } from '@order-ledger/domain/sight';
import type { OrderState } from '@order-ledger/domain/state';
import { EXPECTED_SIGHT } from '@order-ledger/testing/graph/expected-sight';
import { journeyTo, partnersOrder } from '@order-ledger/testing/orders/journeys';
import { act, type Order } from '@order-ledger/testing/orders/specification';

const waiting = journeyTo('WAITING_SHIPMENT_CONFIRMATION');
const ORDERS: Readonly<Record<string, Order>> = {
  "acme's": partnersOrder(),
  "the house's": journeyTo('INITIATED'),
  'to be delivered by a carrier': journeyTo('PACKAGING_COMPLETED'),
  'asked of dpd': waiting,
  'asked of dpd, then of cdek': act(act(waiting, 'DeclineShipment'), 'RequestShipment', { body: { carrier: 'cdek' } }),
};
const ALL = Object.keys(ORDERS);
const OF_HOUSE = ALL.filter((name) => name !== "acme's");
const OF_DPD = ['asked of dpd', 'asked of dpd, then of cdek'];
const OF_CDEK = ['asked of dpd, then of cdek'];

const SEEN = { all: ALL, "the house's": OF_HOUSE, "its carrier's": OF_DPD } as const;
const SCOPE: Readonly<Record<keyof typeof SEEN, Scope>> = {
  all: 'everything',
  "the house's": [{ house: true }],
  "its carrier's": [{ carrier: 'dpd' }],
};

const actor = (kind: Actor['kind'], roles: readonly Role[], more: Partial<Actor> = {}): Actor => ({
  id: 'somebody',
  kind,
  roles,
  ...more,
});
const seenBy = (who: Actor): string[] => ALL.filter((name) => sees(who, ORDERS[name]?.state as OrderState));

describe('which orders exist for whom', () => {
  it.each(ROLE_NAMES)('%s, of every kind of actor [N3]', (role) => {
    for (const kind of ACTOR_KINDS) {
      const who = actor(kind, [role], { carrier: 'dpd' });
      const carried = kind !== 'partner' && (kind === 'service' || !ROLES[role].serviceOnly);
      expect([kind, seenBy(who)]).toEqual([kind, carried ? SEEN[EXPECTED_SIGHT[role]] : []]);
      expect([kind, sightOf(who)]).toEqual([kind, carried ? SCOPE[EXPECTED_SIGHT[role]] : []]);
    }
  });

  it('a partner: its own alone, whatever roles it claims; a partner without a name: none [N3]', () => {
    const acme = actor('partner', ['admin'], { partner_id: 'acme' });
    expect([seenBy(acme), sightOf(acme)]).toEqual([["acme's"], [{ partner_id: 'acme' }]]);
    expect(seenBy(actor('partner', [], { partner_id: 'bolt' }))).toEqual([]);
    const nameless = actor('partner', []);
    expect([seenBy(nameless), sightOf(nameless)]).toEqual([[], []]);
  });

  it('a carrier: what it was ever asked for [N3]', () => {
    expect(seenBy(actor('service', ['carrier.adapter'], { carrier: 'cdek' }))).toEqual(OF_CDEK);
    const nameless = actor('service', ['carrier.adapter']);
    expect([seenBy(nameless), sightOf(nameless)]).toEqual([[], []]);
  });

  it('who carries several roles: what they see together; who carries none: nothing [N3]', () => {
    const both = actor('service', ['store.service', 'carrier.adapter'], { carrier: 'cdek' });
    expect(sightOf(both)).toEqual([{ house: true }, { carrier: 'cdek' }]);
    expect(seenBy(both)).toEqual(OF_HOUSE);
    expect(sightOf(actor('service', ['store.service', 'mes.packer']))).toBe('everything');
    expect(sightOf(actor('person', ['store.service', 'carrier.adapter'], { carrier: 'dpd' }))).toEqual([]);
    expect(sightOf(actor('person', []))).toEqual([]);
  });
});
