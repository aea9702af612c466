import { expect, it } from '@jest/globals';
import { createTurns } from '@order-ledger/ledger/appending/in-turn';

const open = () => {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, ended };
};

it('does works of one name one after the other, those of others beside them, and a failed one holds up nobody', async () => {
  const inTurn = createTurns(60_000);
  const doors = [open(), open(), open()];
  const began: number[] = [];
  const works = doors.map((door, n) =>
    inTurn('order-1', async () => {
      began.push(n);
      await door.ended;
      if (n === 0) throw new Error('failed');
      return n;
    }),
  );
  expect(await inTurn('order-2', async () => 'beside')).toBe('beside');
  expect(began).toEqual([0]);
  doors[0]?.end();
  await expect(works[0]).rejects.toThrow('failed');
  doors[2]?.end();
  while (began.length < 2) await new Promise(setImmediate);
  expect(began).toEqual([0, 1]);
  doors[1]?.end();
  expect(await Promise.all(works.slice(1))).toEqual([1, 2]);
  expect(began).toEqual([0, 1, 2]);
  expect(await inTurn('order-1', async () => 'after')).toBe('after');
});

it('waits no longer where one does not end', async () => {
  const inTurn = createTurns(20);
  const door = open();
  const stuck = inTurn('order-1', () => door.ended);
  const others = Array.from({ length: 3 }, (_, n) => inTurn('order-1', async () => n));
  expect(await Promise.all(others)).toEqual([0, 1, 2]);
  door.end();
  await stuck;
});
