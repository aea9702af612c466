import { spawn } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { rotateLogs } from '@order-ledger/local/log-rotation';
import { until } from '@order-ledger/testing/waiting';

let folder: string;
const told: string[] = [];
const report = (line: string) => void told.push(line);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rotation-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const textOf = (name: string): string => {
  const content = readFileSync(join(folder, name));
  return (name.endsWith('.gz') ? gunzipSync(content) : content).toString();
};

it('packs a log that is written to all the time, and loses no line of it', async () => {
  const path = join(folder, 'bridge.log');
  const log = openSync(path, 'a');
  // As fast as it can, so that each packing meets a line that is being written.
  const writer = spawn(
    process.execPath,
    [
      '-e',
      `const fs = require('fs'); let n = 0; const more = () => { for (let i = 0; i < 50; i += 1) fs.writeSync(1, 'line ' + n++ + ' ' + 'x'.repeat(200) + '\\n'); setImmediate(more); }; more();`,
    ],
    { stdio: ['ignore', log, 'inherit'] },
  );
  closeSync(log);
  const ended = new Promise((resolve) => writer.once('exit', resolve));
  const rotation = await rotateLogs({ folder, fileBytes: 200_000, everyMs: 5, writerOf: () => writer.pid, report });
  const packed = () => readdirSync(folder).filter((name) => name.endsWith('.gz'));
  await until('it was packed again and again', () => packed().length >= 12, 30_000);
  writer.kill('SIGKILL');
  await ended;
  await rotation.stop();
  const numbers = [...packed().sort(), 'bridge.log']
    .map(textOf)
    .join('')
    .split('\n')
    .flatMap((line) => /^line (\d+) x{200}$/.exec(line)?.[1] ?? []);
  expect(numbers.map(Number)).toEqual(numbers.map((_, index) => index));
  expect(numbers.length).toBeGreaterThan(1_000);
});

it('removes the oldest beyond the limit, and what a kill left half packed', async () => {
  const write = (name: string, bytes: number) => writeFileSync(join(folder, name), Buffer.alloc(bytes, 'x'));
  write('bridge.log.1764370000000.gz', 600);
  write('projector.log.1764370000001.gz', 600);
  write('bridge.log.1764370000002.gz', 300);
  write('bridge.log.1764370000003.gz.new', 900);
  write('redis.log', 2_000);
  write('small.log', 10);
  const rotation = await rotateLogs({
    folder,
    fileBytes: 1_000,
    packedBytes: 1_000,
    writerOf: () => undefined,
    report,
  });
  await rotation.stop();
  const names = readdirSync(folder).sort();
  expect(names).toEqual([
    'bridge.log.1764370000002.gz',
    'projector.log.1764370000001.gz',
    'redis.log',
    expect.stringMatching(/^redis\.log\.\d{13}\.gz$/),
    'small.log',
  ]);
  expect(statSync(join(folder, 'redis.log')).size).toBe(0);
  expect(textOf(names[3] as string)).toHaveLength(2_000);
  // Whoever holds it open goes on at its new end.
  appendFileSync(join(folder, 'redis.log'), 'more');
  expect(textOf('redis.log')).toBe('more');
  expect(told).toEqual([]);
});
