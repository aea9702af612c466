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
    return [before, storage.getStore()];
  });
  expect(seen).toEqual(['inside', undefined]);
  const second = createStorages();
  const next = [new second.AsyncLocalStorage<string>(), new second.AsyncLocalStorage<string>()];
  expect(new Set(next)).toEqual(new Set([storage, other]));
  expect(next.map((each) => each.getStore())).toEqual([undefined, undefined]);
  expect(storage.run('of the next', () => storage.getStore())).toBe('of the next');
  second.end();
});

it('gives what is in use to nobody else', () => {
  const [first, second] = [createStorages(), createStorages()];
  expect(new first.AsyncLocalStorage()).not.toBe(new second.AsyncLocalStorage());
  first.end();
  second.end();
});
