import { COMMAND_NAMES, type CommandName, REQUEST_BODIES } from '@order-ledger/domain/bodies';
import { decide } from '@order-ledger/domain/decide';
import { STATUSES, type Status } from '@order-ledger/domain/status';
import { FREE_TEXT_FIELDS, type TextReference } from '@order-ledger/domain/values';
import { expectedOf } from '@order-ledger/testing/graph/expected-matrix';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { journeyTo, walk } from '@order-ledger/testing/orders/journeys';
import { RIGHTFUL, TEXT } from '@order-ledger/testing/orders/rightful';
import {
  act,
  commandFor,
  noOrder,
  type Order,
  orderOf,
  type Sending,
} from '@order-ledger/testing/orders/specification';
import type { Reply } from '@order-ledger/testing/running/command-api';
import { COMMAND_BY_SEGMENT } from '../../../command-api/src/command-names.ts';
import { someBodies } from './any-body.ts';
import type { EveryReader } from './every-reader.ts';

type Fields = Record<string, unknown>;

/** A body that was taken, and what came of it. */
export interface Taken {
  readonly name: CommandName;
  readonly order_id: string;
  readonly body: Fields;
  readonly events: readonly { event_version: number }[];
}

/** What no status says of itself: that the order may be approved. */
const PAID = ['RecordPayment'] as const;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SEGMENTS = new Map([...COMMAND_BY_SEGMENT].map(([segment, name]) => [name, segment]));

/** What must exist beside the order: a made-up one is refused, and that is all there is to it. */
const OTHER_THINGS = ['partner_id', 'remake_of_order_id', 'replaces_order_id', 'remake_order_id'];

const READING = { reader: 'test', order_id: crypto.randomUUID(), event_version: 1, correlation_id: 'test' };

const isText = (field: string): boolean => (FREE_TEXT_FIELDS as readonly string[]).includes(field);
const plain = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, isText(field) ? `a ${field}` : value]));

/** Where the command is lawful from its rightful caller, and a carrier knows of the order. */
const lawfulIn = (name: CommandName): Status[] =>
  STATUSES.filter((status) => {
    if (name === 'ApproveManufacturing') return status === 'WAITING_PAYMENT';
    return /^([A-Z]|nothing$)/.test(expectedOf(status, name));
  });

const subsets = <Item>(items: readonly Item[], size: number): Item[][] =>
  size === 0
    ? [[]]
    : items.flatMap((item, index) => subsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]));

/** Fields that only go together are at most so many. */
const MOST_TOGETHER = 3;

/**
 * As much of a body as the order's guards let through: the rest is what the rightful caller sends, such as the attempt
 * that is next. Null where not even he could send it.
 */
const admissible = (order: Order, name: CommandName, given: Fields): Fields | null => {
  const rightful = plain(RIGHTFUL[name](order.state).body as Fields);
  const parsed = REQUEST_BODIES[name].parse(given) as Fields;
  const accepts = (fields: readonly string[]): boolean => {
    const body = Object.fromEntries(
      fields.map((field) => [field, isText(field) && field in parsed ? TEXT : parsed[field]]),
    );
    try {
      return decide(order.state, commandFor(order, name, { body } as Sending)).outcome === 'accepted';
    } catch {
      // Fields that contradict each other.
      return false;
    }
  };
  if (!accepts([])) return null;
  const fields = Object.keys(REQUEST_BODIES[name].shape).filter(
    (field) => (field in given || field in rightful) && !OTHER_THINGS.includes(field),
  );
  let taken: readonly string[] = accepts(fields) ? fields : [];
  for (let size = 1; size <= MOST_TOGETHER; size += 1)
    for (const some of subsets(
      fields.filter((field) => !taken.includes(field)),
      size,
    ))
      if (accepts([...taken, ...some])) taken = [...new Set([...taken, ...some])];
  const chosen = { ...rightful, ...Object.fromEntries(taken.map((field) => [field, given[field]])) };
  return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
};

/** What callers say of when it happened; people not further back than they may. */
const occurredAt = (kind: string, n: number): Fields => {
  const times = [
    undefined,
    new Date(Date.now() - 29 * DAY_MS).toISOString().replace('Z', '456789z'),
    kind === 'service' ? '1970-01-01T14:00:00+14:00' : undefined,
    kind === 'service' ? '2016-12-31T23:59:60Z' : undefined,
  ];
  const time = times[n % times.length];
  return time === undefined ? {} : { occurred_at: time };
};

/**
 * Sends bodies of every command over HTTP, each to an order of its own in a status where the command is lawful: first as
 * it was made, then as much of it as the order's guards let through.
 */
export const createCampaign = ({ under, door }: EveryReader) => {
  const begun = act(noOrder('any body', new Date(Date.now() - HOUR_MS).toISOString()), 'InitiateOrder');

  const bring = async (status: Status, name: CommandName): Promise<Order> => {
    const order_id = crypto.randomUUID();
    const { events: lived } = walk(journeyTo(status, begun), ...(name === 'ApproveManufacturing' ? PAID : []));
    const events = lived.map((event) =>
      event.type === 'OrderInitiated' ? { ...event, data: { ...event.data, customer_ref: order_id } } : event,
    );
    return orderOf(await under.append(order_id, events));
  };

  const post = async (order: Order | null, name: CommandName, body: Fields): Promise<Reply> => {
    const credential = await door.tokenOf(ACTORS[RIGHTFUL[name](order?.state ?? null).as]);
    if (order === null) return door.post('/v1/orders', { credential, body });
    const headers = { 'X-Expected-Status-Version': String(order.state?.status_version) };
    return door.post(`/v1/orders/${order.order_id}/commands/${SEGMENTS.get(name)}`, { credential, body, headers });
  };

  const send = async (
    name: CommandName,
    given: Fields,
    n: number,
  ): Promise<{ taken: Taken | null; replies: Reply[] }> => {
    const statuses = lawfulIn(name);
    const status = statuses[n % statuses.length];
    const order = status === undefined ? null : await bring(status, name);
    const fitting = admissible(order ?? noOrder(), name, given);
    const time = occurredAt(ACTORS[RIGHTFUL[name](order?.state ?? null).as].kind, n);
    const replies: Reply[] = [];
    for (const body of [given, ...(fitting === null ? [] : [fitting])].map((fields) => ({ ...fields, ...time }))) {
      const reply = await post(order, name, body);
      replies.push(reply);
      if (reply.status >= 300) continue;
      const { order_id, events } = reply.body as unknown as Taken;
      return { taken: { name, order_id, body, events }, replies };
    }
    return { taken: null, replies };
  };

  return {
    /** `each` bodies of each command; the same for the same seed. */
    run: async (seed: number, each: number): Promise<{ taken: Taken[]; replies: Reply[] }> => {
      const taken: Taken[] = [];
      const replies: Reply[] = [];
      for (const [index, name] of COMMAND_NAMES.entries()) {
        for (const [n, body] of someBodies(name, seed * 1_000 + index, each).entries()) {
          const sent = await send(name, body, n);
          replies.push(...sent.replies);
          if (sent.taken !== null) taken.push(sent.taken);
        }
      }
      return { taken, replies };
    },

    /** What the events hold of a body, field by field, with the texts that they refer to. */
    heldOf: async ({ name, body }: Taken, data: readonly Fields[]): Promise<{ sent: Fields; held: Fields }> => {
      const { occurred_at: _time, ...fields } = body;
      const { result: _result, ...sent } = REQUEST_BODIES[name].parse(fields) as Fields;
      const held: Fields = {};
      for (const field of Object.keys(sent)) {
        const value = data.find((one) => field in one)?.[field];
        held[field] = isText(field) ? await door.texts.read(value as TextReference, READING) : value;
      }
      return { sent, held };
    },
  };
};
