import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type LineFilter, linesOf } from '@order-ledger/logs/lines-of';

const ORDER = '0a0a0a0a-0000-4000-8000-000000000001';
let folder: string;

const ours = (time: string, level: string, message: string, fields: object = {}): string =>
  JSON.stringify({ time: `2026-11-29T${time}Z`, level, service: 'bridge', message, ...fields });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'logs-'));
  const write = (name: string, ...lines: string[]) => {
    const text = `${lines.join('\n')}\n`;
    writeFileSync(join(folder, name), name.endsWith('.gz') ? gzipSync(text) : text);
  };
  write('bridge.log.1764370000000.gz', ours('09:00:00.000', 'info', 'old', { order_id: ORDER }));
  write(
    'bridge.log',
    ours('10:00:00.002', 'info', 'one', { order_id: ORDER, correlation_id: 'c-1' }),
    ours('10:00:00.002', 'warn', 'two', { order_id: ORDER }),
    'node: a line without a time',
    ours('10:00:00.003', 'info', 'theirs', { order_id: 'another' }),
    '    of a stack that is theirs',
    '{"time":"torn',
  );
  write(
    'postgres.log',
    `2026-11-29 10:00:00.001 UTC [12] ERROR:  duplicate key: (order_id)=(${ORDER})`,
    `2026-11-29 10:00:00.001 UTC [12] STATEMENT:  insert`,
    '\tinto a table',
    '2026-11-29 10:00:00.005 UTC [12] LOG:  checkpoint starting: time',
  );
  write('redis.log', '8825:M 29 Nov 2026 10:00:00.004 # a warning', '8825:M 29 Nov 2026 10:00:00.006 * Ready');
  write(
    'rabbitmq.log',
    '\u001b[38;5;160m2026-11-29 10:00:00.007229+00:00 [error] <0.831.0> access refused\u001b[0m',
    '2026-11-29 10:00:00.008803+00:00 [warning] <0.2.0> memory',
  );
  write('notes.txt', 'not a log');
});
afterAll(() => rmSync(folder, { recursive: true }));

const shown = async (filter: LineFilter, newest?: number): Promise<string[]> =>
  (await linesOf(folder, filter, newest)).map(({ level, service, message }) => `${level} ${service} ${message}`);

it('merges the lines of all processes and servers by their time, packed ones first', async () => {
  expect(await shown({})).toEqual([
    'info bridge old',
    `error postgres duplicate key: (order_id)=(${ORDER})`,
    'info postgres insert\n\tinto a table',
    'info bridge one',
    'warn bridge two\nnode: a line without a time',
    'info bridge theirs\n    of a stack that is theirs\n{"time":"torn',
    'warn redis a warning',
    'info postgres checkpoint starting: time',
    'info redis Ready',
    'error rabbitmq access refused',
    'warn rabbitmq memory',
  ]);
});

it('shows of an order, a correlation id, a level, a service or a time only what is theirs [L5]', async () => {
  expect(await shown({ orderId: ORDER })).toEqual([
    'info bridge old',
    `error postgres duplicate key: (order_id)=(${ORDER})`,
    'info bridge one',
    'warn bridge two\nnode: a line without a time',
  ]);
  expect(await shown({ correlationId: 'c-1' })).toEqual(['info bridge one']);
  expect(await shown({ orderId: ORDER, level: 'warn', services: ['bridge'] })).toHaveLength(1);
  expect(await shown({ level: 'error' })).toHaveLength(2);
  expect(await shown({ services: ['redis'] })).toHaveLength(2);
  expect(await shown({ since: Date.parse('2026-11-29T10:00:00.006Z') })).toHaveLength(3);
  expect(await shown({}, 2)).toEqual(['error rabbitmq access refused', 'warn rabbitmq memory']);
  expect(await linesOf(join(folder, 'none'), {})).toEqual([]);
});
