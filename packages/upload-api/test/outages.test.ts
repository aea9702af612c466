import { rename, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createPool } from '@order-ledger/platform/postgres';
import { keepingLog } from '@order-ledger/testing/lines';
import { freshFolder, removeFolder } from '@order-ledger/testing/running/upload-process';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import { createCompletion } from '../src/completion.ts';
import { openUploadFolder, type UploadFolder } from '../src/folder.ts';
import type { Inspect } from '../src/inspection.ts';
import { createRecords, type UploadRecords } from '../src/records.ts';
import { migrateSchema, SCHEMA } from '../src/schema.ts';

const { log } = keepingLog();
const undo: (() => Promise<unknown>)[] = [];
let path: string;
let folder: UploadFolder;
let records: UploadRecords;
let uploadId: string;

beforeEach(async () => {
  const database = await createTestDatabase();
  await migrateSchema({ connectionString: database.url, log });
  const name = `test-${crypto.randomUUID()}`;
  const pool = createPool({ connectionString: database.url, applicationName: 'test', name, log, searchPath: SCHEMA });
  path = await freshFolder();
  undo.push(
    database.drop,
    () => pool.end(),
    () => removeFolder(path),
  );
  folder = await openUploadFolder(path);
  records = createRecords(pool);
  uploadId = crypto.randomUUID();
  await records.create({ upload_id: uploadId, owner: 'house', size: 1 }, async () => undefined);
  await writeFile(folder.incomingPath(uploadId), 'x');
});
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

const completionWith = (inspect: Inspect) =>
  createCompletion({ folder, records, inspect, log, signal: new AbortController().signal });
const refused: Inspect = async () => ({ ok: false, sha256: 'a'.repeat(64), fault: { code: 'TRUNCATED', detail: 'x' } });

it('gives no file up because no process can be started that would look at it', async () => {
  let tries = 0;
  const completion = completionWith(async (...asked) => {
    tries += 1;
    if (tries <= 5) throw Object.assign(new Error('spawn ENOMEM'), { code: 'ENOMEM', syscall: 'spawn' });
    return refused(...asked);
  });
  for (let sweeps = 0; sweeps < 5; sweeps += 1) await expect(completion.complete(uploadId)).rejects.toThrow('ENOMEM');
  expect(await completion.complete(uploadId)).toBe('INVALID');
  expect((await records.find(uploadId))?.fault?.code).toBe('TRUNCATED');
});

it('takes no file for lost while its folder is not there', async () => {
  await records.received(uploadId);
  await rename(folder.incoming, `${folder.incoming}-unmounted`);
  const completion = completionWith(refused);
  await expect(completion.complete(uploadId)).rejects.toThrow('ENOENT');
  expect((await records.find(uploadId))?.state).toBe('RECEIVED');
  await rename(`${folder.incoming}-unmounted`, folder.incoming);
  expect(await completion.complete(uploadId)).toBe('INVALID');
  expect((await records.find(uploadId))?.fault?.code).toBe('TRUNCATED');
});
