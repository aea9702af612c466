import { randomBytes } from 'node:crypto';
import { afterEach, expect, it } from '@jest/globals';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { createLife } from '@order-ledger/testing/orders/over-http';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { keptKeys } from '../src/free-text/wrapping-keys.ts';
import { readingBy } from './support/reading.ts';

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

const start = async (changes: Parameters<typeof startApi>[0]): Promise<RunningApi> => {
  const api = await startApi(changes);
  undo.push(() => api.close());
  return api;
};

/** An interface on this database, with this key. */
const withKey = (wrappingKey: Buffer, pool?: RunningApi['pool']) =>
  start({ wrappingKeys: keptKeys(wrappingKey), ...(pool === undefined ? {} : { pool }) });

const countOf = async ({ pool }: RunningApi, table: string): Promise<number> => {
  const { rows } = await pool.query<{ count: string }>(`select count(*) from ${table}`);
  return Number(rows[0]?.count);
};

it('is not ready under another key than the texts were written with, and keeps and reads none meanwhile', async () => {
  const key = randomBytes(32);
  const right = await withKey(key);
  const life = createLife(right);
  const [known, unknown] = [await life.create(), await life.create()];
  await right.checkKey();
  await life.act(known, 'AddNote');
  await right.checkKey();
  const reference = await right.pool.query("select command_id || '/' || field as ref, hmac from free_text");
  expect(await right.texts.read(reference.rows[0], readingBy('reader'))).toBe('a note');

  const wrong = await withKey(randomBytes(32), right.pool);
  await expect(wrong.checkKey()).rejects.toThrow(expect.objectContaining({ code: 'wrong-key' }));
  const before = [await countOf(right, 'subject_key'), await countOf(right, 'free_text')];
  // Of one whose key is there, and of one who has none yet.
  for (const orderId of [known, unknown]) {
    const { status, body, headers } = await createLife(wrong).send(orderId, 'AddNote');
    expect([status, body.code]).toEqual([503, 'wrong-key']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  }
  const shown = await wrong.send('GET', `/v1/orders/${known}/events/2/texts`, {
    credential: await wrong.tokenOf(ACTORS.agent),
  });
  expect([shown.status, shown.body.code]).toEqual([503, 'wrong-key']);
  await expect(wrong.texts.read(reference.rows[0], readingBy('reader'))).rejects.toThrow('FREE_TEXT_KEY_FILE');
  expect([await countOf(right, 'subject_key'), await countOf(right, 'free_text')]).toEqual(before);
  expect((await createLife(wrong).act(known, 'AttachModel')).status).toBe(200);

  const again = await withKey(key, right.pool);
  await again.checkKey();
  expect(await again.texts.read(reference.rows[0], readingBy('reader'))).toBe('a note');
  await createLife(again).act(unknown, 'AddNote');
});
