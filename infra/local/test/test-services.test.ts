import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type OfferedServices, offerServices } from '@order-ledger/local/test-services';

const ASKING = fileURLToPath(new URL('../dist/test-services.js', import.meta.url));

let folder: string;
let offered: OfferedServices;
const started: string[] = [];
const starts: Record<string, () => Promise<string>> = {
  postgres: async () => 'postgres://first',
  redis: async () => Promise.reject(new Error('no redis-server here')),
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'order-ledger-asked-'));
  offered = offerServices(folder, (name) => {
    started.push(name);
    return starts[name]?.() ?? Promise.reject(new Error('not in this test'));
  });
});
afterEach(async () => {
  await offered.close();
  rmSync(folder, { recursive: true });
  started.length = 0;
});

/** As a file of a test run asks, in a process of its own. */
const ask = async (name: string, env: Record<string, string> = {}): Promise<string> => {
  const program = `import(process.argv[1]).then(({ testService }) => console.log(testService(process.argv[2])))`;
  const run = promisify(execFile)(process.execPath, ['-e', program, ASKING, name], {
    env: { PATH: process.env.PATH, ...offered.env, ...env },
  });
  const { stdout } = await run.catch((error: { stderr: string }) => ({ stdout: error.stderr }));
  return stdout.trim();
};

it('starts nothing before a test asks, and once for all that ask', async () => {
  expect(started).toEqual([]);
  expect(await Promise.all([ask('postgres'), ask('postgres')])).toEqual(['postgres://first', 'postgres://first']);
  expect(await ask('postgres')).toBe('postgres://first');
  expect(started).toEqual(['postgres']);
});

it('tells everybody who asks why a service could not be started', async () => {
  for (let times = 0; times < 2; times += 1)
    expect(await ask('redis')).toContain('redis could not be started: no redis-server here');
  expect(started).toEqual(['redis']);
});

it('starts none where the environment names one, and says how to get one where nobody offers any', async () => {
  expect(await ask('postgres', { TEST_DATABASE_URL: 'postgres://own' })).toBe('postgres://own');
  expect(await ask('redis', { TEST_SERVICES_FOLDER: '' })).toMatch(
    /`npm test` starts one, or TEST_REDIS_URL names one/,
  );
  expect(started).toEqual([]);
});
