import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TextReference } from '@order-ledger/domain/values';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { createLife, type Life } from '@order-ledger/testing/orders/over-http';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { until } from '@order-ledger/testing/waiting';
import { createSubjectKeys } from '../src/free-text/subject-keys.ts';
import { sweepTexts } from '../src/free-text/sweep.ts';
import { createFreeTexts } from '../src/free-text/texts.ts';
import { keptKeys } from '../src/free-text/wrapping-keys.ts';
import { readingBy } from './support/reading.ts';

let api: RunningApi;
let life: Life;

beforeAll(async () => {
  api = await startApi();
  life = createLife(api);
});
afterAll(() => api.close());

const SECRET = 'Call Ivan on +7 916 123-45-67 before you ring';

const noteOf = async (orderId: string, version: number): Promise<TextReference> => {
  for await (const event of api.ledger.readOrder(orderId, { fromVersion: version })) {
    if ('note' in event.data && event.data.note !== undefined) return event.data.note;
  }
  throw new Error(`event ${version} has no note`);
};
const erase = (orderId: string, key: string = crypto.randomUUID()) => life.act(orderId, 'EraseCustomerData', { key });

it('keeps the words out of events, logs and every table but the encrypted one [M1][M2]', async () => {
  const orderId = await life.create();
  const { headers } = await life.act(orderId, 'AddNote', { body: { note: SECRET } });
  const correlation_id = headers.get('x-correlation-id');
  expect(correlation_id).not.toBeNull();
  await until('the last line about the request, which comes after its answer', () =>
    api.lines().some((line) => line.message === 'request' && line.correlation_id === correlation_id),
  );
  const events: string[] = [];
  for await (const event of api.ledger.readOrder(orderId)) events.push(JSON.stringify(event));
  const { rows } = await api.pool.query(
    'select t::text as row from free_text t union all select k::text from subject_key k',
  );
  const written = [...events, api.logText(), ...rows.map(({ row }) => row)].join('\n');
  for (const piece of [
    'Ivan',
    '916 123',
    '9161234567',
    Buffer.from('Ivan').toString('hex'),
    Buffer.from('Ivan').toString('base64'),
  ]) {
    expect(written.includes(piece)).toBe(false);
  }
  expect(await api.texts.read(await noteOf(orderId, 2), readingBy('sub:anna'))).toBe(SECRET);
});

it('records each reading before it gives the text', async () => {
  const orderId = await life.create({ note: 'a wish' });
  const reference = await noteOf(orderId, 1);
  await api.texts.read(reference, readingBy('sub:reader-1'));
  const { rows } = await api.pool.query('select reader, field from free_text_reading where reader = $1', [
    'sub:reader-1',
  ]);
  expect(rows).toEqual([{ reader: 'sub:reader-1', field: 'note' }]);
});

it('opens nothing without the wrapping key, nor a text that was moved to another place', async () => {
  const orderId = await life.create({ note: 'a wish' });
  const reference = await noteOf(orderId, 1);
  const stranger = createFreeTexts(api.pool, createSubjectKeys(api.pool, keptKeys(randomBytes(32))));
  await expect(stranger.read(reference, readingBy('sub:thief'))).rejects.toThrow();
  await api.pool.query(`update free_text set field = 'detail' where command_id = $1`, [reference.ref.split('/')[0]]);
  const moved = { ref: reference.ref.replace('note', 'detail'), hmac: reference.hmac };
  await expect(api.texts.read(moved, readingBy('sub:thief'))).rejects.toThrow();
});

it('hashes equal texts of one customer alike and of two customers differently', async () => {
  const hmacs = [];
  for (const customer_ref of ['same', 'same', 'other'].map((name) => `${name}-${api.url.slice(-5)}`)) {
    hmacs.push((await noteOf(await life.create({ customer_ref, note: 'ring twice' }), 1)).hmac);
  }
  expect(hmacs[0]).toBe(hmacs[1]);
  expect(hmacs[2]).not.toBe(hmacs[0]);
});

it('forgets the texts of an erased customer at once, and encrypts later ones under new keys', async () => {
  const orderId = await life.create({ note: SECRET });
  const old = await noteOf(orderId, 1);
  const { status, body } = await erase(orderId);
  expect([status, body.events]).toEqual([200, [expect.objectContaining({ type: 'CustomerDataErased' })]]);
  expect(await api.texts.read(old, readingBy('sub:anna'))).toBeNull();

  const { body: noted } = await life.act(orderId, 'AddNote', { body: { note: SECRET } });
  const later = await noteOf(orderId, Number(noted.event_version));
  expect(await api.texts.read(later, readingBy('sub:anna'))).toBe(SECRET);
  expect(later.hmac).not.toBe(old.hmac);
});

it('does not erase later texts when the erasure is repeated', async () => {
  const orderId = await life.create();
  const key = crypto.randomUUID();
  await erase(orderId, key);
  const { body } = await life.act(orderId, 'AddNote', { body: { note: 'later' } });
  const later = await noteOf(orderId, Number(body.event_version));
  const again = await erase(orderId, key);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(await api.texts.read(later, readingBy('sub:anna'))).toBe('later');
});

it('answers the repetition of a command whose text was erased as before', async () => {
  const key = crypto.randomUUID();
  const sent = {
    credential: await api.tokenOf(ACTORS.store),
    key,
    body: { customer_ref: `customer-${key}`, channel: 'ONLINE_STORE', note: SECRET },
  };
  const first = await api.post('/v1/orders', sent);
  await erase(String(first.body.order_id));
  const again = await api.post('/v1/orders', sent);
  expect([again.status, again.text]).toEqual([201, first.text]);
});

it('sweeps the texts of commands that came to nothing, and keeps those that an event refers to', async () => {
  const orderId = await life.create({ note: 'kept' });
  const kept = await noteOf(orderId, 1);
  const refused = await life.send(orderId, 'CompleteManufacturing', { body: { note: 'lost', fence_token: 1 } });
  expect(refused.status).toBe(409);
  const count = async () =>
    Number((await api.pool.query('select count(*) from free_text where order_id = $1', [orderId])).rows[0].count);
  expect(await count()).toBe(2);
  await sweepTexts(api.pool, api.ledger, api.log);
  expect(await count()).toBe(2);
  await api.pool.query(`update free_text set written_at = now() - interval '25 hours'`);
  await sweepTexts(api.pool, api.ledger, api.log);
  expect(await count()).toBe(1);
  expect(await api.texts.read(kept, readingBy('sub:anna'))).toBe('kept');
});
