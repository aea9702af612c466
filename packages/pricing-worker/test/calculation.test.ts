import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, jest } from '@jest/globals';
import { keepingLog } from '@order-ledger/testing/lines';
import { sphereStl } from '@order-ledger/testing/models/bodies';
import { calculate } from '../src/calculating/calculation.ts';

// On a machine that has more to do the search for an orientation takes a while.
jest.setTimeout(120_000);

it('goes on when a service manager tells the worker and its children to end: the worker has its grace for it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'calculation-'));
  const path = join(folder, 'model');
  await writeFile(path, sphereStl(20, 100_000));
  const { log, lines } = keepingLog();
  let told = 0;
  const calculated = await calculate({
    ...{ model: await open(path), unit: 'MM', orientation: 'BEST', process: 'FDM' },
    ...{ memoryMb: 1_024, limitMs: 100_000, log, signal: new AbortController().signal },
    onProgress: () => {
      const begun = lines().find(({ message }) => message === 'calculation begins');
      if (told === 0) process.kill(Number(begun?.pid), 'SIGTERM');
      told += 1;
    },
  });
  await rm(folder, { recursive: true });
  expect(calculated.outcome).toBe('measured');
  // It was told while it calculated: more of its progress came after.
  expect(told).toBeGreaterThan(1);
});
