import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { verifyChecksums, writeChecksums } from '@order-ledger/backup/checksums';

const step = { add: () => undefined, watch: () => undefined };
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'order-ledger-checksums-'));
  mkdirSync(join(folder, 'models'));
  for (const name of ['postgres.dump', 'models/one', 'models/two']) writeFileSync(join(folder, name), name);
  await writeChecksums(folder, step);
});
afterEach(() => rmSync(folder, { recursive: true }));

it('writes a list that sha256sum reads, and verifies a whole backup', async () => {
  execFileSync('sha256sum', ['--check', '--strict', '--status', 'SHA256SUMS'], { cwd: folder });
  await verifyChecksums(folder, step);
});

it.each<[string, () => void, RegExp]>([
  ['a changed file', () => appendFileSync(join(folder, 'models/one'), 'x'), /models\/one is changed/],
  ['a missing file', () => rmSync(join(folder, 'models/two')), /models\/two is missing/],
  ['a file too many', () => writeFileSync(join(folder, 'models/three'), ''), /models\/three is none of the backup's/],
  ['a list that is cut', () => writeFileSync(join(folder, 'SHA256SUMS'), ''), /postgres.dump is none of the backup's/],
  ['a damaged list', () => writeFileSync(join(folder, 'SHA256SUMS'), 'nonsense'), /SHA256SUMS is damaged/],
  ['a backup that was broken off', () => rmSync(join(folder, 'SHA256SUMS')), /holds no finished backup/],
])('refuses %s, and names it', async (_what, damage, expected) => {
  damage();
  await expect(verifyChecksums(folder, step)).rejects.toThrow(expected);
});

it('says that there is no such folder', async () => {
  await expect(verifyChecksums(`${folder}-none`, step)).rejects.toThrow(`There is no ${folder}-none.`);
});
