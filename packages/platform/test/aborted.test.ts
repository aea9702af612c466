import { getEventListeners } from 'node:events';
import { expect, it } from '@jest/globals';
import { aborted, onAbort, orAborted } from '../src/aborted.ts';

const never = new Promise<never>(() => undefined);

it('hears of an abort that has been, and of one that comes', async () => {
  const control = new AbortController();
  const heard: string[] = [];
  onAbort(control.signal, () => heard.push('before'));
  onAbort(control.signal, () => heard.push('left'))();
  const waiting = aborted(control.signal);
  control.abort();
  onAbort(control.signal, () => heard.push('after'));
  await waiting;
  await aborted(control.signal);
  expect(heard).toEqual(['before', 'after']);
});

it('waits for work no longer than its signal, and leaves no listener behind', async () => {
  const control = new AbortController();
  expect(await orAborted(Promise.resolve(1), control.signal)).toBe(1);
  await expect(orAborted(Promise.reject(new Error('no')), control.signal)).rejects.toThrow('no');
  expect(getEventListeners(control.signal, 'abort')).toHaveLength(0);
  const waiting = orAborted(never, control.signal);
  control.abort();
  expect(await waiting).toBeUndefined();
  expect(await orAborted(never, control.signal)).toBeUndefined();
});
