import { COMMAND_BY_SEGMENT } from '@order-ledger/command-api/command-names';
import type { CommandName } from '@order-ledger/domain/bodies';
import type { Actor } from '@order-ledger/domain/grants';
import type { Status } from '@order-ledger/domain/status';
import { FREE_TEXT_FIELDS } from '@order-ledger/domain/values';
import type { Reply, RunningApi } from '../running/command-api.ts';
import { ACTORS } from './actors.ts';
import { WAYS } from './journeys.ts';
import { RIGHTFUL } from './rightful.ts';

const SEGMENTS = new Map([...COMMAND_BY_SEGMENT].map(([segment, name]) => [name, segment]));

interface LifeSend {
  /** Instead of the rightful caller. */
  as?: Actor;
  /** Replaces fields of the rightful body. */
  body?: Record<string, unknown>;
  key?: string;
}

/** Texts travel in the clear over HTTP; the domain's cases hold references to them. */
const plain = (body: Record<string, unknown>): Record<string, unknown> => ({
  ...body,
  ...Object.fromEntries(FREE_TEXT_FIELDS.filter((field) => field in body).map((field) => [field, `a ${field}`])),
});

/**
 * Orders that live over HTTP: each command as its rightful caller would send it in the order's present state. `customer`
 * is the credential of who orders, in the store's place.
 */
export const createLife = (api: RunningApi, customer?: string) => {
  const credentialOf = (actor: Actor): string | Promise<string> =>
    customer !== undefined && actor.id === ACTORS.store.id ? customer : api.tokenOf(actor);
  const create = async (body: Record<string, unknown> = {}): Promise<string> => {
    const rightful = RIGHTFUL.InitiateOrder(null);
    const reply = await api.post('/v1/orders', {
      credential: await credentialOf(ACTORS[rightful.as]),
      body: {
        ...rightful.body,
        ...(customer === undefined ? {} : { channel: 'API' }),
        customer_ref: `customer-${crypto.randomUUID()}`,
        ...body,
      },
    });
    if (reply.status !== 201) throw new Error(`no order was made: ${reply.text}`);
    return String(reply.body.order_id);
  };

  const send = async (orderId: string, name: CommandName, sent: LifeSend = {}): Promise<Reply> => {
    const state = await api.ledger.load(orderId);
    const rightful = RIGHTFUL[name](state);
    const actor: Actor = sent.as ?? ACTORS[rightful.as];
    return api.post(`/v1/orders/${orderId}/commands/${SEGMENTS.get(name)}`, {
      credential: await credentialOf(actor),
      body: { ...plain({ ...rightful.body }), ...sent.body },
      headers: { 'X-Expected-Status-Version': String(state?.status_version ?? 1) },
      ...(sent.key === undefined ? {} : { key: sent.key }),
    });
  };

  /** As `send`, for a command that must be accepted. */
  const act = async (orderId: string, name: CommandName, sent: LifeSend = {}): Promise<Reply> => {
    const reply = await send(orderId, name, sent);
    if (reply.status >= 300) throw new Error(`${name} was refused: ${reply.text}`);
    return reply;
  };

  const bring = async (status: Status): Promise<string> => {
    const [from, ...steps] = WAYS[status];
    if (from === null) return create();
    const orderId = await bring(from);
    for (const step of steps) {
      if (typeof step === 'string') await act(orderId, step);
      else await act(orderId, step[0], { body: { ...step[1].body } });
    }
    return orderId;
  };

  return { create, send, act, bring };
};

export type Life = ReturnType<typeof createLife>;
