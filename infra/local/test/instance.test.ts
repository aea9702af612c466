import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { startChild } from '@order-ledger/local/child';
import { requireDiskSpace } from '@order-ledger/local/disk-space';
import { endOrphans } from '@order-ledger/local/orphans';
import { refuseHalfRestored, unfinishedRestore, withOwnData } from '@order-ledger/local/own-data';
import { freePort, requireFreePorts } from '@order-ledger/local/ports';
import { reset } from '@order-ledger/local/reset';
import { loadSecrets } from '@order-ledger/local/secrets';
import { claimInstance, releaseInstance, runningInstance } from '@order-ledger/local/single-instance';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'order-ledger-instance-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('ends what an earlier start of the same folder left behind, and nothing else', async () => {
  const sleeper = async (folder: string, cwd = process.cwd()) => {
    const child = spawn(process.execPath, ['-e', 'console.log("runs"); setInterval(() => {}, 1000)'], {
      cwd,
      env: { ...process.env, ORDER_LEDGER_INSTANCE: folder },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    // Not before it runs does the system show its environment for certain.
    await once(child.stdout, 'data');
    return child;
  };
  const worksIn = join(root, 'redis');
  mkdirSync(worksIn);
  writeFileSync(join(worksIn, 'ORDER_LEDGER_INSTANCE'), root);
  const [mine, other] = [await sleeper(root), await sleeper(`${root}-other`)];
  const untitled = await sleeper('', worksIn);
  const ended = Promise.all([once(mine, 'exit'), once(untitled, 'exit')]);
  expect(await endOrphans(root)).toBe(2);
  await ended;
  expect(other.exitCode).toBeNull();
  other.kill();
  await once(other, 'exit');
});

it('names the port that is taken and how to find who has it', async () => {
  // None of those that the system gives away by itself: it is to be free again in the end.
  const port = await freePort();
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  await expect(requireFreePorts([{ name: 'query-api', port }])).rejects.toThrow(
    `Port ${port}, which query-api needs, is taken`,
  );
  server.close();
  await once(server, 'close');
  await requireFreePorts([{ name: 'query-api', port }]);
});

it('gives no port twice, to nobody, although none of them is used yet', async () => {
  const program = `
    import { freePort } from '${new URL('../dist/ports.js', import.meta.url)}';
    // Stays until it is let go: what a process was given is free again when it has ended.
    process.once('disconnect', () => undefined);
    process.send(await Promise.all(Array.from({ length: 300 }, freePort)));`;
  const askers = [1, 2].map(() =>
    spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
  );
  const given = (await Promise.all(askers.map((asker) => once(asker, 'message')))).flatMap(([ports]) => ports);
  expect(given).toHaveLength(600);
  expect(new Set(given).size).toBe(600);
  await Promise.all(
    askers.map((asker) => {
      asker.disconnect();
      return once(asker, 'exit');
    }),
  );
});

it('gives up a child that is not ready in time, and not one that became ready while this process stood still', async () => {
  const child = startChild({
    name: 'a sleeper',
    command: process.execPath,
    args: ['-e', 'setInterval(() => {}, 1000)'],
    logFile: join(root, 'sleeper.log'),
  });
  let asked = 0;
  const readyAfterAPause = async () => {
    asked += 1;
    const until = performance.now() + 200;
    while (asked === 1 && performance.now() < until);
    return asked > 1;
  };
  await child.waitUntil(readyAfterAPause, 100);
  expect(asked).toBe(2);
  await expect(child.waitUntil(async () => false, 100)).rejects.toThrow(/a sleeper was not ready after 0.1 s/);
  await child.stop('SIGKILL', 5_000);
  expect(child.alive()).toBe(false);
});

it('says how much of the disk is left and how much is needed when it is too little', () => {
  requireDiskSpace(root);
  expect(() => requireDiskSpace(root, Number.MAX_SAFE_INTEGER)).toThrow(/has \d+ MB left; order-ledger needs \d+ MB/);
});

it('knows a start that runs, and not one whose process is gone', async () => {
  const file = join(root, 'start.pid');
  expect(runningInstance(file)).toBeNull();
  claimInstance(file);
  expect(runningInstance(file)).toBe(process.pid);
  releaseInstance(file);
  const gone = spawn(process.execPath, ['-e', '']);
  await once(gone, 'exit');
  writeFileSync(file, String(gone.pid));
  expect(runningInstance(file)).toBeNull();
});

it('takes no foreign process for a start because it has the number of one that was killed', () => {
  const file = join(root, 'start.pid');
  claimInstance(file);
  const [, mark] = readFileSync(file, 'utf8').split('\n');
  for (const pid of [1, process.ppid]) {
    for (const left of [`${pid}`, `${pid}\n${mark}\n`, `${pid}\n0@of-an-earlier-run\n`]) {
      writeFileSync(file, left);
      expect(runningInstance(file)).toBeNull();
    }
  }
});

it('works on the data alone, and lets go of it however the work ends', async () => {
  const report = () => undefined;
  const file = join(root, 'start.pid');
  await expect(
    withOwnData(root, report, async () => {
      expect(runningInstance(file)).toBe(process.pid);
      await expect(withOwnData(root, report, async () => undefined)).rejects.toThrow(
        /npm start is already running here/,
      );
      throw new Error('broken off');
    }),
  ).rejects.toThrow('broken off');
  expect(runningInstance(file)).toBeNull();
});

it('closes what it writes to others, and nothing that is written afterwards', async () => {
  const before = process.umask();
  const inside = await withOwnData(
    root,
    () => undefined,
    async () => process.umask(),
  );
  expect([inside, process.umask()]).toEqual([0o077, before]);
});

it('starts nothing that a restore has left half there', () => {
  refuseHalfRestored(root);
  writeFileSync(unfinishedRestore(root), '');
  expect(() => refuseHalfRestored(root)).toThrow(/interrupted.*npm run restore.*npm run reset/);
});

it('removes the data only when it is sure, and never under a running start', async () => {
  expect(await reset(root, true)).toMatch(/nothing to remove/);
  const data = join(root, '.data');
  mkdirSync(data);
  writeFileSync(join(data, 'order'), 'x');
  claimInstance(join(data, 'start.pid'));
  await expect(reset(root, true)).rejects.toThrow(/stop it first/);
  releaseInstance(join(data, 'start.pid'));
  await expect(reset(root, false)).rejects.toThrow(/--yes/);
  expect(existsSync(join(data, 'order'))).toBe(true);
  await reset(root, true);
  expect(existsSync(data)).toBe(false);
});

it('makes secrets once, and adds those that an older version did not have', () => {
  const file = join(root, 'secrets.json');
  const first = loadSecrets(file);
  expect(loadSecrets(file)).toEqual(first);
  writeFileSync(file, JSON.stringify({ postgres: 'kept' }));
  const second = loadSecrets(file);
  expect(second.postgres).toBe('kept');
  expect(second.cursors).toHaveLength(32);
});
