import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type HttpServer, listen } from '@order-ledger/platform/http/server';
import { receiveSpans } from '@order-ledger/traces/receiver';
import { openSpanStore } from '@order-ledger/traces/span-store';
import type { Span } from '@order-ledger/traces/spans';
import { spansOf } from '@order-ledger/traces/spans-of';

const ORDER = '0a0a0a0a-0000-4000-8000-000000000001';
const OTHER = '0a0a0a0a-0000-4000-8000-000000000002';

let folder: string;
let faults: unknown[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spans-'));
  faults = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  expect(faults).toEqual([]);
});

const open = (segmentBytes = 1_000_000, limitBytes = 100_000_000) =>
  openSpanStore({ folder, limitBytes, segmentBytes, onFault: (error) => faults.push(error) });

const hex = (of: string, length: number): string =>
  Buffer.from(of).toString('hex').padEnd(length, '0').slice(0, length);

interface Drawn {
  parent?: string;
  order?: string;
  correlation?: string;
  links?: string[];
}

/** `t/name`: the span `name` in the trace `t`; its place in the list is its time. */
const spans = (drawn: Readonly<Record<string, Drawn>>): Span[] =>
  Object.entries(drawn).map(([path, { parent, order, correlation, links = [] }], index) => {
    const [trace = '', name = ''] = path.split('/');
    const linkOf = (to: string) =>
      to
        .split('/')
        .map((part, at) => hex(part, at === 0 ? 32 : 16))
        .join('-');
    return {
      traceId: hex(trace, 32),
      spanId: hex(name, 16),
      ...(parent === undefined ? {} : { parentSpanId: hex(parent, 16) }),
      service: 'command-api',
      name,
      kind: 'internal',
      start: 1_000 + index,
      end: 1_001 + index,
      attributes: {
        ...(order === undefined ? {} : { 'order_ledger.order_id': order }),
        ...(correlation === undefined ? {} : { 'order_ledger.correlation_id': correlation }),
      },
      events: [],
      links: links.map(linkOf),
    };
  });

const namesOf = (found: readonly Span[]): string[] => found.map(({ name }) => name);

/** An order's request, the batches of bridge and projector, a calculation that two orders share. */
const LIFE = spans({
  'a/post': {},
  'a/command': { parent: 'post', order: ORDER, correlation: 'c-1' },
  'a/append': { parent: 'command', order: ORDER },
  'b/batch': { links: ['x/theirs', 'a/command'] },
  'b/rows': { parent: 'batch' },
  'c/relay': { links: ['a/command', 'x/theirs'] },
  'c/send': { parent: 'relay', order: ORDER, links: ['a/command'] },
  'c/sendTheirs': { parent: 'relay', order: OTHER, links: ['x/theirs'] },
  'c/confirmed': { parent: 'sendTheirs' },
  'd/job': {},
  'd/tell': { parent: 'job', order: ORDER },
  'd/tellTheirs': { parent: 'job', order: OTHER },
  'd/child': { parent: 'job' },
  'x/theirs': { order: OTHER, correlation: 'c-2' },
  'y/unrelated': {},
  'z/batch2': { links: ['x/theirs'] },
  's/stream': { links: ['b/batch'] },
  'v/stream2': { links: ['z/batch2'] },
});

it('finds what names an order, what is of its traces, and the batches that are linked to it, and nothing of others [L3]', async () => {
  open().add(LIFE);
  const mine = ['post', 'command', 'append', 'batch', 'rows', 'relay', 'send', 'job', 'tell', 'child', 'stream'];
  expect(namesOf(await spansOf(folder, { orderId: ORDER }))).toEqual(mine);
  expect(namesOf(await spansOf(folder, { orderId: OTHER }))).toEqual([
    ...[
      'batch',
      'rows',
      'relay',
      'sendTheirs',
      'confirmed',
      'job',
      'tellTheirs',
      'child',
      'theirs',
      'batch2',
      'stream',
      'stream2',
    ],
  ]);
  expect(namesOf(await spansOf(folder, { correlationId: 'c-1' }))).toEqual([
    'post',
    'command',
    'append',
    'batch',
    'rows',
    'relay',
    'send',
    'stream',
  ]);
  expect(namesOf(await spansOf(folder, { traceId: hex('a', 32) }))).toEqual(
    expect.arrayContaining(['post', 'batch', 'send', 'stream']),
  );
  expect(await spansOf(folder, { orderId: '0a0a0a0a-0000-4000-8000-000000000003' })).toEqual([]);
  expect(await spansOf(join(folder, 'none'), { orderId: ORDER })).toEqual([]);
});

it('packs full files, forgets the oldest beyond the limit, and goes on after a kill with what stands there', async () => {
  const store = open(20_000, 40_000);
  for (let round = 0; round < 200; round += 1) {
    store.add(LIFE);
    await store.settled();
  }
  const names = readdirSync(folder);
  expect(names.filter((name) => name.endsWith('.gz')).length).toBeGreaterThan(0);
  const size = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  expect(size).toBeLessThan(60_000);
  // 200 rounds are 50 files: the first are gone.
  expect(names.length).toBeLessThan(40);
  expect(await spansOf(folder, { orderId: ORDER })).toHaveLength(11);

  store.add(LIFE);
  const last = readdirSync(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .sort()
    .at(-1)!;
  // Killed within a line.
  appendFileSync(join(folder, last), '{"traceId":"torn');
  const again = open(20_000, 40_000);
  const NEW = '0a0a0a0a-0000-4000-8000-000000000009';
  again.add(spans({ 'n/new': { order: NEW } }));
  await again.settled();
  expect(namesOf(await spansOf(folder, { orderId: NEW }))).toEqual(['new']);
});

const withReceiver = async (work: (server: HttpServer) => Promise<void>, token?: string): Promise<void> => {
  const store = open();
  const server = await listen(receiveSpans({ store, token, onFault: (error) => faults.push(error) }), { port: 0 });
  try {
    await work(server);
  } finally {
    await server.close(100);
  }
};

const exported = JSON.stringify({
  resourceSpans: [
    {
      resource: { attributes: [{ key: 'service.name', value: { stringValue: 'bridge' } }] },
      scopeSpans: [
        {
          spans: [
            {
              traceId: 'a'.repeat(32),
              spanId: 'b'.repeat(16),
              parentSpanId: '',
              name: 'send',
              kind: 4,
              startTimeUnixNano: '1700000000123456789',
              endTimeUnixNano: '1700000000223456789',
              attributes: [{ key: 'order_ledger.order_id', value: { stringValue: ORDER } }],
              events: [{ timeUnixNano: '1700000000200000000', name: 'retry', attributes: [] }],
              links: [{ traceId: 'c'.repeat(32), spanId: 'd'.repeat(16) }],
              status: { code: 2, message: 'refused' },
            },
          ],
        },
      ],
    },
  ],
});

it('takes OTLP as JSON, packed or not, and refuses what is none so that exporters give it up', async () => {
  await withReceiver(async ({ url }) => {
    const post = async (body: string | Buffer, headers: Record<string, string> = {}, path = '/v1/traces') => {
      const all = { 'Content-Type': 'application/json', ...headers };
      return (await fetch(`${url}${path}`, { method: 'POST', body: new Uint8Array(Buffer.from(body)), headers: all }))
        .status;
    };
    expect(await post(exported)).toBe(200);
    expect(await post(gzipSync(exported), { 'Content-Encoding': 'gzip' })).toBe(200);
    expect(await post('{"resourceSpans": 7}')).toBe(400);
    expect(await post('not json')).toBe(400);
    expect(await post('{}')).toBe(200);
    expect(await post('not gzip', { 'Content-Encoding': 'gzip' })).toBe(400);
    expect(await post(exported, { 'Content-Type': 'application/x-protobuf' })).toBe(415);
    expect(await post(exported, {}, '/v1/metrics')).toBe(404);
    expect((await fetch(`${url}/v1/traces`)).status).toBe(405);
  });
  const [span] = await spansOf(folder, { orderId: ORDER });
  expect(span).toEqual({
    traceId: 'a'.repeat(32),
    spanId: 'b'.repeat(16),
    links: [`${'c'.repeat(32)}-${'d'.repeat(16)}`],
    service: 'bridge',
    name: 'send',
    kind: 'producer',
    start: 1700000000123.456,
    end: 1700000000223.456,
    attributes: { 'order_ledger.order_id': ORDER },
    events: [{ at: 1700000000200, name: 'retry', attributes: {} }],
    error: 'refused',
  });
});

it('takes spans from those alone who were told its token', async () => {
  await withReceiver(async ({ url }) => {
    const statusOf = async (headers: Record<string, string>) =>
      (await fetch(`${url}/v1/traces`, { method: 'POST', body: '{}', headers })).status;
    const json = { 'Content-Type': 'application/json' };
    expect(await statusOf(json)).toBe(401);
    expect(await statusOf({ ...json, Authorization: 'Bearer another' })).toBe(401);
    expect(await statusOf({ ...json, Authorization: 'Bearer secret' })).toBe(200);
  }, 'secret');
});
