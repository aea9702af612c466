import { randomUUID } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  copyFileSync,
  cpSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { type Disk, realDisk } from '../src/disk.ts';
import { DamagedLog } from '../src/log-file.ts';
import type { Outcome } from '../src/outcome.ts';
import { eventId, type StoredRecord } from '../src/record.ts';
import { INDEX_DIRECTORY, LOG_FILE, openStore, type Store } from '../src/store.ts';
import { verify } from '../src/verify.ts';
import type { Write } from '../src/write.ts';
import { freshDirectory } from './server-process.ts';

const NEVER = Number.POSITIVE_INFINITY;

const append = (stream: string, count: number, expected: Write['expected'] = 'any'): Write => ({
  kind: 'append',
  stream,
  expected,
  events: Array.from({ length: count }, () => ({
    id: randomUUID(),
    type: 'T',
    contentType: 'application/json',
    metadata: Buffer.alloc(0),
    data: Buffer.from(JSON.stringify({ text: 'x'.repeat(200) })),
  })),
});

const open = async (directory: string, disk: Disk = realDisk) => {
  const notes: string[] = [];
  const failures: string[] = [];
  const store = await openStore({
    directory,
    disk,
    note: (message) => notes.push(message),
    onFailure: (reason) => failures.push(reason),
  });
  return { store, notes, failures };
};

const everything = async (store: Store): Promise<StoredRecord[]> => {
  const records: StoredRecord[] = [];
  for (let position = 64; ; ) {
    const page = await store.log.forwards(position);
    const last = page.at(-1);
    if (!last) return records;
    records.push(...page);
    position = last.position + last.bytes.length;
  }
};

/** A data directory as a kill -9 leaves it: the index flushed before the last two appends, the log whole. */
const crashedDirectory = async () => {
  const running = freshDirectory();
  const { store } = await open(running);
  await store.submit(append('a', 3), NEVER);
  await store.index.flush();
  const crashed = freshDirectory();
  cpSync(join(running, 'index'), join(crashed, 'index'), { recursive: true });
  const first = append('a', 1);
  const last = append('b', 3);
  await store.submit(first, NEVER);
  const beforeLast = store.log.end();
  await store.submit(last, NEVER);
  const end = store.log.end();
  copyFileSync(join(running, LOG_FILE), join(crashed, LOG_FILE));
  await store.close();
  return { directory: crashed, log: join(crashed, LOG_FILE), beforeLast, end, first, last };
};

const overwrite = (path: string, position: number, bytes: Buffer): void => {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, position);
  closeSync(file);
};

it('finds every event again that the index did not know yet when the process died', async () => {
  const { directory, last } = await crashedDirectory();
  const { store, notes } = await open(directory);
  expect((await everything(store)).slice(-3).map(eventId)).toEqual(last.events.map(({ id }) => id));
  expect(store.index.state('b').last).toBe(2);
  expect(notes).toEqual(['opened']);
  await store.close();
  expect((await verify(directory)).problems).toEqual([]);
});

it('removes a torn last append whole, wherever it was cut, and says so', async () => {
  const { log, directory, beforeLast, end } = await crashedDirectory();
  const whole = readFileSync(log);
  const cuts = [beforeLast + 1, beforeLast + 60, Math.floor((beforeLast + end) / 2), end - 1];
  for (const cut of cuts) {
    truncateSync(log, 0);
    appendFileSync(log, whole.subarray(0, cut));
    const { store, notes } = await open(directory);
    expect(store.log.end()).toBe(beforeLast);
    expect(store.index.state('b').last).toBe(-1);
    expect(notes[0]).toContain('torn tail');
    await store.close();
    truncateSync(log, 0);
    appendFileSync(log, whole);
  }
});

it('removes a last write whose bytes reached the disk in part only, and goes on from there', async () => {
  const { log, directory, beforeLast } = await crashedDirectory();
  overwrite(log, beforeLast + 100, Buffer.alloc(50));
  const { store } = await open(directory);
  expect(store.log.end()).toBe(beforeLast);
  expect(await store.submit(append('b', 2, 'no_stream'), NEVER)).toMatchObject({ kind: 'done', revision: 1 });
  await store.close();
  expect((await verify(directory)).problems).toEqual([]);
});

it('refuses to start when acknowledged events are damaged, rather than drop them', async () => {
  const { log, directory, beforeLast } = await crashedDirectory();
  // The append before the last: the last one, synced after it, proves that it had been acknowledged.
  overwrite(log, beforeLast - 40, Buffer.from('damage'));
  await expect(open(directory)).rejects.toThrow(DamagedLog);
});

it('makes its index anew from the log when its folder was removed', async () => {
  const { directory, end, last } = await crashedDirectory();
  rmSync(join(directory, INDEX_DIRECTORY), { recursive: true });
  const { store } = await open(directory);
  expect(store.log.end()).toBe(end);
  expect([store.index.state('a').last, store.index.state('b').last]).toEqual([3, 2]);
  // Known by its ids, too.
  expect(await store.submit(last, NEVER)).toMatchObject({ kind: 'done', revision: 2 });
  expect(store.log.end()).toBe(end);
  await store.close();
  expect((await verify(directory)).problems).toEqual([]);
});

it('refuses to start on a log that is shorter than its index knows', async () => {
  const { log, directory } = await crashedDirectory();
  truncateSync(log, 100);
  await expect(open(directory)).rejects.toThrow(/the log was cut or exchanged/);
});

const failing = (operation: 'write' | 'sync', after: number): Disk => {
  let left = after;
  const attempt = (run: () => Promise<void>): Promise<void> =>
    left-- > 0 ? run() : Promise.reject(new Error(`EIO: ${operation}`));
  return {
    write: (fd, bytes, position) =>
      operation === 'write' ? attempt(() => realDisk.write(fd, bytes, position)) : realDisk.write(fd, bytes, position),
    sync: (fd, inPlace) =>
      operation === 'sync' ? attempt(() => realDisk.sync(fd, inPlace)) : realDisk.sync(fd, inPlace),
  };
};

it.each([
  ['write' as const, 3],
  ['sync' as const, 2],
])('stops writing for good when a %s fails, and shows readers nothing of what failed', async (operation, after) => {
  const directory = freshDirectory();
  const { store, failures } = await open(directory, failing(operation, after));
  const stored = append('a', 2);
  expect(await store.submit(stored, NEVER)).toMatchObject({ kind: 'done' });
  expect(await store.submit(append('a', 2), NEVER)).toMatchObject({ kind: 'failed' });
  expect(await store.submit(append('b', 1), NEVER)).toMatchObject({ kind: 'failed' });
  expect(failures).toEqual([expect.stringContaining(`EIO: ${operation}`)]);
  expect(store.index.state('a').last).toBe(1);
  expect((await everything(store)).slice(1).map(eventId)).toEqual(stored.events.map(({ id }) => id));
  await store.close();

  const again = await open(directory);
  expect(await again.store.submit(append('b', 1, 'no_stream'), NEVER)).toMatchObject({ kind: 'done', revision: 0 });
  await again.store.close();
});

it('shows readers an event only after its sync', async () => {
  let release = (): void => {};
  let begun = (): void => {};
  const syncing = new Promise<void>((resolve) => {
    begun = resolve;
  });
  let held = false;
  const disk: Disk = {
    write: realDisk.write,
    async sync(fd, inPlace) {
      if (held)
        await new Promise<void>((resolve) => {
          release = resolve;
          begun();
        });
      await realDisk.sync(fd, inPlace);
    },
  };
  const { store } = await open(freshDirectory(), disk);
  held = true;
  const end = store.log.end();
  let outcome: Outcome | undefined;
  const writing = store.submit(append('a', 1), NEVER).then((result) => {
    outcome = result;
  });
  await syncing;
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect([outcome, store.log.end(), store.index.state('a').last]).toEqual([undefined, end, -1]);
  held = false;
  release();
  await writing;
  expect(store.index.state('a').last).toBe(0);
  await store.close();
});

it('answers deadline-exceeded in time when the disk hangs, although the event is stored in the end', async () => {
  let release = (): void => {};
  let held = false;
  const disk: Disk = {
    write: realDisk.write,
    async sync(fd, inPlace) {
      if (held)
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      await realDisk.sync(fd, inPlace);
    },
  };
  const { store } = await open(freshDirectory(), disk);
  held = true;
  const write = append('a', 1, 'no_stream');
  expect(await store.submit(write, performance.now() + 150)).toEqual({ kind: 'deadline-exceeded' });
  held = false;
  release();
  await store.idle();
  expect(await store.submit(write, NEVER)).toMatchObject({ kind: 'done', revision: 0 });
  expect(store.index.state('a').last).toBe(0);
  await store.close();
});
