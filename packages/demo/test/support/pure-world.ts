import { createHash } from 'node:crypto';
import { COMMAND_BODIES, type CommandName, REQUEST_BODIES } from '@order-ledger/domain/bodies';
import type { Command, Context, Precondition as Expected } from '@order-ledger/domain/command';
import { type Decision, decide, GRAPH, type Graph } from '@order-ledger/domain/decide';
import type { Actor, Role } from '@order-ledger/domain/grants';
import { advance, type Lifecycle } from '@order-ledger/domain/lifecycle';
import { FREE_TEXT_FIELDS, type Model } from '@order-ledger/domain/values';
import { DEFAULT_HOUSE_TERMS, SEEDED_PARTNERS, SEEDED_PLANS } from '../../../command-api/src/partners/plans.ts';
import { CACHED_PRICE, CACHED_REJECTION, TEXT } from '../../../domain/test/rightful.ts';
import { after, noOrder, type Order, uuidOf, verdict } from '../../../domain/test/specification.ts';
import type { Learned } from '../../src/known.ts';
import type { ModelName } from '../../src/models.ts';
import { ACCOUNTS, type Account, PARTS } from '../../src/scenario/who.ts';
import type { Answer, Caller, Precondition, Request, World } from '../../src/world.ts';
import { type Reaction, reactionTo } from './reactions.ts';

const SHA = (text: string): string => createHash('sha256').update(text).digest('hex');
/** Models that the pricing refuses. */
const OPEN: readonly ModelName[] = ['shark'];
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

const actorOf = ({ who, account }: Caller): Actor => {
  const partner_id = ACCOUNTS[account];
  if (who === 'customer') {
    return partner_id === null
      ? { id: 'store', kind: 'service', roles: ['store.service'] }
      : { id: partner_id, kind: 'partner', roles: [], partner_id };
  }
  const role = PARTS[who] as Role;
  return { id: who, kind: SERVICES.includes(role) ? 'service' : 'person', roles: [role] };
};

const termsOf = (account: Account) => {
  const plan = SEEDED_PARTNERS.find(({ partner_id }) => partner_id === ACCOUNTS[account])?.plan;
  return (plan === undefined ? undefined : SEEDED_PLANS[plan]?.terms) ?? DEFAULT_HOUSE_TERMS;
};

const expectedOf = (precondition: Precondition, actor: Actor, command: CommandName): Expected => {
  if ('If-Match' in precondition)
    return { kind: 'event_version', version: Number(/\d+/.exec(precondition['If-Match'] ?? '')?.[0]) };
  if ('X-Expected-Status-Version' in precondition)
    return { kind: 'status_version', version: Number(precondition['X-Expected-Status-Version']) };
  return { kind: actor.kind === 'service' || command.includes('Claim') ? 'none' : 'missing' };
};

/**
 * The domain alone, without any process: what others would do to an order is in reactions.ts, and time passes by
 * itself. Commands go through the same schemas as over HTTP.
 */
export const pureWorld = (account: Account, graph: Graph = GRAPH) => {
  let order: Order = { ...noOrder(`order ${account}`), now: Date.parse('2026-12-01T08:00:00.000Z') };
  const uploads = new Map<string, ModelName>();
  const context = (upload_id: unknown): Context => {
    const model = uploads.get(String(upload_id));
    const owner = ACCOUNTS[account] === null ? 'house' : `partner:${ACCOUNTS[account]}`;
    return {
      account: { active: true, quota_left: true, terms: termsOf(account) },
      upload: model === undefined ? null : { owner, sha256: SHA(model), complete: true, valid: true, model: MODEL },
      catalogue: CATALOGUE,
      carriers: ['cdek', 'dhl', 'post'],
      remake_order: { exists: true },
    };
  };

  const execute = (command: CommandName, key: string, actor: Actor, body: object, precondition: Expected): Decision => {
    order = { ...order, now: order.now + 1_000 };
    const at = new Date(order.now).toISOString();
    const asked = {
      command,
      command_id: uuidOf(`${actor.id} ${key}`),
      order_id: order.order_id,
      actor,
      occurred_at: at,
      recorded_at: at,
      correlation_id: order.order_id,
      causation_id: order.order_id,
      request_hash: SHA(JSON.stringify([command, body])),
      precondition,
      body: COMMAND_BODIES[command].parse(body),
      context: context((body as Record<string, unknown>).upload_id),
    } as Command;
    const decision = decide(order.state, asked, graph);
    order = after(order, asked, decision);
    return decision;
  };

  /** With each answer the text that a repetition must equal. */
  const answerOf = (decision: Decision): Answer => {
    if (decision.outcome === 'refused') {
      const { refusal } = decision;
      return { outcome: 'refused', http_status: 409, code: verdict(decision), detail: JSON.stringify(refusal) };
    }
    const [first, last] =
      decision.outcome === 'repeated'
        ? [decision.first_version, decision.last_version]
        : [order.events.length - decision.events.length + 1, order.events.length];
    const events = order.events.slice(first - 1, last);
    const { status = 'INITIATED', status_version = 0 } = order.state ?? {};
    const token = events.map(({ data }) => (data as { fence_token?: number }).fence_token).find((found) => found);
    const listed = events.map(({ type, metadata }) => ({
      id: metadata.hash,
      type,
      event_version: metadata.event_version,
    }));
    return {
      outcome: 'done',
      order_id: order.order_id,
      status,
      event_version: order.events.length,
      status_version,
      events: listed,
      ...(token === undefined ? {} : { fence_token: token }),
      replayed: decision.outcome === 'repeated',
      text: JSON.stringify(listed),
    };
  };

  const send = async ({ caller, command, key, precondition, body }: Request): Promise<Answer> => {
    const actor = actorOf(caller);
    const fields: Record<string, unknown> = { ...REQUEST_BODIES[command].parse(body) };
    for (const field of FREE_TEXT_FIELDS) if (field in fields) fields[field] = TEXT;
    return answerOf(execute(command, key, actor, fields, expectedOf(precondition, actor, command)));
  };

  const react = ({ command, as, body }: Reaction): void => {
    const decision = execute(command, `reaction ${order.events.length}`, as, body, { kind: 'none' });
    if (decision.outcome !== 'accepted') throw new Error(`${command} by ${as.id}: ${verdict(decision)}`);
  };

  const world: World = {
    send,
    upload: async (_caller, model) => {
      const upload_id = `upload-${uploads.size + 1}`;
      uploads.set(upload_id, model);
      return { upload_id, sha256: SHA(model) };
    },
    timeline: async () => {
      let lifecycle: Lifecycle | null = null;
      return order.events.map((event): Learned => {
        lifecycle = advance(lifecycle, event);
        const { status, event_version, status_version } = lifecycle;
        return { type: event.type, status, event_version, status_version, data: { ...event.data } };
      });
    },
    pause: async () => {
      const model = uploads.get(order.state?.specification?.upload_id ?? '');
      const result = model !== undefined && OPEN.includes(model) ? CACHED_REJECTION : CACHED_PRICE;
      const reaction = order.state === null ? null : reactionTo(order.state, order.events, result);
      if (reaction === null) throw new Error(`nobody would act on an order that is ${order.state?.status}`);
      react(reaction);
    },
    until: async (moment) => {
      order = { ...order, now: Math.max(order.now, moment) };
    },
    now: () => order.now,
    subject: (caller) => actorOf(caller).id,
  };
  return { world, order: () => order };
};
