import { describe, expect, it } from '@jest/globals';
import { COMMAND_NAMES } from '@order-ledger/domain/bodies';
import { decide } from '@order-ledger/domain/decide';
import type { Actor } from '@order-ledger/domain/grants';
import { STATUSES } from '@order-ledger/domain/status';
import { DESCRIBED } from '@order-ledger/testing/graph/described';
import { ACTORS, type ActorName } from '@order-ledger/testing/orders/actors';
import { erroredFrom, heldFrom, journeyTo, partnersOrder, walk } from '@order-ledger/testing/orders/journeys';
import { act, commandFor, given, outcomeOf } from '@order-ledger/testing/orders/specification';
import { GRANTS } from './grant-cases.ts';

describe('who may', () => {
  it.each(GRANTS)('$title [N3]', ({ cases }) => {
    expect(cases.map((grant) => [grant.title, outcomeOf(grant)])).toEqual(
      cases.map((grant) => [grant.title, grant.expected]),
    );
  });

  it.each(STATUSES.filter((status) => status !== 'ON_HOLD' && status !== 'ERROR'))(
    'names the owner of %s to a caller without the grant [A20]',
    (status) => {
      given(journeyTo(status))
        .when('EraseCustomerData', { as: 'analyst' })
        .thenRefused('forbidden', {
          owner: DESCRIBED.owners[status],
          grantees: ['admin'],
        });
    },
  );

  it('names nobody who is refused in this order too [A20]', () => {
    given(journeyTo('INITIATED'))
      .when('AddNote', { as: 'lead' })
      .thenRefused('forbidden', { grantees: ['store.service', 'partner'] });
    given(journeyTo('PRICE_CALCULATED'))
      .when('ApproveManufacturing', { as: 'manager' })
      .thenRefused('forbidden', { grantees: ['crm.agent'] });
  });

  it('names the side that set the hold and the owner of what an error struck [A20]', () => {
    const denied = { as: 'analyst' } as const;
    const byMes = act(journeyTo('SUBMITTED'), 'HoldOrder', { as: 'lead' });
    given(byMes).when('EraseCustomerData', denied).thenRefused('forbidden', { owner: 'MES' });
    given(journeyTo('ON_HOLD')).when('EraseCustomerData', denied).thenRefused('forbidden', { owner: 'CRM' });
    given(erroredFrom('SUBMITTED')).when('EraseCustomerData', denied).thenRefused('forbidden', { owner: 'store' });
    given(act(byMes, 'ReportError')).when('EraseCustomerData', denied).thenRefused('forbidden', { owner: 'MES' });
  });

  it('lets no service out of an error, whatever its roles; people need a note [A22]', () => {
    const robot: Actor = { id: 'process:robot', kind: 'service', roles: ['ops', 'crm.supervisor', 'admin'] };
    const failed = journeyTo('ERROR');
    given(failed).when('ResolveError', { as: robot }).thenRefused('forbidden');
    given(failed).when('CancelOrder', { as: robot }).thenRefused('forbidden');
    given(failed)
      .when('ResolveError', { as: { ...robot, kind: 'person' } })
      .then('ErrorResolved');
    expect(() => commandFor(failed, 'ResolveError', { body: { incident_note: undefined } })).toThrow('incident_note');
  });

  it('admits a service role to a service alone [N3]', () => {
    const person: Actor = { ...ACTORS.pricing, kind: 'person' };
    const seeing: Actor = { ...person, roles: ['pricing.worker', 'analyst'] };
    given(journeyTo('SUBMITTED')).when('StartPriceCalculation', { as: person }).thenRefused('unknown-order');
    given(journeyTo('SUBMITTED')).when('StartPriceCalculation', { as: seeing }).thenRefused('forbidden');
    const partner: Actor = { ...ACTORS.partner, roles: ['admin'] };
    given(partnersOrder()).when('EraseCustomerData', { as: partner }).thenRefused('forbidden');
  });

  it('records the system of the first grant that fits [A13]', () => {
    const systems: [ActorName, string][] = [
      ['agent', 'CRM'],
      ['lead', 'MES'],
    ];
    for (const [as, system] of systems) {
      expect(act(journeyTo('SUBMITTED'), 'HoldOrder', { as }).events.at(-1)?.metadata.system).toBe(system);
    }
    const both: Actor = { id: 'sub:both', kind: 'person', roles: ['mes.lead', 'crm.agent'] };
    const event = act(journeyTo('SUBMITTED'), 'HoldOrder', { as: both }).events.at(-1);
    expect(event?.metadata).toMatchObject({
      system: 'CRM',
      actor: { id: 'sub:both', roles: ['crm.agent', 'mes.lead'] },
    });
  });
});

describe('what a caller reaches', () => {
  const foreign: Actor = { id: 'partner:rival', kind: 'partner', roles: [], partner_id: 'rival' };

  it('hides orders of another partner, and house orders from partners', () => {
    given(partnersOrder()).when('AttachModel', { as: foreign }).thenRefused('unknown-order');
    given(journeyTo('INITIATED')).when('AttachModel', { as: 'partner' }).thenRefused('unknown-order');
    given(partnersOrder()).when('AttachModel').then('ModelFileUploaded');
  });

  it("hides partners' orders from the store", () => {
    given(partnersOrder()).when('AttachModel', { as: 'store' }).thenRefused('unknown-order');
  });

  const rival: Actor = { ...ACTORS.carrier, carrier: 'cdek' };
  const word = { as: rival, body: { carrier: 'cdek' } } as const;
  const packed = journeyTo('PACKAGING_COMPLETED');
  const waiting = journeyTo('WAITING_SHIPMENT_CONFIRMATION');
  const ALREADY_WRONG = { ago: -3_600, precondition: { kind: 'event_version', versions: [1] } } as const;

  it('hides an order from a carrier until it is asked to carry it, whatever it sends and however wrong', () => {
    for (const status of STATUSES) {
      const order = journeyTo(status);
      for (const name of COMMAND_NAMES.filter((each) => each !== 'InitiateOrder')) {
        if (name === 'RecordCarrierEvent' && order === packed) continue;
        for (const sending of [{}, ALREADY_WRONG])
          given(order)
            .when(name, { ...sending, as: rival })
            .thenRefused('unknown-order');
      }
    }
  });

  it('takes a word before the paper from any carrier, while the parcel waits for one', () => {
    given(packed).when('RecordCarrierEvent', word).then('CarrierEventRecorded');
    given(heldFrom('PACKAGING_COMPLETED')).when('RecordCarrierEvent', word).then('CarrierEventRecorded');
    given(waiting).when('RecordCarrierEvent', word).thenRefused('unknown-order');
    given(act(waiting, 'DeclineShipment')).when('RecordCarrierEvent', word).then('CarrierEventRecorded');
    given(walk(waiting, 'DeclineShipment', 'StartPackaging'))
      .when('RecordCarrierEvent', word)
      .thenRefused('unknown-order');
  });

  it('keeps no word for an order that nobody is to carry', () => {
    const pickup = walk(
      act(journeyTo('FILE_UPLOADED'), 'SubmitOrder', { body: { delivery: { method: 'PICKUP' } } }),
      'StartPriceCalculation',
      'CompletePriceCalculation',
      'AcceptQuote',
      'RecordPayment',
      'ApproveManufacturing',
      'ClaimOrder',
      'StartManufacturing',
      'CompleteManufacturing',
      'StartPackaging',
      ['CompletePackaging', { body: { parcels: undefined } }],
    );
    given(pickup).when('RecordCarrierEvent', word).thenRefused('unknown-order');
  });

  const declined = act(waiting, 'DeclineShipment');
  const handedOn = act(declined, 'RequestShipment', { body: { carrier: 'cdek' } });

  it('tells a former carrier nothing but that the order is its business no more', () => {
    const nothing = {
      kind: 'guard',
      code: 'other-shipment-request',
      text: 'dpd has no shipment of this order now',
      status: null,
      allowed_transitions: [],
    };
    for (const order of [handedOn, act(handedOn, 'ConfirmShipment', { as: rival }), act(handedOn, 'HoldOrder')])
      for (const name of COMMAND_NAMES.filter((each) => each !== 'InitiateOrder'))
        for (const sending of [{}, ALREADY_WRONG]) {
          const { decision } = given(order).when(name, { ...sending, as: 'carrier' });
          expect([name, decision]).toEqual([name, { outcome: 'refused', refusal: nothing }]);
        }
  });

  it('tells a former carrier what it said itself, once more', () => {
    const said = { carrier_event_id: 'e-1', kind: 'DELAYED' } as const;
    const known = act(waiting, 'RecordCarrierEvent', { body: said });
    const version = known.events.length;
    const since = act(act(known, 'DeclineShipment'), 'RequestShipment', { body: { carrier: 'cdek' } });
    given(since).when('RecordCarrierEvent', { body: said }).thenRepeats(version);
    given(since)
      .when('RecordCarrierEvent', { body: { ...said, kind: 'LOST' } })
      .thenRefused('other-shipment-request', { status: null });
  });

  it('takes what who declined has to say until another is asked', () => {
    for (const order of [declined, act(declined, 'StartPackaging')])
      given(order).when('RecordCarrierEvent').then('CarrierEventRecorded');
    given(handedOn).when('RecordCarrierEvent').thenRefused('other-shipment-request');
    given(handedOn).when('RecordCarrierEvent', word).then('CarrierEventRecorded');
  });

  it('takes a parcel back to a carrier that is asked again', () => {
    const back = act(act(handedOn, 'DeclineShipment', { as: rival }), 'RequestShipment');
    given(back).when('ConfirmShipment').then('OrderShipped');
    given(back).when('RecordCarrierEvent', word).thenRefused('other-shipment-request');
  });

  it('takes nothing from a carrier whose credential names none', () => {
    for (const roles of [['carrier.adapter'], ['carrier.adapter', 'crm.service']] as const) {
      const nameless: Actor = { id: 'process:nameless', kind: 'service', roles };
      const code = roles.length === 1 ? 'unknown-order' : 'other-shipment-request';
      given(waiting).when('ConfirmShipment', { as: nameless }).thenRefused(code);
      given(waiting).when('ConfirmDelivery', { as: nameless }).thenRefused(code);
      given(packed)
        .when('RecordCarrierEvent', { as: nameless })
        .thenRefused(roles.length === 1 ? 'unknown-order' : 'invalid');
    }
  });

  it('does not tell the right shipment request to who names a wrong one', () => {
    const right = waiting.state?.shipment?.shipment_request_id ?? '';
    for (const as of ['carrier', 'lead', 'manager'] as const)
      for (const name of ['ConfirmShipment', 'DeclineShipment'] as const) {
        const { decision } = given(waiting).when(name, { as, body: { shipment_request_id: 'guessed' } });
        expect(decision).toMatchObject({ refusal: { code: 'other-shipment-request' } });
        expect(JSON.stringify(decision)).not.toContain(right);
      }
  });

  it('answers unknown-order before anything else', () => {
    const command = commandFor(partnersOrder(), 'AttachModel', { as: foreign, precondition: { kind: 'missing' } });
    expect(decide(partnersOrder().state, command)).toEqual({ outcome: 'refused', refusal: { kind: 'unknown-order' } });
  });
});
