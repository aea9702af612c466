import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { decide } from '@order-ledger/domain/decide';
import type { Actor } from '@order-ledger/domain/grants';
import { STATUSES } from '@order-ledger/domain/status';
import { ACTORS, type ActorName } from './actors.ts';
import { GRANTS } from './grant-cases.ts';
import { erroredFrom, journeyTo, partnersOrder } from './journeys.ts';
import { act, commandFor, given, outcomeOf } from './specification.ts';

const described = JSON.parse(readFileSync(new URL('./fixtures/order-graph.json', import.meta.url), 'utf8')) as {
  owners: Record<string, string>;
};

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
          owner: described.owners[status],
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
    given(journeyTo('SUBMITTED')).when('StartPriceCalculation', { as: person }).thenRefused('forbidden');
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

  it('hides orders of another carrier from a carrier, not those that it was asked for before', () => {
    const rival: Actor = { ...ACTORS.carrier, carrier: 'cdek' };
    const event = { as: rival, body: { carrier: 'cdek' } } as const;
    const waiting = journeyTo('WAITING_SHIPMENT_CONFIRMATION');
    given(waiting).when('RecordCarrierEvent', event).thenRefused('unknown-order');
    given(waiting).when('ConfirmShipment', { as: rival }).thenRefused('unknown-order');
    const asked = act(act(waiting, 'DeclineShipment'), 'RequestShipment', { body: { carrier: 'cdek' } });
    given(asked).when('RecordCarrierEvent', event).then('CarrierEventRecorded');
    given(asked).when('RecordCarrierEvent').then('CarrierEventRecorded');
    given(journeyTo('INITIATED')).when('RecordCarrierEvent', event).then('CarrierEventRecorded');
  });

  it('answers unknown-order before anything else', () => {
    const command = commandFor(partnersOrder(), 'AttachModel', { as: foreign, precondition: { kind: 'missing' } });
    expect(decide(partnersOrder().state, command)).toEqual({ outcome: 'refused', refusal: { kind: 'unknown-order' } });
  });
});
