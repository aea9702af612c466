import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, it, jest } from '@jest/globals';
import { attribute } from '@order-ledger/platform/semantic-conventions';
import { cubeStl } from '@order-ledger/testing/models/bodies';
import { tusClient } from '@order-ledger/testing/running/tus-client';
import { until } from '@order-ledger/testing/waiting';
import type { Span } from '@order-ledger/traces/spans';
import { spansOf } from '@order-ledger/traces/spans-of';
import { type PrivateSystem, ROOT } from '../src/private-system.ts';
import { sharedSystem } from './support/shared-system.ts';

jest.setTimeout(300_000);

/** Nobody else has these, so wherever they turn up they came from here. */
const PLANTED = {
  name: 'Zinaida Plantedova-Querfeld',
  email: 'zinaida.plantedova@querfeld-post.example',
  phone: '+7 926 771-55-03',
  street: 'ул. Плантаторская, д. 71, кв. 505',
  card: '4539 1488 0343 6467',
  token: 'pk_planted_Q7xk29ZtWm41LbVr80nD',
  file: 'zinaida-plantedova-passport.stl',
};
const ALL = Object.values(PLANTED).join(', ');

const STORE = { trace: randomUUID().replaceAll('-', ''), span: '00000000000abcde' };
const CORRELATION = `store/${randomUUID()}`;

let system: PrivateSystem;
let partner: string;
let order: string;
/** The newest event of it that was answered. */
let seen = 1;

const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(`${system.url('command-api')}${path}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${partner}`,
      'Idempotency-Key': randomUUID(),
      'Content-Type': 'application/json',
      'X-Correlation-Id': CORRELATION,
      traceparent: `00-${STORE.trace}-${STORE.span}-01`,
      tracestate: 'store=zinaida.plantedova',
      baggage: `customer=${encodeURIComponent(PLANTED.email)}`,
      'User-Agent': `shop of ${PLANTED.email}`,
      'X-Customer': PLANTED.card,
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const orderNow = async () => {
  const answer = await fetch(`${system.url('query-api')}/v1/orders/${order}?min_version=${seen}`, {
    headers: { Authorization: `Bearer ${partner}` },
  });
  return answer.status === 200 ? ((await answer.json()) as Record<string, unknown>) : null;
};
const becomes = (status: string) =>
  until(`the order is ${status}`, async () => {
    const now = await orderNow();
    return now?.status === status && now;
  });
const send = async (command: string, body: object) => {
  const version = Number((await orderNow())?.status_version);
  const headers = { 'X-Expected-Status-Version': String(version) };
  const answer = await post(`/v1/orders/${order}/commands/${command}?note=${encodeURIComponent(ALL)}`, body, headers);
  if (answer.status >= 300) throw new Error(`${command} was refused: ${JSON.stringify(answer.body)}`);
  seen = Number(answer.body.event_version);
};

const folder = (): string => join(system.folder, 'traces');

/** From a store's first request until the shop floor may begin, with personal data wherever a caller can put any. */
beforeAll(async () => {
  system = await sharedSystem();
  partner = system.credentials.bearer({ who: 'customer', account: 'invoice' });
  const created = await post('/v1/orders', { customer_ref: 'customer-traced', channel: 'API', note: ALL });
  expect(created.status).toBe(201);
  order = String(created.body.order_id);
  await becomes('INITIATED');
  const cube = Buffer.from(cubeStl(17));
  cube.write(PLANTED.name, 0, 'latin1');
  const store = tusClient(system.url('upload-api'), partner);
  const filename = Buffer.from(PLANTED.file).toString('base64');
  const path = await store.begin(cube.length, { 'Upload-Metadata': `filename ${filename}` });
  await store.append(path, 0, cube);
  expect(await store.verdict(path)).toMatchObject({ valid: true });
  const sha256 = createHash('sha256').update(cube).digest('hex');
  await send('attach-model', { upload_id: path.split('/').at(-1), sha256, note: ALL });
  await send('submit-order', {
    material: 'PLA',
    process: 'FDM',
    quantity: 1,
    delivery: { method: 'PICKUP' },
    note: ALL,
  });
  const priced = await becomes('PRICE_CALCULATED');
  const refused = await post(`/v1/orders/${order}/commands/submit-order`, { [PLANTED.email]: ALL, material: ALL });
  expect(refused.status).toBe(400);
  await send('accept-quote', { quote_version: (priced.quote as { quote_version: number }).quote_version, note: ALL });
  await becomes('MANUFACTURING_APPROVED');
}, 600_000);

/** `below` a span by its parent, or `after` it by a link. */
type Edge = readonly [upper: string, how: 'below' | 'after', lower: string];

const EDGES: readonly Edge[] = [
  ['the store', 'below', 'command-api POST /v1/orders'],
  ['command-api POST /v1/orders', 'below', 'command-api ledger InitiateOrder'],
  ['the store', 'below', 'command-api POST /v1/orders/:order_id/commands/:command'],
  ['command-api POST /v1/orders/:order_id/commands/:command', 'below', 'command-api ledger SubmitOrder'],
  ['command-api ledger SubmitOrder', 'below', 'command-api ledger append'],
  // bridge → RabbitMQ → intake
  ['command-api ledger SubmitOrder', 'after', 'bridge relay orders.pricing.v1'],
  ['bridge relay orders.pricing.v1', 'below', 'bridge send orders.pricing.v1'],
  ['command-api ledger SubmitOrder', 'after', 'bridge send orders.pricing.v1'],
  ['command-api ledger SubmitOrder', 'below', 'pricing-worker process pricing.intake.v1'],
  ['pricing-worker process pricing.intake.v1', 'below', 'pricing-worker advance price'],
  // job → child process → append
  ['command-api ledger SubmitOrder', 'after', 'pricing-worker price job'],
  ['pricing-worker price job', 'below', 'pricing-worker advance price'],
  ['command-api ledger SubmitOrder', 'below', 'pricing-worker price start'],
  ['pricing-worker advance price', 'after', 'pricing-worker price start'],
  ['pricing-worker price start', 'below', 'pricing-worker ledger StartPriceCalculation'],
  ['pricing-worker price job', 'below', 'pricing-worker fetch model'],
  ['pricing-worker fetch model', 'below', 'upload-api GET /v1/models/:sha256'],
  ['pricing-worker price job', 'below', 'pricing-worker measure model'],
  ['pricing-worker ledger StartPriceCalculation', 'below', 'pricing-worker price result'],
  ['pricing-worker price result', 'below', 'pricing-worker ledger CompletePriceCalculation'],
  ['pricing-worker ledger CompletePriceCalculation', 'below', 'pricing-worker ledger append'],
  // reactions, plans
  ['command-api ledger AcceptQuote', 'below', 'process-manager react'],
  ['process-manager react', 'below', 'process-manager ledger ApproveManufacturing'],
  ['process-manager ledger ApproveManufacturing', 'after', 'bridge send orders.production.v1'],
  ['process-manager ledger ApproveManufacturing', 'below', 'manufacturing-worker process manufacturing.plan.v1'],
  ['manufacturing-worker process manufacturing.plan.v1', 'below', 'manufacturing-worker plan production'],
  ['manufacturing-worker plan production', 'below', 'manufacturing-worker ledger PlanProduction'],
  // projector → Postgres → Redis → stream
  ['command-api ledger SubmitOrder', 'after', 'projector project batch'],
  ['pricing-worker ledger CompletePriceCalculation', 'after', 'projector project batch'],
  ['projector project batch', 'below', 'projector write read model'],
  ['projector project batch', 'after', 'projector write first pages'],
  ['projector write read model', 'after', 'query-api stream events'],
];

const edgesOf = (spans: readonly Span[]): Set<string> => {
  const named = new Map(spans.map((span) => [`${span.traceId}-${span.spanId}`, `${span.service} ${span.name}`]));
  named.set(`${STORE.trace}-${STORE.span}`, 'the store');
  return new Set(
    spans.flatMap((span) => {
      const lower = `${span.service} ${span.name}`;
      const upper = named.get(`${span.traceId}-${span.parentSpanId}`);
      const linked = span.links.flatMap((link) => named.get(link) ?? []);
      return [
        ...(upper === undefined ? [] : [`${upper} | below | ${lower}`]),
        ...linked.map((name) => `${name} | after | ${lower}`),
      ];
    }),
  );
};

const missingIn = (spans: readonly Span[]): string[] => {
  const edges = edgesOf(spans);
  return EDGES.map((edge) => edge.join(' | ')).filter((edge) => !edges.has(edge));
};

it('one trace leads from the store to the plan and to the stream, through every process, by order and by correlation id [L3] [L6]', async () => {
  let missing: string[] = [];
  let spans: Span[] = [];
  await until(
    () => `the spans are all there; missing: ${missing.join('; ')}; there: ${[...edgesOf(spans)].join('; ')}`,
    async () => {
      spans = await spansOf(folder(), { orderId: order });
      missing = missingIn(spans);
      return missing.length === 0;
    },
  );
  expect(missingIn(await spansOf(folder(), { correlationId: CORRELATION }))).toEqual([]);
  const services = new Set(spans.map(({ service }) => service));
  expect(services.size).toBe(8);
  // Nothing of other orders, and no name that is not pinned.
  const orders = new Set(spans.flatMap(({ attributes }) => attributes[attribute.orderId] ?? []));
  expect([...orders]).toEqual([order]);
  const pinned = new Set<string>(Object.values(attribute));
  const names = new Set(spans.flatMap(({ attributes }) => Object.keys(attributes)));
  expect([...names].filter((name) => !pinned.has(name))).toEqual([]);
});

it('the spans hold what the conventions ask for', async () => {
  const spans = await spansOf(folder(), { orderId: order });
  const one = (service: string, name: string, message?: unknown) =>
    spans.find(
      (span) =>
        span.service === service &&
        span.name === name &&
        (message === undefined || span.attributes[attribute.messagingMessageId] === message),
    );
  const message = one('pricing-worker', 'process pricing.intake.v1')?.attributes[attribute.messagingMessageId];
  expect(message).toEqual(expect.any(String));
  expect(one('command-api', 'POST /v1/orders/:order_id/commands/:command')).toMatchObject({
    kind: 'server',
    traceId: STORE.trace,
    attributes: {
      'http.request.method': 'POST',
      'http.response.status_code': 200,
      'url.scheme': 'http',
      'order_ledger.order_id': order,
      'order_ledger.correlation_id': CORRELATION,
    },
  });
  expect(one('command-api', 'ledger append')).toMatchObject({
    kind: 'client',
    attributes: { 'db.system.name': 'eventstoredb', 'db.operation.name': 'append' },
  });
  expect(one('bridge', 'send orders.pricing.v1', message)).toMatchObject({
    kind: 'producer',
    attributes: {
      'messaging.system': 'rabbitmq',
      'messaging.operation.type': 'send',
      'messaging.destination.name': 'orders.pricing.v1',
      'messaging.rabbitmq.destination.routing_key': 'order.order_submitted',
    },
  });
  expect(one('pricing-worker', 'process pricing.intake.v1')).toMatchObject({ kind: 'consumer', traceId: STORE.trace });
  expect(one('pricing-worker', 'price job')?.attributes).toMatchObject({
    'order_ledger.job_id': expect.any(String),
    'order_ledger.lane': 'SHORT',
    'order_ledger.outcome': 'measured',
  });
  const measure = one('pricing-worker', 'measure model');
  expect(measure?.attributes).toMatchObject({ 'order_ledger.outcome': 'measured' });
  expect(one('process-manager', 'react')?.attributes).toMatchObject({ 'order_ledger.rule': expect.any(String) });
  expect(one('projector', 'write read model')).toMatchObject({
    kind: 'client',
    attributes: { 'db.system.name': 'postgresql' },
  });
  expect(one('projector', 'write first pages')?.attributes).toMatchObject({ 'db.system.name': 'redis' });
  // Each is within its parent's trace and after its beginning.
  for (const span of spans) expect(span.end).toBeGreaterThanOrEqual(span.start);
});

const run = (script: string, ...args: string[]): Promise<{ code: number; out: string; told: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, 'infra', script), ...args], (error, out, told) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, told }),
    );
  });

it('npm run trace shows them as a waterfall, and npm run logs what was said meanwhile', async () => {
  const shown = await run('trace.mjs', order, '--folder', folder());
  expect([shown.code, shown.told]).toEqual([0, '']);
  for (const line of [
    /^order \S+: \d+ spans in \d+ traces/,
    /ledger SubmitOrder {2}command-api {2}done$/m,
    /⤷ relay orders\.pricing\.v1 {2}bridge {2}\d+$/m,
    / ⤷ price job {2}pricing-worker {2}measured/m,
    / ⤷ project batch {2}projector$/m,
  ])
    expect(shown.out).toMatch(line);
  const json = await run('trace.mjs', CORRELATION, '--folder', folder(), '--json');
  expect(JSON.parse(json.out)).toMatchObject({ correlation_id: CORRELATION, spans: expect.any(Array) });
  expect(await run('trace.mjs', randomUUID(), '--folder', folder())).toMatchObject({
    code: 1,
    told: expect.stringMatching(/^No span names [^\n]*\n$/),
  });
  const said = await run('logs.mjs', '--order', order, '--folder', join(system.folder, 'logs'));
  expect(said.code).toBe(0);
  for (const service of ['command-api', 'pricing-worker', 'process-manager', 'manufacturing-worker'])
    expect(said.out).toMatch(new RegExp(`INFO +${service} +\\S.* order_id=${order}`));
});

it('nothing of what callers planted is in any span, or in any file that the system writes for people [M1]', () => {
  const textOf = (path: string): string => {
    const bytes = readFileSync(path);
    return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  };
  const files = ['logs', 'traces'].flatMap((name) =>
    readdirSync(join(system.folder, name)).map((file) => join(system.folder, name, file)),
  );
  expect(files.length).toBeGreaterThan(10);
  const digits = (text: string): string => text.replace(/\D/g, '');
  const forms = Object.values(PLANTED).flatMap((value) => [
    value,
    encodeURIComponent(value),
    Buffer.from(value).toString('base64').replace(/=+$/, ''),
    ...value.split(/[ ,]+/).filter((part) => /plant|querfeld|zinaida/i.test(part)),
    ...(digits(value).length > 9 ? [digits(value)] : []),
  ]);
  const found = files.flatMap((file) => {
    const text = textOf(file).toLowerCase();
    return forms.filter((form) => text.includes(form.toLowerCase())).map((form) => `${form} in ${file}`);
  });
  expect(found).toEqual([]);
});
