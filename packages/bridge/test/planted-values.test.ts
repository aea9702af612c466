import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { readEnvelope } from '@order-ledger/messaging/envelope';
import type { QueueName } from '@order-ledger/messaging/topology';
import { appendForeignTo, rechained } from '@order-ledger/testing/ledger/foreign-events';
import { MARK, MARKED_EVENTS } from '@order-ledger/testing/orders/planted';
import { createSystem, type System } from '@order-ledger/testing/running/bridge';
import { until } from '@order-ledger/testing/waiting';

jest.setTimeout(120_000);

let system: System;
beforeAll(async () => {
  system = await createSystem();
  const order = String(MARKED_EVENTS[0]?.metadata.order_id);
  await appendForeignTo(system.store.url, order, rechained(order, MARKED_EVENTS));
  await system.startBridge();
  await until('the checkpoints at the tail', system.atTail);
}, 120_000);
afterAll(() => system.remove(), 60_000);

/** What of an order's references, codes and texts comes to a consumer. Plain texts and who acted come to nobody. */
const CARRIED: Readonly<Record<QueueName, readonly string[]>> = {
  // A hold and an error stop a calculation; of the texts there are references alone.
  'pricing.intake.v1': ['address_ref', 'correlation_id', 'hold_id', 'ref', 'trace_id'],
  'manufacturing.plan.v1': ['correlation_id'],
};

const messagesIn = async (name: QueueName): Promise<Buffer[]> => {
  const found: Buffer[] = [];
  for (;;) {
    const message = await system.broker.take(system.broker.topology.queues[name].name);
    if (message === false) return found;
    found.push(
      message.content,
      Buffer.from(JSON.stringify(message.properties)),
      Buffer.from(message.fields.routingKey),
    );
  }
};

it.each(Object.entries(CARRIED) as [QueueName, readonly string[]][])(
  'of what was planted in every field %s gets what its table names, and never who acted [M1] [N3]',
  async (name, fields) => {
    const messages = await messagesIn(name);
    const text = messages.map(String).join('\n');
    expect(messages.length).toBeGreaterThan(0);
    expect([...new Set([...text.matchAll(MARK)].map(([, field]) => field))].sort()).toEqual(fields);
    expect(text.replaceAll(MARK, '')).not.toMatch(/sub:|process:|partner:|"actor"|"roles"/);
    for (const message of messages) if (message.toString().startsWith('{"id"')) readEnvelope(message);
  },
);
