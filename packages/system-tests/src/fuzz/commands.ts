import type { Known as KnownOrder } from '@order-ledger/demo/known';
import { BODIES, CARRIER, type Moment } from '@order-ledger/demo/scenario/bodies';
import { admittedBy } from '@order-ledger/domain/admission';
import type { CommandName } from '@order-ledger/domain/bodies';
import { FACTS } from '@order-ledger/domain/facts';
import type { Actor } from '@order-ledger/domain/grants';
import { RULES } from '@order-ledger/domain/graph';
import { sees } from '@order-ledger/domain/sight';
import type { OrderState } from '@order-ledger/domain/state';
import type { Caller } from './callers.ts';
import type { Choices } from './choices.ts';
import type { Operation } from './documents.ts';
import { fromSchema, type Known } from './from-schema.ts';
import type { Message } from './message.ts';
import { type Standing, type StockedOrder, standingOf } from './orders.ts';
import type { Site } from './site.ts';
import { anOrder, type Stock } from './stock.ts';
import { UUIDS } from './values.ts';

const kebab = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();

/** Routes of commands that are not named by their path's last segment. */
const ROUTES: Readonly<Partial<Record<CommandName, string>>> = {
  ClaimOrder: 'claim',
  RenewClaim: 'claim/renew',
  ReleaseClaim: 'release',
  ReassignClaim: 'reassign',
};
const pathFor = (command: CommandName): string => ROUTES[command] ?? `commands/${kebab(command)}`;

const DAY_MS = 86_400_000;
const JOB = '01890a5d-ac96-774b-bcce-b302099a8057';

/** What our own processes would say: their tokens may send it too. */
const WORKERS: Partial<Record<CommandName, (known: KnownOrder, choices: Choices) => Record<string, unknown>>> = {
  StartPriceCalculation: (known) => ({
    attempt: known.price_attempt + 1,
    job_id: JOB,
    spec_version: known.spec_version,
    lane: 'SHORT',
    estimate_s: { p50: 1, p95: 2 },
    cached: false,
  }),
  CompletePriceCalculation: (known, choices) => {
    const price = { amount: choices.one([1, 100, 129_900, 2 ** 31, 2 ** 53 - 1]), currency: 'RUB' };
    return {
      attempt: known.price_attempt,
      job_id: known.price_job_id ?? JOB,
      price,
      breakdown: [{ line: 'work', amount: price }],
      tariff_version: 't-1',
      engine_version: 'e-1',
      machine_seconds: choices.one([0, 60, 2 ** 31]),
      measures: { volume: 1.5, area: 2, bounding_box: [1, 2, 3] },
    };
  },
  RejectOrder: (known) => ({
    attempt: known.price_attempt,
    job_id: known.price_job_id ?? JOB,
    reason: 'NOT_WATERTIGHT',
    faults: [],
  }),
  PlanProduction: () => ({
    work_centre: 'fdm-a',
    machine_seconds: 60,
    start_at: new Date(Date.now() + DAY_MS).toISOString(),
    finish_at: new Date(Date.now() + 2 * DAY_MS).toISOString(),
  }),
};

const EDGES = [...RULES, ...FACTS];

interface Lawful {
  command: CommandName;
  caller: Caller;
  /** To another status, rather than only recording a fact. */
  leads: boolean;
}

/** Everything that somebody may send to an order in this state. */
const lawfulFor = (state: OrderState, callers: readonly Caller[]): Lawful[] =>
  EDGES.filter(({ from }) => (from as readonly unknown[]).includes(state.status)).flatMap((edge) =>
    callers
      .filter(({ actor }) => actor !== null && sees(actor, state) && admittedBy(edge, state, actor, null) !== null)
      .map((caller) => ({ command: edge.command, caller, leads: 'to' in edge })),
  );

/** Most ends of an order are reached soon enough; this keeps the middle of the graph alive. */
const isEnd = ({ command }: Lawful): boolean => command === 'CancelOrder' || command === 'RejectOrder';

export interface Making {
  site: Site;
  stock: Stock;
  choices: Choices;
  /** Makes keys and references of this input its own, and of this try. */
  tag: string;
}

const momentOf = ({ site, stock, choices, tag }: Making, { account }: StockedOrder, { known }: Standing): Moment => {
  const models = stock.models.filter((model) => model.account === account);
  return {
    known,
    account,
    upload: models.length === 0 ? null : choices.one(models).upload,
    fresh: (what) => `${what}-${tag}`,
    subject: (who) => site.system.credentials.subject({ who, account }),
    now: Date.now(),
  };
};

/** Values that fit this order, for a body that is made of the schema alone. */
const valuesOf = ({ stock, choices }: Making, { state }: Standing): Known => {
  const model = stock.models.length === 0 ? undefined : choices.one(stock.models).upload;
  return {
    upload_id: model === undefined ? [] : [model.upload_id],
    sha256: model === undefined ? [] : [model.sha256],
    quote_version: [state.quote?.quote_version ?? 1, 1],
    fence_token: [state.last_fence_token],
    hold_id: state.holds.map(({ hold_id }) => hold_id),
    attempt: [state.price_attempt, state.price_attempt + 1],
    job_id: state.price_job_id === null ? [] : [state.price_job_id],
    spec_version: [state.spec_version],
    shipment_request_id: [...state.shipment_requests.keys()],
    corrects_event_version: [1, state.event_version],
    carrier: [CARRIER, 'dhl'],
    currency: ['RUB', 'RUB', 'EUR'],
    remake_order_id: stock.orders.map(({ order_id }) => order_id),
    remake_of_order_id: stock.orders.map(({ order_id }) => order_id),
    replaces_order_id: stock.orders.map(({ order_id }) => order_id),
    partner_id: ['partner-prepaid', 'partner-invoice'],
    to_operator: ['operator-1', 'operator-2'],
    material: ['PLA', 'PETG', 'PA12'],
    process: ['FDM', 'SLS'],
  };
};

const defined = (body: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));

const schemaBody = (operation: Operation | undefined, making: Making, standing: Standing): Record<string, unknown> =>
  operation?.body === null || operation === undefined
    ? {}
    : (fromSchema(operation.body, making.choices, valuesOf(making, standing)) as Record<string, unknown>);

const bodyFor = (
  command: CommandName,
  making: Making,
  order: StockedOrder,
  standing: Standing,
): Record<string, unknown> => {
  const { site, choices } = making;
  const made = WORKERS[command]?.(standing.known, choices) ?? BODIES[command](momentOf(making, order, standing));
  const usual = defined(made);
  const path = `/v1/orders/{order_id}/${pathFor(command)}`;
  const operation = site.documents.operations.find((each) => each.api === 'command-api' && each.path === path);
  const how = choices.weighed({ usual: 6, more: 2, schema: 1 });
  if (how === 'usual') return usual;
  const drawn = schemaBody(operation, making, standing);
  if (how === 'schema') return drawn;
  // One more field than usual, so that the rest stays what the guards ask for.
  const more = Object.entries(drawn).filter(([name]) => !(name in usual));
  return more.length === 0 ? usual : { ...usual, ...Object.fromEntries([choices.one(more)]) };
};

const knowing = ({ choices }: Making, state: OrderState): [string, string][] =>
  choices.chance(0.5)
    ? [['If-Match', `"v${state.event_version}"`]]
    : [['X-Expected-Status-Version', String(state.status_version)]];

export const commonHeaders = (tag: string): [string, string][] => [
  ['Idempotency-Key', tag],
  ['X-Correlation-Id', tag],
];

const NOWHERE: Actor = { id: 'nobody', kind: 'person', roles: [] };
const isForeign = ({ actor }: Caller, state: OrderState): boolean =>
  (actor?.kind === 'partner' || actor?.roles.includes('store.service') === true) && !sees(actor ?? NOWHERE, state);

/** A command to an order that exists: mostly one that its status takes, from somebody who may. */
export const makeCommand = async (making: Making): Promise<Message> => {
  const { site, stock, choices, tag } = making;
  const order = anOrder(stock, choices);
  const standing = await standingOf(site, order.order_id);
  if (standing === null) return makeCreation(making);
  const { state } = standing;
  order.status = state.status;
  const lawful = lawfulFor(state, site.callers).filter((each) => !isEnd(each) || choices.chance(0.15));
  const deep = lawful.length > 0 && choices.chance(0.75);
  const all = site.callers.filter(({ actor }) => actor !== null);
  // By command first: a command that many may send is not asked for more often.
  const edges = choices.chance(0.5) ? lawful.filter(({ leads }) => leads) : lawful;
  const asked = edges.length > 0 ? edges : lawful;
  const command = deep ? choices.one([...new Set(asked.map((each) => each.command))]) : choices.one(EDGES).command;
  const senders = deep ? lawful.filter((each) => each.command === command).map(({ caller }) => caller) : all;
  const caller = choices.one(senders);
  if (command === 'InitiateOrder') return makeCreation(making);
  return {
    api: 'command-api',
    method: 'POST',
    target: `/v1/orders/${order.order_id}/${pathFor(command)}`,
    headers: [...commonHeaders(tag), ...knowing(making, state)],
    as: caller.name,
    json: bodyFor(command, making, order, standing),
    ...(isForeign(caller, state) ? { foreign: true } : {}),
    about: { orderId: order.order_id, command, status: state.status },
  };
};

const CREATORS = [
  ['store.service', 'ONLINE_STORE'],
  ['crm.agent', 'CRM'],
  ['partner-prepaid', 'API'],
  ['partner-invoice', 'API'],
  ['partner-deposit', 'API'],
] as const;

/** A new order. */
export const makeCreation = ({ site, stock, choices, tag }: Making): Message => {
  const [as, channel] = choices.one(CREATORS);
  const operation = site.documents.operations.find(
    ({ api, path, method }) => api === 'command-api' && path === '/v1/orders' && method === 'POST',
  );
  const drawn = (
    operation?.body === null || operation === undefined
      ? {}
      : fromSchema(operation.body, choices, {
          remake_of_order_id: stock.orders.map(({ order_id }) => order_id),
          replaces_order_id: [...stock.orders.map(({ order_id }) => order_id), ...UUIDS],
          partner_id: ['partner-prepaid', 'partner-invoice', 'partner-nobody'],
        })
  ) as Record<string, unknown>;
  const { partner_id: _partner, ...house } = drawn;
  const plain = { customer_ref: `customer-${tag}`, channel };
  return {
    api: 'command-api',
    method: 'POST',
    target: '/v1/orders',
    headers: commonHeaders(tag),
    as,
    json: choices.chance(0.4) ? plain : choices.chance(0.7) ? { ...house, ...plain } : drawn,
    about: { command: 'InitiateOrder' },
  };
};

/** "Next for me": the order is the answer's. */
export const makeNext = ({ choices, tag }: Making): Message => ({
  api: 'command-api',
  method: 'POST',
  target: '/v1/shop-floor/next',
  headers: commonHeaders(tag),
  as: choices.one(['operator-1', 'operator-2', 'mes.packer', 'mes.lead', 'crm.agent', 'partner-prepaid']),
  json: {},
  about: { command: 'ClaimOrder' },
});
