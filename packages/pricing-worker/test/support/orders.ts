import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Body, CommandName } from '@order-ledger/domain/bodies';
import type { Context } from '@order-ledger/domain/command';
import { type EventType, messageType } from '@order-ledger/domain/events';
import type { Actor } from '@order-ledger/domain/grants';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { callerOf, commandId, eventId, messageId, newOrderId, requestHash } from '@order-ledger/ledger/identity';
import type { Ledger } from '@order-ledger/ledger/ledger';
import type { Messaging } from '@order-ledger/messaging/connection';
import { toEnvelope } from '@order-ledger/messaging/envelope';
import { inspectModel } from '@order-ledger/pricing/model-file';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { CONTEXT, TERMS } from '@order-ledger/testing/orders/rightful';

export type Tenant = 'house' | 'acme' | 'globex';

export interface Model {
  bytes: Uint8Array;
  sha256: string;
  context: NonNullable<Context['upload']>['model'];
}

export const modelOf = async (bytes: Uint8Array): Promise<Model> => {
  const inspected = await inspectModel(Readable.from([bytes]));
  if (!inspected.ok) throw new Error(`the test's model is unreadable: ${inspected.fault.code}`);
  const { bytes: size, format, triangles, bounding_box } = inspected.model;
  const [x, y, z] = bounding_box.map((length) => Math.round(length * 1_000)) as [number, number, number];
  return {
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    context: { bytes: size, format, triangles, bounding_box: [x, y, z], warnings: [] },
  };
};

const partner = (id: string): Actor => ({ id, kind: 'partner', roles: [], partner_id: id });
const customerOf = (tenant: Tenant): Actor => (tenant === 'house' ? ACTORS.store : partner(tenant));

/** Types that the pricing's queue is bound to. */
const CONSUMED: ReadonlySet<EventType> = new Set<EventType>([
  ...(['OrderSubmitted', 'OrderRevised', 'PriceRecalculationRequested', 'OrderCancelled'] as const),
  ...(['OrderPutOnHold', 'OrderResumed', 'OrderErrored', 'ErrorResolved'] as const),
]);

export interface Submitted {
  tenant?: Tenant;
  model: Model;
  spec?: Partial<Body<'SubmitOrder'>>;
  terms?: Partial<typeof TERMS> | { quote_validity_s: number };
  /** False: the message of the submission is lost. */
  published?: boolean;
}

/** Orders as their customers would send them: every command goes to the ledger, every message to the broker. */
export const createOrders = (ledger: Ledger, messaging: Messaging) => {
  const published = new Set<string>();
  const publish = async (events: readonly RecordedEvent[]): Promise<void> => {
    for (const event of events) {
      if (!CONSUMED.has(event.type)) continue;
      const id = messageId(eventId(event.metadata.hash), messageType(event.type));
      await messaging.publish(toEnvelope(event, { id }), { mandatory: true });
      published.add(id);
    }
  };

  const send = async <Name extends CommandName>(
    orderId: string,
    actor: Actor,
    command: Name,
    body: Body<Name>,
    { context = {}, published = true }: { context?: Context; published?: boolean } = {},
  ): Promise<RecordedEvent[]> => {
    const key = randomUUID();
    const outcome = await ledger.execute<Name>({
      command,
      command_id: commandId(callerOf(actor), orderId, key),
      order_id: orderId,
      actor,
      correlation_id: `chain-${key}`,
      causation_id: `request-${key}`,
      prepare: async () => ({
        body,
        request_hash: requestHash(command, orderId, body, { detail: 'x', incident_note: 'x', note: 'x' }),
        context,
      }),
    });
    if (outcome.outcome === 'refused') throw new Error(`${command} was refused: ${JSON.stringify(outcome.refusal)}`);
    if (published) await publish(outcome.events);
    return outcome.events;
  };

  const submit = async ({ tenant = 'house', model, spec = {}, terms = {}, published = true }: Submitted) => {
    const actor = customerOf(tenant);
    const orderId = newOrderId(callerOf(actor), randomUUID());
    await send(
      orderId,
      actor,
      'InitiateOrder',
      { customer_ref: 'customer-17', channel: tenant === 'house' ? 'ONLINE_STORE' : 'API', priority: 'NORMAL' },
      { context: { account: { ...CONTEXT.account, terms: { ...TERMS, ...terms } } } },
    );
    const owner = tenant === 'house' ? 'house' : `partner:${tenant}`;
    await send(
      orderId,
      actor,
      'AttachModel',
      { upload_id: 'upload-1', sha256: model.sha256, unit: 'MM' },
      { context: { upload: { owner, sha256: model.sha256, complete: true, valid: true, model: model.context } } },
    );
    await send(
      orderId,
      actor,
      'SubmitOrder',
      { material: 'PLA', process: 'FDM', quantity: 3, delivery: { method: 'PICKUP' }, ...spec },
      { context: CONTEXT, published },
    );
    return orderId;
  };

  const events = async (orderId: string): Promise<RecordedEvent[]> => {
    const all: RecordedEvent[] = [];
    for await (const event of ledger.readOrder(orderId)) all.push(event);
    return all;
  };

  return {
    submit,
    send,
    publish,
    /** Ids of all messages until now. */
    published: (): ReadonlySet<string> => published,
    events,
    types: async (orderId: string) => (await events(orderId)).map(({ type }) => type),
    status: async (orderId: string) => (await ledger.load(orderId))?.status,
    /** The data of the last event of this type. */
    last: async <Type extends EventType>(orderId: string, type: Type) =>
      (await events(orderId)).findLast((event): event is RecordedEvent & { type: Type } => event.type === type),
  };
};
export type Orders = ReturnType<typeof createOrders>;
