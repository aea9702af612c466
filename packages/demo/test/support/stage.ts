import { createHash } from 'node:crypto';
import { COMMAND_BODIES, type CommandName, REQUEST_BODIES } from '@order-ledger/domain/bodies';
import type { Context, Precondition as Expected } from '@order-ledger/domain/command';
import { fold } from '@order-ledger/domain/evolve';
import type { Actor, Role } from '@order-ledger/domain/grants';
import { advance, type Lifecycle, type RecordedEvent } from '@order-ledger/domain/lifecycle';
import { FREE_TEXT_FIELDS, type Model } from '@order-ledger/domain/values';
import { callerOf, commandId, eventId, newOrderId } from '@order-ledger/ledger/identity';
import { CACHED_PRICE, CACHED_REJECTION, TEXT } from '@order-ledger/testing/orders/rightful';
import { DEFAULT_HOUSE_TERMS, SEEDED_PARTNERS, SEEDED_PLANS } from '../../../command-api/src/partners/plans.ts';
import type { Learned } from '../../src/known.ts';
import type { ModelName } from '../../src/models.ts';
import { CARRIER } from '../../src/scenario/bodies.ts';
import { ACCOUNTS, type Account, PARTS } from '../../src/scenario/who.ts';
import type { Answer, Caller, Precondition, Request, World } from '../../src/world.ts';
import { reactionTo } from './reactions.ts';

/** What decides commands and keeps an order's events: the domain alone, or a real ledger. */
export interface Engine {
  execute(command: Staged): Promise<Executed>;
  events(orderId: string): Promise<readonly RecordedEvent[]>;
  now(): number;
  until(moment: number): Promise<void>;
}

export interface Staged {
  command: CommandName;
  command_id: string;
  order_id: string;
  actor: Actor;
  body: object;
  request_hash: string;
  precondition: Expected;
  context: Context;
}

export type Executed =
  | { outcome: 'done'; repeated: boolean; events: readonly RecordedEvent[] }
  | { outcome: 'refused'; code: string };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Models that the pricing refuses. */
const OPEN: readonly ModelName[] = ['shark'];
/** Models that are priced with a risk. */
const THIN: readonly ModelName[] = ['thin-plate'];
const MODEL: Model = {
  bytes: 684,
  format: 'STL_BINARY',
  triangles: 12,
  bounding_box: [20_000, 20_000, 20_000],
  warnings: [],
};
const CATALOGUE: NonNullable<Context['catalogue']> = [
  { material: 'PLA', process: 'FDM', finishings: ['SANDED', 'PAINTED'] },
  { material: 'PETG', process: 'FDM', finishings: ['SANDED'] },
  { material: 'PA12', process: 'SLS', finishings: ['DYED'] },
  { material: 'RESIN', process: 'SLA', finishings: ['SANDED', 'PAINTED'] },
];
const SERVICES: readonly Role[] = ['crm.service', 'carrier.adapter', 'pricing.worker', 'claim.keeper'];

const resultOf = (model: ModelName | undefined): Parameters<typeof reactionTo>[2] => {
  if (model !== undefined && OPEN.includes(model)) return CACHED_REJECTION;
  const thin = model !== undefined && THIN.includes(model);
  return thin ? { ...CACHED_PRICE, risk: { reason: 'WALL_TOO_THIN', faults: [] } } : CACHED_PRICE;
};

const actorOf = ({ who, account }: Caller): Actor => {
  const partner_id = ACCOUNTS[account];
  if (who === 'customer') {
    return partner_id === null
      ? { id: 'store', kind: 'service', roles: ['store.service'] }
      : { id: partner_id, kind: 'partner', roles: [], partner_id };
  }
  const role = PARTS[who] as Role;
  const kind = SERVICES.includes(role) ? 'service' : 'person';
  return { id: who, kind, roles: [role], ...(who === 'carrier' ? { carrier: CARRIER } : {}) };
};

const termsOf = (account: Account) => {
  const plan = SEEDED_PARTNERS.find(({ partner_id }) => partner_id === ACCOUNTS[account])?.plan;
  return (plan === undefined ? undefined : SEEDED_PLANS[plan]?.terms) ?? DEFAULT_HOUSE_TERMS;
};

const expectedOf = (precondition: Precondition, actor: Actor, command: CommandName): Expected => {
  if ('If-Match' in precondition)
    return { kind: 'event_version', versions: [Number(/\d+/.exec(precondition['If-Match'] ?? '')?.[0])] };
  if ('X-Expected-Status-Version' in precondition)
    return { kind: 'status_version', version: Number(precondition['X-Expected-Status-Version']) };
  return { kind: actor.kind === 'service' || command.includes('Claim') ? 'none' : 'missing' };
};

/**
 * One order's world around an engine: commands go through the same schemas and ids as over HTTP, and what the other
 * processes would do (reactions.ts) happens when the player waits.
 */
export const stagedWorld = (account: Account, engine: Engine): World => {
  const uploads = new Map<string, { model: ModelName; sha256: string }>();
  const context = (upload_id: unknown): Context => {
    const uploaded = uploads.get(String(upload_id));
    const owner = ACCOUNTS[account] === null ? 'house' : `partner:${ACCOUNTS[account]}`;
    return {
      account: { active: true, quota_left: true, terms: termsOf(account) },
      upload:
        uploaded === undefined ? null : { owner, sha256: uploaded.sha256, complete: true, valid: true, model: MODEL },
      catalogue: CATALOGUE,
      carriers: ['cdek', 'dhl', 'post'],
      surplus_percent: 10,
    };
  };
  const staged = (
    command: CommandName,
    actor: Actor,
    order_id: string,
    key: string,
    body: object,
    precondition: Expected,
  ): Staged => ({
    command,
    command_id: commandId(callerOf(actor), order_id, key),
    order_id,
    actor,
    body: COMMAND_BODIES[command].parse(body),
    request_hash: sha256(JSON.stringify([command, body])),
    precondition,
    context: context((body as Record<string, unknown>).upload_id),
  });

  const learned = (events: readonly RecordedEvent[]): Learned[] => {
    let lifecycle: Lifecycle | null = null;
    return events.map((event): Learned => {
      lifecycle = advance(lifecycle, event);
      const { status, event_version, status_version } = lifecycle;
      return { type: event.type, status, event_version, status_version, data: { ...event.data } };
    });
  };

  const answerOf = async (order_id: string, executed: Executed): Promise<Answer> => {
    if (executed.outcome === 'refused') {
      return { outcome: 'refused', http_status: 409, code: executed.code, detail: executed.code };
    }
    const all = await engine.events(order_id);
    const last = executed.events.at(-1)?.metadata.event_version ?? all.length;
    const { status = 'INITIATED', status_version = 0 } = learned(all.slice(0, last)).at(-1) ?? {};
    const token = executed.events.map(({ data }) => (data as { fence_token?: number }).fence_token).find(Boolean);
    const events = executed.events.map(({ type, metadata: { hash, event_version } }) => ({
      id: eventId(hash),
      type,
      event_version,
    }));
    return {
      outcome: 'done',
      order_id,
      status,
      event_version: last,
      status_version,
      events,
      ...(token === undefined ? {} : { fence_token: token }),
      replayed: executed.repeated,
      text: JSON.stringify([status, events]),
    };
  };

  const send = async ({ caller, command, order_id, key, precondition, body }: Request): Promise<Answer> => {
    const actor = actorOf(caller);
    const id = order_id ?? newOrderId(callerOf(actor), key);
    const fields: Record<string, unknown> = { ...REQUEST_BODIES[command].parse(body) };
    for (const field of FREE_TEXT_FIELDS) if (field in fields) fields[field] = TEXT;
    const expected = expectedOf(precondition, actor, command);
    return answerOf(id, await engine.execute(staged(command, actor, id, key, fields, expected)));
  };

  return {
    send,
    upload: async (_caller, model) => {
      const upload_id = `upload-${uploads.size + 1}`;
      // Of a new ring every file is another one.
      const uploaded = { model, sha256: sha256(model === 'new-ring' ? `${model} ${upload_id}` : model) };
      uploads.set(upload_id, uploaded);
      return { upload_id, sha256: uploaded.sha256 };
    },
    timeline: async (order_id) => learned(await engine.events(order_id)),
    pause: async (order_id) => {
      const events = await engine.events(order_id);
      const state = fold(events);
      const model = uploads.get(state?.specification?.upload_id ?? '')?.model;
      const result = resultOf(model);
      const reaction = state === null ? null : reactionTo(state, events, result);
      if (reaction === null) throw new Error(`nobody would act on an order that is ${state?.status}`);
      const { command, as, body } = reaction;
      const key = `reaction ${events.length}`;
      const executed = await engine.execute(staged(command, as, order_id, key, body, { kind: 'none' }));
      if (executed.outcome === 'refused') throw new Error(`${command} by ${as.id}: ${executed.code}`);
    },
    until: engine.until,
    now: engine.now,
    subject: (caller) => actorOf(caller).id,
  };
};
