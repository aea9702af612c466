import { createHash, randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newOrderId } from '@order-ledger/ledger/identity';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { loadSigningKey, roleHolder } from '@order-ledger/local/tokens';
import { createLog } from '@order-ledger/platform/log';
import { cubeStl, sphereStl } from '@order-ledger/testing/models/bodies';
import { tusClient } from '@order-ledger/testing/running/tus-client';
import { until } from '@order-ledger/testing/waiting';
import type { PrivateSystem } from '../src/private-system.ts';
import { sharedSystem } from './support/shared-system.ts';

/** Orders of an invoice are made before they are paid, so that one reaches the shop floor without a payment. */
const PARTNER = 'partner-invoice';
const OPERATORS = 100;
const START_LIMIT_MS = 600_000;

let system: PrivateSystem;
let ledger: Ledger;
let partner: string;
let otherPartner: string;
let agent: string;
let ops: string;
let sign: Awaited<ReturnType<typeof loadSigningKey>>['sign'];

interface Answer {
  status: number;
  headers: Headers;
  /** As it came, for comparisons byte by byte. */
  text: string;
  body: Record<string, unknown>;
}

const answerOf = async (response: Response): Promise<Answer> => {
  const { status, headers } = response;
  const text = await response.text();
  const json = headers.get('content-type')?.includes('json') ?? false;
  return { status, headers, text, body: json ? JSON.parse(text) : {} };
};

interface Post {
  as?: string | null;
  key?: string;
  body?: unknown;
  /** Sent as it is instead of `body`. */
  raw?: string;
  headers?: Record<string, string>;
}

/** A POST to command-api; with a new key unless one is given, and as the partner unless another credential is. */
const post = async (path: string, { as = partner, key = randomUUID(), body, raw, headers }: Post = {}) =>
  answerOf(
    await fetch(`${system.url('command-api')}${path}`, {
      method: 'POST',
      headers: {
        ...(as === null ? {} : { Authorization: `Bearer ${as}` }),
        'Idempotency-Key': key,
        'Content-Type': 'application/json',
        ...headers,
      },
      body: raw ?? JSON.stringify(body ?? {}),
    }),
  );
const ask = async (path: string, as: string) =>
  answerOf(await fetch(`${system.url('query-api')}${path}`, { headers: { Authorization: `Bearer ${as}` } }));

const NEW_ORDER = { customer_ref: 'customer-17', channel: 'API' };
const commandPath = (orderId: string, command: string) => `/v1/orders/${orderId}/commands/${command}`;
const knowing = (version: number) => ({ 'If-Match': `"v${version}"` });

const create = async (): Promise<string> => {
  const { status, body } = await post('/v1/orders', { body: NEW_ORDER });
  expect(status).toBe(201);
  return String(body.order_id);
};

/** The order's stream, as it stands in the ledger: ids, data and metadata. */
const streamOf = async (orderId: string) => {
  const events = [];
  for await (const event of ledger.readOrder(orderId)) events.push(event);
  return events;
};

/** What is refused leaves neither the order's stream nor any other of the ledger changed. */
const unchanged = async <T>(orderId: string, attempt: () => Promise<T>): Promise<T> => {
  const before = await streamOf(orderId);
  const tail = await ledger.tail();
  const result = await attempt();
  expect(await streamOf(orderId)).toEqual(before);
  expect((await ledger.tail())?.id).toBe(tail?.id);
  return result;
};

const refusedWith = (answers: readonly Answer[]) => answers.map(({ status, body }) => [status, body.code]);

beforeAll(async () => {
  system = await sharedSystem();
  ledger = openLedger({
    connectionString: system.credentials.addresses.event_store,
    log: createLog({ service: 'bad-input-test', level: 'error' }),
  });
  const { bearer, reader } = system.credentials;
  partner = bearer({ who: 'customer', account: 'invoice' });
  otherPartner = bearer({ who: 'customer', account: 'prepaid' });
  agent = bearer({ who: 'agent', account: 'house' });
  ops = reader;
  const data = dirname(system.dependencies.jwksFile);
  ({ sign } = await loadSigningKey(join(data, 'signing-key.json'), system.dependencies.jwksFile));
}, START_LIMIT_MS);
afterAll(async () => {
  await ledger.close();
}, 300_000);

describe('an order that the caller does not have', () => {
  it('is unknown to everybody when there is none, on every interface', async () => {
    const order = await create();
    const missing = randomUUID();
    const answers = await unchanged(order, async () => [
      await post(commandPath(missing, 'add-note'), { as: agent, body: { note: 'hello' }, headers: knowing(1) }),
      await post(commandPath('4711', 'add-note'), { as: agent, body: { note: 'hello' }, headers: knowing(1) }),
      await post(`/v1/orders/${missing}/claim`, { as: await sign(roleHolder('mes.operator')) }),
      await ask(`/v1/orders/${missing}`, ops),
      await ask(`/v1/orders/${missing}/timeline`, ops),
      await ask(`/v1/orders/4711/stages`, ops),
    ]);
    for (const { status, body } of answers) expect([status, body.code]).toEqual([404, 'unknown-order']);
    expect(await ledger.load(missing)).toBeNull();
    expect((await post(commandPath(order, 'print-money'), { as: agent })).body.code).toBe('unknown-command');
  });

  it('is unknown to another partner, who reads and writes and attaches what is not his', async () => {
    const order = await create();
    await until('the order can be read', async () => (await ask(`/v1/orders/${order}`, partner)).status === 200);
    const foreign = await unchanged(order, async () => [
      await post(commandPath(order, 'add-note'), { as: otherPartner, body: { note: 'hello' }, headers: knowing(1) }),
      await post(commandPath(order, 'add-note'), { as: otherPartner, body: { nonsense: 1 } }),
      await post(commandPath(order, 'cancel-order'), { as: otherPartner, body: { reason: 'CUSTOMER_ASKED' } }),
      await ask(`/v1/orders/${order}`, otherPartner),
      await ask(`/v1/orders/${order}/timeline`, otherPartner),
      await ask(`/v1/orders/${order}/stages?as_of=${new Date().toISOString()}`, otherPartner),
    ]);
    for (const { status, body } of foreign) expect([status, body.code]).toEqual([404, 'unknown-order']);
    const listed = await ask('/v1/orders', otherPartner);
    expect([listed.status, listed.text.includes(order)]).toEqual([200, false]);

    const store = tusClient(system.url('upload-api'), otherPartner);
    const theirs = cubeStl(11);
    const { path } = await store.upload(theirs);
    expect((await tusClient(system.url('upload-api'), partner).status(path)).status).toBe(404);
    const stolen = await unchanged(order, () =>
      post(commandPath(order, 'attach-model'), { body: attachment(path, theirs), headers: knowing(1) }),
    );
    expect(refusedWith([stolen])).toEqual([[409, 'unknown-upload']]);
  });
});

const uploadIdOf = (path: string): string => path.split('/').at(-1) ?? '';
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const attachment = (path: string, bytes: Uint8Array) => ({ upload_id: uploadIdOf(path), sha256: sha256(bytes) });

describe('a request that does not fit', () => {
  it('is refused with 400 and the place, be it malformed, of a wrong type or with unknown fields', async () => {
    const order = await create();
    const note = (sent: Post) => post(commandPath(order, 'add-note'), { headers: knowing(1), ...sent });
    const [malformed, typed, list, nul] = await unchanged(order, () =>
      Promise.all([
        note({ raw: '{"note": ' }),
        note({ body: { note: 7, unheard: 'of' } }),
        note({ body: ['note'] }),
        note({ body: { note: 'a\u0000b' } }),
      ]),
    );
    expect(refusedWith([malformed, typed, list, nul])).toEqual([
      [400, 'malformed-json'],
      [400, 'invalid-request'],
      [400, 'invalid-request'],
      [400, 'invalid-request'],
    ]);
    expect(malformed.headers.get('content-type')).toContain('application/problem+json');
    const pointers = (typed.body.errors as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers.sort()).toEqual(['/note', '/unheard']);
  });

  it('makes no order: not from wrong types, unknown fields or a body of 10 MB', async () => {
    const bodies = [
      { customer_ref: 17, channel: 'API' },
      { ...NEW_ORDER, channel: 'FAX' },
      { ...NEW_ORDER, discount_percent: 100 },
      { ...NEW_ORDER, note: 'x'.repeat(10_000_000) },
    ];
    const order = await create();
    const answers = await unchanged(order, async () => {
      const sent = [];
      for (const body of bodies) {
        const key = randomUUID();
        sent.push(await post('/v1/orders', { key, body }));
        expect(await ledger.load(newOrderId(`partner:${PARTNER}`, key))).toBeNull();
      }
      return sent;
    });
    expect(refusedWith(answers)).toEqual([
      [400, 'invalid-request'],
      [400, 'invalid-request'],
      [400, 'invalid-request'],
      [413, 'body-too-large'],
    ]);
  });

  it('is refused by the query API too, when a parameter is none of its own', async () => {
    const answers = [
      await ask('/v1/orders?status=SUBMITED', ops),
      await ask('/v1/orders?colour=blue', ops),
      await ask('/v1/orders?cursor=made-up', ops),
      await ask('/v1/board?as_of=2999-01-01T00:00:00Z', ops),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
  });
});

describe('a model', () => {
  it('that was cut off half-way is no model yet; it goes on from there and is attached [R1]', async () => {
    const order = await create();
    const store = tusClient(system.url('upload-api'), partner);
    const sphere = sphereStl(10, 20_000);
    const path = await store.begin(sphere.length);
    const arrived = async () => (await stat(join(system.dependencies.uploadFolder, 'incoming', uploadIdOf(path)))).size;
    await store.cutOff(path, 0, sphere, 300_000, () => until('bytes have arrived', async () => (await arrived()) > 0));
    const offset = await store.offset(path);
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThan(sphere.length);

    const attach = () =>
      post(commandPath(order, 'attach-model'), { body: attachment(path, sphere), headers: knowing(1) });
    expect(refusedWith([await unchanged(order, attach)])).toEqual([[409, 'upload-unusable']]);
    const wrongPlace = await store.append(path, offset + 1, sphere.subarray(offset + 1));
    expect([wrongPlace.status, wrongPlace.body.code]).toEqual([409, 'offset-conflict']);

    await store.append(path, offset, sphere.subarray(offset));
    expect(await store.verdict(path)).toMatchObject({ valid: true, sha256: sha256(sphere) });
    expect((await attach()).status).toBe(200);
    expect((await streamOf(order)).map(({ type }) => type)).toEqual(['OrderInitiated', 'ModelFileUploaded']);
  });

  const withNaN = (): Uint8Array => {
    const file = Buffer.from(cubeStl(20));
    // The x of the first corner of the first triangle, behind a header of 84 bytes and the normal's 12.
    file.writeFloatLE(Number.NaN, 96);
    return file;
  };
  const text = 'solid part\nThis is a letter about a part, and no part.\nendsolid part\n';

  it.each([
    ['a truncated STL', () => sphereStl(10).subarray(0, 5_000), 'TRUNCATED'],
    ['a text that claims to be STL', () => new TextEncoder().encode(text), 'NOT_STL'],
    ['coordinates that are no numbers', withNaN, 'NAN_COORDINATES'],
  ])('is refused with the reason and cannot be attached: %s [R2]', async (_what, bytesOf, code) => {
    const order = await create();
    const store = tusClient(system.url('upload-api'), partner);
    const bytes = bytesOf();
    const { path } = await store.upload(bytes);
    expect(await store.verdict(path)).toMatchObject({
      valid: false,
      fault: { code, detail: expect.stringMatching(/\w+ \w+/) },
    });
    const attached = await unchanged(order, () =>
      post(commandPath(order, 'attach-model'), { body: attachment(path, bytes), headers: knowing(1) }),
    );
    expect(refusedWith([attached])).toEqual([[409, 'upload-unusable']]);
  });
});

describe('a credential that does not hold', () => {
  it('is refused by every interface: expired, `alg: none`, changed, unknown or none at all', async () => {
    const expired = await sign(roleHolder('crm.agent'), '10 seconds ago');
    const [, claims] = agent.split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
    const [header, , signature] = agent.split('.');
    const admin = Buffer.from(JSON.stringify({ ...JSON.parse(atob(claims ?? '')), roles: ['admin'] }));
    const changed = `${header}.${admin.toString('base64url')}.${signature}`;
    const order = await create();
    const credentials: [string, string][] = [
      [expired, 'token-expired'],
      [none, 'token-algorithm'],
      [changed, 'token-invalid'],
      ['pk_0000_not-a-real-secret', 'key-unknown'],
    ];
    for (const [as, code] of credentials) {
      const answers = await unchanged(order, async () => [
        await post('/v1/orders', { as, body: NEW_ORDER }),
        await post(commandPath(order, 'cancel-order'), { as, body: { reason: 'CUSTOMER_ASKED' } }),
        await ask(`/v1/orders/${order}`, as),
        await tusClient(system.url('upload-api'), as).send('POST', '/v1/uploads', { 'Upload-Length': '684' }),
      ]);
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(4).fill([401, code]));
    }
    const missing = await post('/v1/orders', { as: null, body: NEW_ORDER });
    expect(refusedWith([missing])).toEqual([[401, 'credential-missing']]);
    expect(missing.headers.get('www-authenticate')).toContain('Bearer');
  });
});

describe('a command that is sent at the wrong moment or twice', () => {
  it('is refused with 412 and the present versions when the order has moved on, with 428 when it says nothing [H4]', async () => {
    const order = await create();
    const note = (text: string, headers: Record<string, string>) =>
      post(commandPath(order, 'add-note'), { body: { note: text }, headers });
    expect((await note('first', knowing(1))).status).toBe(200);
    const [stale, blind] = await unchanged(order, async () => [await note('second', knowing(1)), await note('x', {})]);
    expect(refusedWith([stale, blind] as Answer[])).toEqual([
      [412, 'precondition-failed'],
      [428, 'precondition-required'],
    ]);
    expect([stale?.body.event_version, stale?.headers.get('etag')]).toEqual([2, '"v2"']);
  });

  it('is refused with 422 when its key was used for something else, and answered again when it was not [B10]', async () => {
    const key = randomUUID();
    const first = await post('/v1/orders', { key, body: NEW_ORDER });
    const order = String(first.body.order_id);
    const [other, again] = await unchanged(order, async () => [
      await post('/v1/orders', { key, body: { ...NEW_ORDER, priority: 'URGENT' } }),
      await post('/v1/orders', { key, body: NEW_ORDER }),
    ]);
    expect(refusedWith([other as Answer])).toEqual([[422, 'key-reused']]);
    expect([again?.status, again?.text, again?.headers.get('idempotent-replayed')]).toEqual([201, first.text, 'true']);
  });

  it('is done once when twenty equal requests come at once, and all get the one answer [B10]', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => post('/v1/orders', { key, body: NEW_ORDER })));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === null)).toHaveLength(1);
    expect(await streamOf(String(answers[0]?.body.order_id))).toHaveLength(1);
  });

  it('is refused with 409 and what is allowed instead when the graph has no such step', async () => {
    const order = await create();
    const asked = await unchanged(order, async () => [
      await post(commandPath(order, 'close-order'), { as: agent, headers: knowing(1) }),
      await post(commandPath(order, 'accept-quote'), { body: { quote_version: 1 }, headers: knowing(1) }),
      await post(commandPath(order, 'submit-order'), {
        body: { material: 'PLA', process: 'FDM', quantity: 1, delivery: { method: 'PICKUP' } },
        headers: knowing(1),
      }),
      await post(`/v1/orders/${order}/claim`, { as: await sign(roleHolder('mes.operator')) }),
    ]);
    for (const { status, body } of asked) {
      expect([status, body.code, body.order_status]).toEqual([409, 'illegal-transition', 'INITIATED']);
    }
    const toPartner = asked[1]?.body.allowed_transitions as { command: string }[];
    expect(toPartner.map(({ command }) => command)).toEqual(expect.arrayContaining(['AttachModel', 'CancelOrder']));
    const denied = await unchanged(order, () =>
      post(commandPath(order, 'hold-order'), { body: { hold_id: 'h-1', reason: 'MACHINE_DOWN' }, headers: knowing(1) }),
    );
    expect([denied.status, denied.body.code]).toEqual([403, 'forbidden']);
  });
});

describe('a hundred operators who want one order', () => {
  /** From a model to the queue of the shop floor; pricing, approval and planning are the system's own work. */
  const readyOrder = async (): Promise<string> => {
    const order = await create();
    const send = async (command: string, body: unknown) => {
      const version = (await ledger.load(order))?.event_version ?? 0;
      const answer = await post(commandPath(order, command), { body, headers: knowing(version) });
      if (answer.status >= 300) throw new Error(`${command} was refused: ${answer.text}`);
    };
    const cube = cubeStl(20);
    const store = tusClient(system.url('upload-api'), partner);
    const { path } = await store.upload(cube);
    // On a slow machine the last answer of the upload comes before the file was inspected.
    expect(await store.verdict(path)).toMatchObject({ valid: true });
    await send('attach-model', attachment(path, cube));
    await send('submit-order', { material: 'PLA', process: 'FDM', quantity: 1, delivery: { method: 'PICKUP' } });
    const priced = await until('the order has a price', async () => {
      const found = (await streamOf(order)).find(({ type }) => type === 'PriceCalculated');
      return found ?? null;
    });
    await send('accept-quote', { quote_version: priced.metadata.event_version });
    await until('the order is planned', async () =>
      (await streamOf(order)).some(({ type }) => type === 'ProductionPlanned'),
    );
    return order;
  };

  it('has one winner; 99 get 409 with who holds it, and the ledger one claim [H2]', async () => {
    const order = await readyOrder();
    const before = await streamOf(order);
    const operators = await Promise.all(
      Array.from({ length: OPERATORS }, async (_, index) => {
        const sub = `operator-of-100-${index}`;
        return { sub, token: await sign({ ...roleHolder('mes.operator'), sub }) };
      }),
    );
    const answers = await Promise.all(
      operators.map(async ({ sub, token }) => ({ sub, ...(await post(`/v1/orders/${order}/claim`, { as: token })) })),
    );
    const winners = answers.filter(({ status }) => status === 200);
    const losers = answers.filter(({ status }) => status !== 200);
    expect(winners).toHaveLength(1);
    expect(losers).toHaveLength(OPERATORS - 1);
    const holder = { operator: winners[0]?.sub, fence_token: 1 };
    for (const { status, body } of losers) {
      expect([status, body.code, body.holder]).toEqual([409, 'claimed', expect.objectContaining(holder)]);
    }
    const after = await streamOf(order);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length)).toMatchObject([{ type: 'OrderClaimed', data: holder }]);
    await until('the read model shows who holds it', async () => {
      const { body } = await ask(`/v1/orders/${order}`, ops);
      return (body.claim as { operator?: string } | null)?.operator === holder.operator;
    });
  });
});
