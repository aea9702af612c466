import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { TextReference } from '@order-ledger/domain/values';
import { writeSecret } from '@order-ledger/platform/secret-file';
import { createLife } from '@order-ledger/testing/orders/over-http';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import type pg from 'pg';
import { tellHeld } from '../src/free-text/held-keys.ts';
import { type RotationOptions, rotateWrappingKey } from '../src/free-text/rotation.ts';
import { createSubjectKeys } from '../src/free-text/subject-keys.ts';
import { openKeyFile, type WrappingKeys, wrappingKeyId } from '../src/free-text/wrapping-keys.ts';
import { readingBy } from './support/reading.ts';

jest.setTimeout(90_000);

let folder: string;
let file: string;
let api: RunningApi;
let held: WrappingKeys;
const undo: (() => Promise<unknown>)[] = [];

/** A process of its own on this database, with what the file holds when it starts. */
const start = async (pool?: RunningApi['pool']): Promise<RunningApi> => {
  const started = await startApi({
    wrappingKeys: await openKeyFile(file),
    ...(pool === undefined ? {} : { pool }),
  });
  undo.push(() => started.close());
  return started;
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'order-ledger-rotation-'));
  file = join(folder, 'free-text.key');
  writeFileSync(file, randomBytes(32), { mode: 0o600 });
  held = await openKeyFile(file);
  api = await startApi({ wrappingKeys: held });
  undo.push(() => api.close());
  await api.checkKey();
});
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
  rmSync(folder, { recursive: true });
});

const keysInFile = () =>
  Array.from({ length: readFileSync(file).length / 32 }, (_, n) => readFileSync(file).subarray(n * 32, (n + 1) * 32));
const namesInFile = () => keysInFile().map(wrappingKeyId);

/** A text of a person who had none. */
const writeText = async (by: RunningApi = api): Promise<TextReference> => {
  const command_id = crypto.randomUUID();
  const subject = { owner: 'house', customer_ref: `customer-${crypto.randomUUID()}` };
  const written = await by.texts.write(subject, { command_id, order_id: crypto.randomUUID() }, { note: 'a wish' });
  return written.note as TextReference;
};
const writeTexts = async (count: number): Promise<TextReference[]> => {
  const texts: TextReference[] = [];
  for (let n = 0; n < count; n += 1) texts.push(await writeText());
  return texts;
};
const expectReadable = async (texts: readonly TextReference[], by: RunningApi = api): Promise<void> => {
  for (const text of texts) expect(await by.texts.read(text, readingBy('reader'))).toBe('a wish');
};

const rotate = async (more: Partial<RotationOptions> = {}): Promise<string> =>
  rotateWrappingKey({
    pool: api.pool,
    keys: await openKeyFile(file),
    writeKeys: (keys) => writeSecret(file, Buffer.concat(keys)),
    changed_by: 'test',
    report: () => undefined,
    ...more,
  });
const wrappedBy = async (): Promise<Record<string, number>> => {
  const { rows } = await api.pool.query<{ wrapped_by: string; count: string }>(
    'select wrapped_by, count(*) from subject_key where wrapped_key is not null group by wrapped_by',
  );
  return Object.fromEntries(rows.map(({ wrapped_by, count }) => [wrapped_by, Number(count)]));
};
const actions = async (): Promise<string[]> =>
  (await api.pool.query('select action from key_change order by change_id')).rows.map(({ action }) => action);

it('wraps every key anew, and takes the former one away at the end', async () => {
  const [former = ''] = namesInFile();
  const bytes = readFileSync(file);
  const texts = await writeTexts(5);
  // As an earlier build has left it.
  await api.pool.query('update subject_key set wrapped_by = null where ctid = (select min(ctid) from subject_key)');
  const key = await rotate({ batch: 2 });
  expect(key).not.toBe(former);
  expect(namesInFile()).toEqual([key]);
  expect(await wrappedBy()).toEqual({ [key]: 5 });
  expect(await actions()).toEqual(['free-text publish', 'free-text rotate', 'free-text retire']);
  await expectReadable([...texts, await writeText()]);
  await expectReadable(texts, await start(api.pool));
  // The former one alone opens nothing any more.
  writeFileSync(file, bytes);
  await expect((await start(api.pool)).checkKey()).rejects.toMatchObject({ code: 'wrong-key' });
});

it('waits for whoever does not hold the new key yet, and refuses nothing meanwhile', async () => {
  const other = join(folder, 'elsewhere.key');
  writeFileSync(other, readFileSync(file));
  const elsewhere = await openKeyFile(other);
  const texts = await writeTexts(2);
  await tellHeld(api.pool, held);
  await api.pool.query("insert into wrapping_key_holder (instance, key_ids) values ('another machine', $1)", [
    [...elsewhere.all.keys()],
  ]);
  await expect(rotate({ limitMs: 0 })).rejects.toThrow(
    /not every instance of command-api has the new key: .*another machine/,
  );
  expect(namesInFile()).toHaveLength(2);
  await expectReadable([...texts, await writeText()]);
  expect(Object.keys(await wrappedBy())).toEqual([[...elsewhere.all.keys()][0]]);

  // The file is brought there, and the same command goes on with the same key.
  await tellHeld(api.pool, held);
  await api.pool.query(
    "update wrapping_key_holder set key_ids = $1, seen_at = now() where instance = 'another machine'",
    [namesInFile()],
  );
  const coming = namesInFile()[1];
  expect(await rotate()).toBe(coming);
  await expectReadable(texts);
});

/** The database, but for what is done before a statement. */
const poolThat = (does: (statement: string) => Promise<void>): pg.Pool => {
  const query = async (...args: unknown[]) => {
    await does(String(args[0]));
    return Reflect.apply(api.pool.query, api.pool, args);
  };
  return new Proxy(api.pool, { get: (pool, name) => (name === 'query' ? query : Reflect.get(pool, name)) });
};

/** Breaks off, as a process that is killed does: from the n-th batch on nothing is done. */
const dyingAfter = (batches: number): pg.Pool => {
  let left = batches;
  return poolThat(async (statement) => {
    if (statement.startsWith('update subject_key')) left -= 1;
    if (left < 0) throw new Error('the process has died');
  });
};

it.each([0, 1, 2])(
  'goes on where it died after %i batches, with every text readable and new ones kept meanwhile',
  async (batches) => {
    const [former = ''] = namesInFile();
    const texts = await writeTexts(6);
    await expect(rotate({ pool: dyingAfter(batches), batch: 2 })).rejects.toThrow('died');
    expect(namesInFile()).toHaveLength(2);
    const after = await wrappedBy();
    expect(after[former]).toBe(6 - 2 * batches);
    texts.push(await writeText());
    // Nothing comes under the former one any more.
    expect((await wrappedBy())[former]).toBe(6 - 2 * batches);
    await expectReadable(texts);
    await expectReadable(texts, await start(api.pool));
    const key = await rotate();
    expect(namesInFile()).toEqual([key]);
    expect(await wrappedBy()).toEqual({ [key]: 7 });
    await expectReadable(texts);
  },
);

it('loses no text of those that are written all the while, also by a process that has not heard of the new key', async () => {
  let atWork = true;
  const texts: TextReference[] = await writeTexts(20);
  const stale = await start(api.pool);
  const write = async (by: RunningApi): Promise<void> => {
    while (atWork) texts.push(await writeText(by));
  };
  const writers = [write(api), write(stale), write(stale)];
  const key = await rotate({ batch: 3 });
  atWork = false;
  await Promise.all(writers);
  expect(texts.length).toBeGreaterThan(20);
  expect(await wrappedBy()).toEqual({ [key]: texts.length });
  await expectReadable(texts);
  await expectReadable(texts, stale);
});

it('keeps nothing under the former key of a process that has stood still since it took it', async () => {
  let goOn = (): void => undefined;
  const rotated = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let standsStill = (): void => undefined;
  const taken = new Promise<void>((resolve) => {
    standsStill = resolve;
  });
  const own = await openKeyFile(file);
  const slow: WrappingKeys = {
    get all() {
      return own.all;
    },
    readAgain: own.readAgain,
    find: async (keyId) => {
      const key = await own.find(keyId);
      standsStill();
      await rotated;
      return key;
    },
  };
  const subject = { owner: 'house', customer_ref: 'slow' };
  const making = createSubjectKeys(api.pool, slow).live(subject);
  await taken;
  const key = await rotate();
  goOn();
  await making;
  expect(await wrappedBy()).toEqual({ [key]: 1 });
});

it('brings back no key that is destroyed while it is wrapped anew', async () => {
  const life = createLife(api);
  const order = await life.create({ note: 'a wish' });
  await writeTexts(1);
  let erased = false;
  const pool = poolThat(async (statement) => {
    if (!statement.startsWith('update subject_key') || erased) return;
    erased = true;
    await life.act(order, 'EraseCustomerData');
  });
  const key = await rotate({ pool });
  expect(erased).toBe(true);
  expect(await wrappedBy()).toEqual({ [key]: 1 });
});

it('leaves the former key where something is opened by neither, and says so', async () => {
  const texts = await writeTexts(3);
  await api.pool.query("update subject_key set wrapped_key = '\\x00' where ctid = (select max(ctid) from subject_key)");
  await expect(rotate()).rejects.toThrow("1 subjects' keys are opened by neither key");
  expect(namesInFile()).toHaveLength(2);
  await expectReadable(texts.slice(0, 2));
});

it('lets one rotation at a time change keys', async () => {
  const client = await api.pool.connect();
  await client.query('select pg_advisory_lock(7304113)');
  await expect(rotate()).rejects.toThrow('Another rotation is running');
  client.release(true);
});
