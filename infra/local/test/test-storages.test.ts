import { expect, it } from '@jest/globals';
import { createStorages } from '../../test-storages.mjs';

it('gives the storages of an ended suite to the next, which sees nothing of the one before', async () => {
  const first = createStorages();
  const storage = new first.AsyncLocalStorage<string>();
  const other = new first.AsyncLocalStorage<string>();
  expect(other).not.toBe(storage);
  const seen = await storage.run('inside', async () => {
    await Promise.resolve();
    const before = storage.getStore();
    first.end();
    const second = createStorages();
    const next = new second.AsyncLocalStorage<string>();
    const after = next.getStore();
    const inside = next.run('of the next', () => next.getStore());
    second.end();
    return [before, [storage, other].includes(next), after, inside];
  });
  expect(seen).toEqual(['inside', true, undefined, 'of the next']);
});

it('gives what is in use to nobody else', () => {
  const [first, second] = [createStorages(), createStorages()];
  expect(new first.AsyncLocalStorage()).not.toBe(new second.AsyncLocalStorage());
  first.end();
  second.end();
});
