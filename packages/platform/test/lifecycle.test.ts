import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { endChildren, startChild } from './support/child-process.ts';

afterEach(endChildren);

const said = async (url: string): Promise<unknown[]> => {
  const answer = await fetch(url);
  return [answer.status, await answer.json()];
};
const act = (url: string, name: string) => fetch(`${url}/act/${name}`, { method: 'POST' });

it('is ready once it has started', async () => {
  const child = startChild();
  const url = await child.url();
  const adminUrl = await child.adminUrl();
  await child.line('ready');
  expect(await said(`${adminUrl}/health/ready`)).toEqual([200, { status: 'ready', checks: [] }]);
  expect(await said(`${url}/health/ready`)).toEqual([200, { status: 'ready' }]);
  expect(await (await fetch(`${adminUrl}/metrics`)).text()).toContain('process_ready{service="child"} 1');
});

it.each(['SIGTERM', 'SIGINT'] as const)(
  'on %s turns not ready before it closes, ends what it has begun, stops in reverse order and exits 0 [K4] [K5]',
  async (signal) => {
    // Long enough for two questions in between, however slow things are.
    const child = startChild({ SHUTDOWN_WAIT_MS: '5000' });
    const url = await child.url();
    await child.line('ready');
    const slow = act(url, 'slow');
    await child.line('slow begins');
    child.kill(signal);
    await child.line('stopping on a signal');
    expect(await said(`${url}/health/ready`)).toEqual([503, { status: 'not-ready' }]);
    expect(await said(`${await child.adminUrl()}/health/ready`)).toEqual([503, { status: 'stopping', checks: [] }]);
    expect(await said(`${url}/health/live`)).toEqual([200, { status: 'live' }]);
    expect(await (await slow).json()).toEqual({ done: true });
    expect(await child.ended).toBe(0);
    const stops = child.messages().filter((message) => /is stopped$/.test(String(message)));
    expect(stops).toEqual(['server is stopped', 'first is stopped']);
    expect(child.messages().at(-1)).toBe('stopped');
  },
);

it('lets a request that outlasts the wait end before it exits [K5]', async () => {
  const child = startChild({ SHUTDOWN_WAIT_MS: '0' });
  const url = await child.url();
  await child.line('ready');
  const slow = act(url, 'slow');
  await child.line('slow begins');
  child.kill('SIGTERM');
  const answer = await slow;
  expect(answer.headers.get('connection')).toBe('close');
  expect(await answer.json()).toEqual({ done: true });
  expect(await child.ended).toBe(0);
});

it('exits 1 within its limit when a part does not stop, and stops the others all the same', async () => {
  const child = startChild({ START: 'hangs-at-stop', SHUTDOWN_LIMIT_MS: '200', SHUTDOWN_WAIT_MS: '0' });
  await child.line('ready');
  child.kill('SIGTERM');
  expect(await child.ended).toBe(1);
  expect(child.messages()).toContain('first is stopped');
  // A part that only is slow may be over the limit as well.
  expect(child.lines).toContainEqual(
    expect.objectContaining({ message: 'a component did not stop cleanly', component: 'hanging' }),
  );
});

it('exits at once on a second signal', async () => {
  const child = startChild({ START: 'hangs-at-stop', SHUTDOWN_WAIT_MS: '0' });
  await child.line('ready');
  child.kill('SIGINT');
  await child.line('server is stopped');
  child.kill('SIGINT');
  expect(await child.ended).toBe(1);
  // Not by its limit either, which would have ended in order and with the same code.
  expect(child.messages()).not.toContain('stopped');
});

it('stops while it is still starting', async () => {
  const child = startChild({ START: 'waits' });
  await child.line('waiting');
  child.kill('SIGTERM');
  expect(await child.ended).toBe(0);
  expect(child.messages()).toContain('first is stopped');
});

it('undoes what it has started and exits 1 when a step fails', async () => {
  const child = startChild({ START: 'fails' });
  expect(await child.ended).toBe(1);
  expect(child.messages()).toContain('first is stopped');
  expect(await child.line('failed')).toMatchObject({ error: { message: 'no such server' } });
});

it.each(['PORT', 'ADMIN_PORT'])('names the address that it cannot have, and %s', async (variable) => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const child = startChild({ [variable]: String(port) });
  expect(await child.ended).toBe(1);
  const { error } = await child.line('failed');
  expect((error as { message: string }).message).toMatch(
    new RegExp(`^cannot listen on 127\\.0\\.0\\.1:${port} \\([A-Z_, ]*\\b${variable}\\): `),
  );
  taken.close();
});

it('tells operators how it stops after its interface has closed', async () => {
  const child = startChild({ START: 'hangs-at-stop', SHUTDOWN_LIMIT_MS: '60000', SHUTDOWN_WAIT_MS: '0' });
  const [url, adminUrl] = [await child.url(), await child.adminUrl()];
  await child.line('ready');
  child.kill('SIGTERM');
  await child.line('server is stopped');
  await expect(fetch(`${url}/health/ready`)).rejects.toThrow();
  expect(await said(`${adminUrl}/health/ready`)).toEqual([503, { status: 'stopping', checks: [] }]);
});

it('tells operators that it is starting before it has an interface', async () => {
  const child = startChild({ START: 'waits' });
  await child.line('waiting');
  expect(await said(`${await child.adminUrl()}/health/ready`)).toEqual([503, { status: 'starting', checks: [] }]);
  expect(child.messages()).not.toContain('listening');
});

it('refuses one port for callers and operators, wherever either listens, and lets the system choose two', async () => {
  for (const env of [{}, { ADMIN_HOST: '127.0.0.2' }]) {
    const child = startChild({ PORT: '20001', ADMIN_PORT: '20001', ...env });
    expect(await child.ended).toBe(1);
    expect(child.lines).toHaveLength(1);
    expect(child.lines[0]?.problems).toEqual([expect.stringMatching(/^ADMIN_PORT is 20001, as PORT is/)]);
  }
  const both = startChild({ PORT: '0', ADMIN_PORT: '0' });
  expect(await both.url()).not.toBe(await both.adminUrl());
});

it('says all that is wrong with its configuration and exits 1', async () => {
  const child = startChild({ PORT: 'x', START: 'sideways', LOG_LEVEL: 'loud' });
  expect(await child.ended).toBe(1);
  expect(child.lines).toHaveLength(1);
  const problems = [/^PORT is "x"/, /^START is "sideways".*"plain"/, /^LOG_LEVEL is "loud".*"debug"/];
  for (const problem of problems) expect(child.lines[0]?.problems).toContainEqual(expect.stringMatching(problem));
});

it.each([
  ['reject', 'unhandled rejection'],
  ['throw', 'uncaught exception'],
  ['fail', 'failed'],
])('ends with 1 and a log line after %s', async (name, message) => {
  const child = startChild();
  const url = await child.url();
  await act(url, name);
  expect(await child.ended).toBe(1);
  expect(await child.line(message)).toMatchObject({ level: 'error', error: { stack: expect.any(String) } });
  expect(JSON.stringify(child.lines)).not.toContain('jane@example.com');
});

it('stops in order when nobody reads its log any more', async () => {
  const child = startChild();
  const url = await child.url();
  await child.line('ready');
  child.closeOutput();
  // Whether this one is still answered depends on which comes first.
  await act(url, 'reject-unavailable').catch(() => undefined);
  expect(await child.ended).toBe(1);
});

it('counts a rejection that is known to be harmless, and goes on', async () => {
  const child = startChild();
  await act(await child.url(), 'reject-unavailable');
  await child.line('ignored an unhandled rejection that is known to be harmless');
  expect(await (await fetch(`${await child.adminUrl()}/metrics`)).text()).toContain(
    'process_tolerated_rejections_total{kind="unavailable",service="child"} 1',
  );
});

it('fails its liveness probe while its event loop hangs, and passes it again afterwards [K3]', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hang-'));
  const over = join(folder, 'over');
  const child = startChild({ HANG_UNTIL: over });
  const url = await child.url();
  await act(url, 'hang');
  await child.line('hung');
  const probe = (limitMs: number) => fetch(`${url}/health/live`, { signal: AbortSignal.timeout(limitMs) });
  await expect(probe(300)).rejects.toMatchObject({ name: 'TimeoutError' });
  await writeFile(over, '');
  expect((await probe(10_000)).status).toBe(200);
  await rm(folder, { recursive: true });
});
