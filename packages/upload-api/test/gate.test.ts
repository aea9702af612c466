import { expect, it } from '@jest/globals';
import { createGate } from '../src/gate.ts';

it('lets owners take turns, however many one of them has waiting, and takes up again after a failure', async () => {
  const within = createGate(1);
  const order: string[] = [];
  const piece = (owner: string, fails = false) =>
    within(owner, async () => {
      order.push(owner);
      await new Promise((resolve) => setImmediate(resolve));
      if (fails) throw new Error('no verdict');
    });
  const all = [
    piece('big'),
    piece('big', true),
    piece('big'),
    piece('big'),
    piece('small'),
    piece('house'),
    piece('small'),
  ];
  const ends = await Promise.allSettled(all);
  expect(order).toEqual(['big', 'small', 'house', 'big', 'small', 'big', 'big']);
  expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  await piece('big');
  expect(order).toHaveLength(8);
});

it('lets as many in at once as it has places', async () => {
  const within = createGate(2);
  let inside = 0;
  let most = 0;
  const work = () =>
    within('one', async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    });
  await Promise.all(Array.from({ length: 6 }, work));
  expect(most).toBe(2);
});
