import { expect, it, jest } from '@jest/globals';
import { recordLongRun } from '@order-ledger/testing/long-run';
import { anyEventStore } from '@order-ledger/testing/services/event-store';
import { writeInTurn } from './support/writing-in-turn.ts';

jest.setTimeout(3_600_000);

it('decides 10,000 random commands of two writers in turn as the domain does, and loses and doubles nothing', async () => {
  const first = Number(process.env.SEED ?? Date.now() % 1_000_000);
  let seed = first;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed / 2 ** 31;
  };
  const { url } = await anyEventStore();
  const { amiss, verdicts, sent } = await writeInTurn({ commands: 10_000, url, random, atOnce: 16, lifeLength: 60 });
  expect(amiss).toEqual([]);
  expect(sent).toBeGreaterThanOrEqual(10_000);
  const counts = Object.fromEntries([...verdicts].sort(([, a], [, b]) => b - a));
  recordLongRun('remembered-orders', { seed: first, commands: sent, verdicts: counts }, 'ledger');
});
