import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { until } from '@order-ledger/testing/waiting';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bench-ending-'));
});
const started: number[] = [];
afterAll(async () => {
  for (const pid of started.filter(isThere)) process.kill(pid);
  await rm(folder, { recursive: true });
});

const at = (module: string) => JSON.stringify(fileURLToPath(new URL(`../dist/bench/${module}`, import.meta.url)));

/** A benchmark that has started two servers, and what it goes on with. */
const begin = async (rest: string) => {
  const file = join(folder, `${crypto.randomUUID()}.mjs`);
  await writeFile(
    file,
    `import { startServer } from ${at('server.js')};
     import { stoppedAtTheEnd } from ${at('ending.js')};
     const servers = [await startServer('ping-server'), await startServer('ping-server')];
     const stop = stoppedAtTheEnd(async () => console.log('stopped'));
     console.log(JSON.stringify(servers.map(({ pid }) => pid)));
     try { ${rest} } finally { await stop(); }`,
  );
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  child.stderr.on('data', (text: Buffer) => said.push(text.toString()));
  const lines = createInterface({ input: child.stdout });
  // From the start: its next line may come with the first one.
  const told: string[] = [];
  lines.on('line', (line) => told.push(line));
  await once(lines, 'line');
  const pids = JSON.parse(told.shift() ?? '') as number[];
  started.push(...pids);
  // With all that it has said.
  return { child, pids, told, said, ended: once(child, 'close') };
};

const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)(
  'stops what it has started, once, where %s ends it',
  async (signal, code) => {
    const { child, pids, told, said, ended } = await begin(
      'await new Promise((resolve) => setTimeout(resolve, 600_000));',
    );
    expect(pids.map(isThere)).toEqual([true, true]);
    child.kill(signal);
    expect((await ended)[0]).toBe(code);
    await until('no server', () => !pids.some(isThere), 20_000);
    expect([told, said.join('')]).toEqual([['stopped'], '']);
  },
  60_000,
);

it('stops what it has started where it fails, and says why', async () => {
  const { pids, told, said, ended } = await begin(`throw new Error('no such order');`);
  expect((await ended)[0]).toBe(1);
  await until('no server', () => !pids.some(isThere), 20_000);
  expect(told).toEqual(['stopped']);
  expect(said.join('')).toContain('no such order');
}, 60_000);
