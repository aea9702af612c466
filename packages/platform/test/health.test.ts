import { expect, it } from '@jest/globals';
import { until } from '@order-ledger/testing/waiting';
import { createHealth } from '../src/health.ts';

it('is ready only between start and stop, and only while every check passes [K4]', async () => {
  const changes: string[] = [];
  const health = createHealth((name, ok) => changes.push(`${name} ${ok}`));
  let caughtUp = false;
  health.addCheck('database', async () => undefined);
  health.addCheck('projection', () => {
    if (!caughtUp) throw Object.assign(new Error('behind by 9 events on host db.internal'), { code: 'catching-up' });
  });
  expect(await health.readiness()).toEqual({ state: 'starting', ready: false, checks: [] });
  health.become('ready');
  expect(await health.readiness()).toEqual({
    state: 'ready',
    ready: false,
    checks: [
      { name: 'database', ok: true },
      { name: 'projection', ok: false, code: 'catching-up' },
    ],
  });
  caughtUp = true;
  expect((await health.readiness()).ready).toBe(true);
  expect(changes).toEqual(['projection false', 'projection true']);
  health.become('stopping');
  health.become('ready');
  expect(await health.readiness()).toEqual({ state: 'stopping', ready: false, checks: [] });
});

it('counts a check without an answer as failed, and tells it to give up [K8]', async () => {
  const health = createHealth();
  let aborted = false;
  health.addCheck(
    'silent',
    (signal) => new Promise<void>(() => signal.addEventListener('abort', () => (aborted = true))),
    20,
  );
  health.become('ready');
  expect((await health.readiness()).checks).toEqual([{ name: 'silent', ok: false, code: 'timeout' }]);
  expect(aborted).toBe(true);
});

it('warns by a check without turning readiness off', async () => {
  const health = createHealth();
  let apart = true;
  health.addCheck('database', () => undefined);
  health.addWarning('clock', () => {
    if (apart) throw Object.assign(new Error('an hour behind'), { code: 'clock-skew' });
  });
  health.become('ready');
  const database = { name: 'database', ok: true };
  expect(await health.readiness()).toMatchObject({
    ready: true,
    checks: [database, { name: 'clock', ok: false, code: 'clock-skew', warning: true }],
  });
  apart = false;
  expect(await health.readiness()).toMatchObject({ ready: true, checks: [database, { name: 'clock', ok: true }] });
});

it('refuses two checks of one name', () => {
  const health = createHealth();
  health.addCheck('database', () => undefined);
  expect(() => health.addCheck('database', () => undefined)).toThrow('database');
});

it('is not turned off by one slow second, and is by an answer that stays away or a fault', async () => {
  const health = createHealth();
  let answer: () => Promise<void> | void = () => undefined;
  health.addCheck('database', () => answer(), 20);
  health.become('ready');
  const checks = async () => (await health.readiness()).checks;
  const silent = () => new Promise<void>(() => undefined);
  expect(await checks()).toEqual([{ name: 'database', ok: true }]);
  answer = silent;
  expect(await checks()).toEqual([{ name: 'database', ok: true }]);
  answer = () => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNRESET' }));
  expect(await checks()).toEqual([{ name: 'database', ok: false, code: 'ECONNRESET' }]);
  answer = silent;
  expect(await checks()).toEqual([{ name: 'database', ok: false, code: 'timeout' }]);
  answer = () => undefined;
  await checks();
  answer = silent;
  await until('it is not ready', async () => !(await health.readiness()).ready);
  expect(await checks()).toEqual([{ name: 'database', ok: false, code: 'timeout' }]);
});

it.each([
  ['a word that operators find no row for', { code: 'some-word' }],
  ['none', {}],
  ['a number that says nothing', { code: 999 }],
])('says failed where an error has %s', async (_what, fields) => {
  const health = createHealth();
  health.addCheck('database', () => Promise.reject(Object.assign(new Error('away'), fields)));
  health.become('ready');
  expect((await health.readiness()).checks).toEqual([{ name: 'database', ok: false, code: 'failed' }]);
});

it.each([
  ['a client without codes', new Error('Query read timeout'), 'unreachable'],
  ['gRPC', Object.assign(new Error('away'), { code: 14 }), 'unreachable'],
  ['a wrapped error', new Error('no pool', { cause: Object.assign(new Error('no'), { code: '53300' }) }), '53300'],
])('names what stands in the way by the error of %s', async (_whose, error, code) => {
  const health = createHealth();
  health.addCheck('database', () => Promise.reject(error));
  health.become('ready');
  expect((await health.readiness()).checks).toEqual([{ name: 'database', ok: false, code }]);
});

it('tells each code that a check fails with once, until it passes', async () => {
  const told: string[] = [];
  const health = createHealth((_name, ok, error) => told.push(ok ? 'passes' : (error as Error).message));
  let fails: Error | undefined;
  health.addCheck('database', () => (fails === undefined ? undefined : Promise.reject(fails)));
  health.become('ready');
  const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  for (const error of [undefined, refused, new Error('odd'), refused, undefined, undefined, refused]) {
    fails = error;
    await health.readiness();
  }
  expect(told).toEqual(['refused', 'odd', 'passes', 'refused']);
});
