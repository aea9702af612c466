import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { ensureFreeTextKey } from '@order-ledger/local/free-text-key';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import pg from 'pg';

let folder: string;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'order-ledger-key-'));
  database = await createTestDatabase();
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

const run = async (text: string): Promise<void> => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(text);
  await client.end();
};

it('makes no key where the database holds texts that need the one that is missing, however often it is asked', async () => {
  const [file, secret] = [join(folder, 'free-text.key'), Buffer.alloc(32, 1)];
  const ensure = () => ensureFreeTextKey(file, secret.toString('base64'), database.url);
  await ensure();
  expect(readFileSync(file)).toEqual(secret);
  rmSync(file);
  await run('create schema command_api; create table command_api.subject_key (wrapped_key bytea)');
  await run('insert into command_api.subject_key values (null)');
  await ensure();
  rmSync(file);
  await run("insert into command_api.subject_key values ('wrapped')");
  for (let time = 1; time <= 2; time += 1) {
    await expect(ensure()).rejects.toThrow('put it back');
    expect(existsSync(file)).toBe(false);
  }
});
