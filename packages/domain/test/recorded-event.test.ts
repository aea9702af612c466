import { describe, expect, it } from '@jest/globals';
import { EVENT_TYPES, EVENTS, exchangeOf, messageType } from '@order-ledger/domain/events';
import { NewerWriterError, recordedEvent, UnreadableEventError } from '@order-ledger/domain/recorded-event';
import { newestVersion, type OlderVersions } from '@order-ledger/domain/upcast';
import { STORED_EVENTS, type StoredEvent } from '@order-ledger/testing/orders/stored-events';
import { z } from 'zod';

const sample = (type: string): StoredEvent => {
  const found = STORED_EVENTS.find((candidate) => candidate.type === type);
  if (found === undefined) throw new Error(`no sample of ${type}`);
  return found;
};

describe('stored events', () => {
  it.each(EVENT_TYPES)('%s of every version is read for ever [F4]', (type) => {
    const samples = STORED_EVENTS.filter((candidate) => candidate.type === type);
    const versions = new Set(samples.map(({ metadata }) => metadata.schema_version));
    expect([...versions].sort()).toEqual(Array.from({ length: newestVersion(type) }, (_, index) => index + 1));
    for (const { data, metadata } of samples) {
      const event = recordedEvent(type, data, metadata);
      expect(event.metadata).toEqual(metadata);
      if (metadata.schema_version === newestVersion(type)) expect(event.data).toEqual(data);
    }
  });

  it.each(EVENT_TYPES)('%s holds no field that its schema does not know, and misses none that it needs', (type) => {
    const { data, metadata } = sample(type);
    expect(() => recordedEvent(type, { ...data, surplus: 1 }, metadata)).toThrow(UnreadableEventError);
    for (const field of Object.keys(data)) {
      const { [field]: _gone, ...rest } = data;
      const optional = field in EVENTS[type].data.shape && EVENTS[type].data.safeParse(rest).success;
      if (!optional) expect(() => recordedEvent(type, rest, metadata)).toThrow(field);
    }
  });
});

describe('what an older program meets', () => {
  const { data, metadata } = sample('OrderSubmitted');

  it('stops at a type that it does not know [F2, K7]', () => {
    expect(() => recordedEvent('OrderTeleported', {}, metadata)).toThrow(NewerWriterError);
  });

  it('stops at a schema_version that it does not know, before it looks at the data [F2, K7]', () => {
    const newer = { ...metadata, schema_version: 2 };
    expect(() => recordedEvent('OrderSubmitted', { unheard: 'of' }, newer)).toThrow(
      expect.objectContaining({ code: 'newer-writer', message: expect.stringContaining('schema_version 2') }),
    );
  });

  it.each([
    ['data as a plain string', '{"broken', metadata],
    ['data as null', null, metadata],
    ['metadata as bytes', data, Uint8Array.of(1)],
    ['metadata without a version', data, { ...metadata, schema_version: undefined }],
    ['metadata with more than it knows', data, { ...metadata, surplus: 1 }],
    ['a time in another form', data, { ...metadata, recorded_at: '2026-03-02T08:00:00Z' }],
    ['a time that is no date', data, { ...metadata, recorded_at: '2026-02-30T08:00:00.000Z' }],
    ['a control character', { ...data, material: 'PLA\u0000' }, metadata],
  ])('passes no event on with %s', (_what, badData, badMetadata) => {
    expect(() => recordedEvent('OrderSubmitted', badData, badMetadata)).toThrow(UnreadableEventError);
  });
});

describe('upcasting', () => {
  // OrderSubmitted as if it had been written in two earlier forms: pieces, then count, now quantity.
  const older: OlderVersions = {
    OrderSubmitted: [
      {
        data: z.looseObject({ pieces: z.string() }),
        lift: ({ pieces, ...rest }) => ({ ...rest, count: Number(pieces) }),
      },
      { data: z.looseObject({ count: z.int() }), lift: ({ count, ...rest }) => ({ ...rest, quantity: count }) },
    ],
  };
  const { data, metadata } = sample('OrderSubmitted');
  const { quantity: _, ...rest } = data;
  const read = (form: object, schema_version: number) =>
    recordedEvent('OrderSubmitted', form, { ...metadata, schema_version }, older);

  it('lifts every old form to the newest through each version between [F4]', () => {
    expect(newestVersion('OrderSubmitted', older)).toBe(3);
    expect(read({ ...rest, pieces: '10' }, 1).data).toEqual(data);
    expect(read({ ...rest, count: 10 }, 2).data).toEqual(data);
    expect(read(data, 3).data).toEqual(data);
  });

  it('keeps the metadata as they were stored, so that the hash still fits', () => {
    expect(read({ ...rest, count: 10 }, 2).metadata.schema_version).toBe(2);
  });

  it('holds an old form against its own schema', () => {
    expect(() => read({ ...rest, count: 'ten' }, 2)).toThrow('OrderSubmitted of schema_version 2');
    expect(() => read({ ...rest, count: 0 }, 2)).toThrow(UnreadableEventError);
    expect(() => read(data, 4)).toThrow(NewerWriterError);
  });
});

describe('a correction', () => {
  const older = sample('CorrectionRecorded');

  it('from before it could say what is right says nothing of it [F4]', () => {
    expect(older.metadata.schema_version).toBe(1);
    expect(recordedEvent('CorrectionRecorded', older.data, older.metadata).data).toEqual({
      corrects_event_version: 1,
      reason: 'WRONG_VALUE',
    });
  });

  it('of the first version never held figures: one that does is not what was written', () => {
    const figures = { ...older.data, good_quantity: 2 };
    expect(() => recordedEvent('CorrectionRecorded', figures, older.metadata)).toThrow(UnreadableEventError);
    const newer = recordedEvent('CorrectionRecorded', figures, { ...older.metadata, schema_version: 2 });
    expect(newer.data).toEqual(figures);
  });
});

// Which exchange a type goes to is frozen for ever: this list is written by hand and only grows.
const BY_EXCHANGE = {
  'orders.pricing.v1':
    'ModelFileUploaded ModelFileReplaced OrderSubmitted OrderRevised PriceCalculationStarted PriceCalculationRestarted PriceRecalculationRequested PriceCalculated OrderRejected',
  'orders.production.v1':
    'ManufacturingApproved ProductionPlanned OrderClaimed ClaimReleased ClaimReassigned ClaimExpired ManufacturingStarted ManufacturingFailed ManufacturingCompleted ReworkRequired ShortageAccepted PackagingStarted PackagingCompleted ShipmentRequested ShipmentDeclined OrderShipped CarrierEventRecorded',
  'orders.admin.v1':
    'OrderInitiated QuoteAccepted PaymentRecorded PaymentRefunded CancellationRequested CancellationDeclined OrderCancelled OrderPutOnHold HoldAdded HoldReleased OrderResumed OrderErrored ErrorResolved OrderDelivered OrderClosed ReturnRequested OrderReturned ReturnDeclined DueDateChanged PriorityChanged NoteAdded CorrectionRecorded CustomerDataErased',
};

describe('event types', () => {
  it.each(Object.entries(BY_EXCHANGE))('on %s are these, for ever [B11]', (exchange, types) => {
    expect(EVENT_TYPES.filter((type) => exchangeOf(type) === exchange).sort()).toEqual(types.split(' ').sort());
  });

  it('have their message type in snake_case', () => {
    expect(messageType('PriceCalculated')).toBe('order.price_calculated');
    expect(messageType('OrderPutOnHold')).toBe('order.order_put_on_hold');
    expect(new Set(EVENT_TYPES.map(messageType)).size).toBe(EVENT_TYPES.length);
  });
});
