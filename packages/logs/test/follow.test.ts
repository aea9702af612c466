import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { endsOf, followLines } from '@order-ledger/logs/follow';
import { until } from '@order-ledger/testing/waiting';

const line = (message: string, fields: object = {}): string =>
  `${JSON.stringify({ time: new Date().toISOString(), level: 'info', service: 'bridge', message, ...fields })}\n`;

it('shows what comes to any file, whole lines only, also to one that is new or was emptied', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'logs-'));
  const bridge = join(folder, 'bridge.log');
  writeFileSync(bridge, line('before'));
  const ends = endsOf(folder);
  const stop = new AbortController();
  const seen: string[] = [];
  const following = (async () => {
    for await (const { message } of followLines(folder, { orderId: 'o' }, ends, stop.signal)) seen.push(message);
  })();
  const whole = line('in two pieces: ü', { order_id: 'o' });
  const bytes = Buffer.from(whole);
  const middle = bytes.indexOf('ü') + 1;
  appendFileSync(bridge, bytes.subarray(0, middle));
  appendFileSync(bridge, bytes.subarray(middle));
  appendFileSync(bridge, line("another's", { order_id: 'p' }));
  await until('the first', () => seen.length === 1);
  truncateSync(bridge);
  appendFileSync(bridge, line('emptied', { order_id: 'o' }));
  writeFileSync(join(folder, 'projector.log'), line('new', { order_id: 'o' }));
  await until('the others', () => seen.length === 3);
  stop.abort();
  await following;
  rmSync(folder, { recursive: true });
  expect(seen[0]).toBe('in two pieces: ü');
  expect(new Set(seen.slice(1))).toEqual(new Set(['emptied', 'new']));
});
