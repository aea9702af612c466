import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { EXCHANGES, exchangeOf, messageType } from '@order-ledger/domain/events';
import { messageId } from '@order-ledger/ledger/identity';
import { envelopeSchema } from '@order-ledger/messaging/envelope';
import { TOPOLOGY } from '@order-ledger/messaging/topology';
import { scrub } from '@order-ledger/platform/mask';
import { createSystem, type System } from '@order-ledger/testing/running/bridge';
import { until } from '@order-ledger/testing/waiting';
import { act, bring } from './support/orders.ts';

/** Servers start and queues are made on a machine that others use too. */
jest.setTimeout(90_000);

let system: System;
beforeEach(async () => {
  system = await createSystem();
});
afterEach(() => system.remove());

const PRICING_TYPES = ['order.order_submitted', 'order.order_revised', 'order.price_recalculation_requested'];

it('publishes every event once, to the exchange of its kind, in the order of each order [B2] [B6]', async () => {
  const { ledger, tapped } = system;
  await system.startBridge();
  const statuses = ['CLOSED', 'RETURNED', 'CANCELLED', 'ON_HOLD', 'ERROR', 'REJECTED'] as const;
  const orderIds = await Promise.all(statuses.map((status) => bring(ledger, status)));
  await until('the checkpoints at the tail', system.atTail);

  const events = await system.events(orderIds);
  const expected = EXCHANGES.flatMap((exchange) =>
    orderIds.map((orderId) =>
      events
        .filter(({ type, metadata }) => metadata.order_id === orderId && exchangeOf(type) === exchange)
        .map(({ type, metadata }) => `${messageType(type)} ${metadata.event_version}`),
    ),
  );
  await until('all messages', () => tapped.length >= events.length);
  const published = EXCHANGES.flatMap((exchange) =>
    orderIds.map((orderId) =>
      tapped
        .filter((one) => one.exchange === exchange && one.envelope.order_id === orderId)
        .map(({ envelope }) => `${envelope.type} ${envelope.event_version}`),
    ),
  );
  expect(published).toEqual(expected);
});

it('publishes envelopes that say what happened, when, and after what, and nobody by name [B2] [B6] [B8] [F2]', async () => {
  const { ledger, tapped } = system;
  await system.startBridge();
  const orderId = await bring(ledger, 'CLOSED');
  await act(ledger, orderId, 'AddNote');
  const events = await system.events([orderId]);
  await until('all messages', () => tapped.length === events.length);
  for (const { envelope } of tapped) {
    expect(envelopeSchema.parse(envelope)).toEqual(envelope);
    const event = events[envelope.event_version - 1]!;
    expect(envelope).toMatchObject({
      subject: orderId,
      order_id: orderId,
      type: messageType(event.type),
      time: event.metadata.occurred_at,
      status_version: event.metadata.status_version,
      correlation_id: event.metadata.correlation_id,
      causation_id: event.metadata.causation_id,
      schema_version: 1,
      data: event.data,
    });
    expect(envelope).not.toHaveProperty('actor');
    // A lawful tracking number may look like a phone number.
    const { tracking_number: _lawful, ...data } = envelope.data;
    const references = Object.values({ ...envelope, ...data }).filter((value) => typeof value === 'string');
    expect(references.filter((text) => scrub(text) !== text)).toEqual([]);
  }
  expect(new Set(tapped.map(({ envelope }) => envelope.id)).size).toBe(tapped.length);
});

it('publishes references of any script as they are stored', async () => {
  const { ledger, tapped } = system;
  await system.startBridge();
  const orderId = crypto.randomUUID();
  const longest = '\u{20BB7}'.repeat(100);
  await act(ledger, orderId, 'InitiateOrder', { customer_ref: longest, external_ref: 'ЗК-000123 № 5' });
  const [created] = await system.events([orderId]);
  await until('its message', () => tapped.length > 0);
  expect(tapped[0]?.envelope.data).toMatchObject({ customer_ref: longest, external_ref: 'ЗК-000123 № 5' });
  expect(tapped[0]?.envelope.data).toEqual(created?.data);
});

it('lets a consumer of one exchange see a gap: previous_version chains within it', async () => {
  const { ledger, tapped } = system;
  await system.startBridge({ window: 1 });
  const orderId = await bring(ledger, 'CLOSED');
  const events = await system.events([orderId]);
  await until('all messages', () => tapped.length === events.length);
  for (const exchange of EXCHANGES) {
    const chain = tapped.filter((one) => one.exchange === exchange).map(({ envelope }) => envelope);
    expect(chain.length).toBeGreaterThan(1);
    expect(chain.map(({ previous_version }) => previous_version)).toEqual([
      undefined,
      ...chain.slice(0, -1).map(({ event_version }) => event_version),
    ]);
  }
});

it('fills the queue of each consumer with the types that it is bound to, and no others', async () => {
  const { ledger, broker } = system;
  await system.startBridge();
  await bring(ledger, 'MANUFACTURING_APPROVED');
  await bring(ledger, 'CANCELLED');
  await until('the checkpoints at the tail', system.atTail);
  const typesIn = async (queue: string): Promise<string[]> => {
    const types: string[] = [];
    for (;;) {
      const message = await broker.take(queue);
      if (message === false) return types.sort();
      types.push(message.properties.type);
    }
  };
  const { 'pricing.intake.v1': pricing, 'manufacturing.plan.v1': manufacturing } = broker.topology.queues;
  expect(PRICING_TYPES).toContain(TOPOLOGY.queues['pricing.intake.v1'].bindings[0]?.key);
  expect(await typesIn(pricing.name)).toEqual([
    'order.order_cancelled',
    'order.order_submitted',
    'order.order_submitted',
  ]);
  expect(await typesIn(manufacturing.name)).toEqual(['order.manufacturing_approved', 'order.order_cancelled']);
});

it('goes on from its checkpoint: what was published before a stop is not published again', async () => {
  const { ledger, tapped } = system;
  const first = await system.startBridge();
  const one = await bring(ledger, 'PRICE_CALCULATED');
  await until('the checkpoints at the tail', system.atTail);
  await first.stop();
  const before = tapped.length;
  const other = await bring(ledger, 'SUBMITTED');
  await system.startBridge();
  await until('the checkpoints at the tail', system.atTail);
  const events = await system.events([one, other]);
  expect(tapped.length).toBe(events.length);
  expect(tapped.slice(before).every(({ envelope }) => envelope.order_id === other)).toBe(true);
});

it('makes the id of a message from the event and the type alone', async () => {
  const { ledger, tapped, pool } = system;
  await system.startBridge();
  await bring(ledger, 'INITIATED');
  await until('the message', () => tapped.length === 1);
  await until('the checkpoints at the tail', system.atTail);
  const { rows } = await pool.query<{ event_id: string }>(
    "select event_id from checkpoint where name = 'orders.admin.v1'",
  );
  expect(tapped[0]?.envelope.id).toBe(messageId(rows[0]!.event_id, 'order.order_initiated'));
});
