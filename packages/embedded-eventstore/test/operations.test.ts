import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EventStoreDBClient } from '@eventstore/db-client';
import { afterEach, expect, it } from '@jest/globals';
import { EVENT_STORE_PROGRAM } from '@order-ledger/testing/services/event-store';
import { until } from '@order-ledger/testing/waiting';
import { generate } from 'selfsigned';
import { freshDirectory, type ServerProcess, startServerProcess } from './server-process.ts';
import { collect, events, freshStream, resultOf } from './server-under-test.ts';

const running: ServerProcess[] = [];
const clients: EventStoreDBClient[] = [];

const start = async (...args: Parameters<typeof startServerProcess>) => {
  const server = await startServerProcess(...args);
  running.push(server);
  return server;
};
const connect = (url: string) => {
  const client = EventStoreDBClient.connectionString(url);
  clients.push(client);
  return client;
};
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
  for (const server of running.splice(0)) await server.kill('SIGKILL');
});

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [EVENT_STORE_PROGRAM, ...args], { encoding: 'utf8' });
  const lines =
    status === 2 || stdout === '' || args.includes('--help')
      ? []
      : stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line));
  return { status, stdout, stderr, lines };
};

it('explains itself, and what is wrong with its options', () => {
  expect(run('--help').stdout).toMatch(/--data DIR[\s\S]*--protect PREFIXES/);
  expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('--data DIR is required') });
  expect(run('--data', '/nowhere', '--port', 'x')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('--port x'),
  });
  expect(run('--data', '/nowhere', '--username', 'admin').status).toBe(2);
});

it('says in its ready line where it listens and that it is a single node', async () => {
  const server = await start(freshDirectory(), ['--http-port', '0']);
  expect(server.ready).toMatchObject({
    host: '127.0.0.1',
    tls: false,
    notice: expect.stringContaining('EventStoreDB or KurrentDB'),
  });
  expect(server.port).toBeGreaterThan(0);
});

it('refuses a data directory that another server uses', async () => {
  const directory = freshDirectory();
  await start(directory);
  await expect(start(directory)).rejects.toThrow(/another server uses the data directory/);
});

it('lets only the holder of the account in, over TLS', async () => {
  const directory = freshDirectory();
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  const [keyFile, certFile, passwordFile] = ['key.pem', 'cert.pem', 'password'].map((name) => join(directory, name));
  writeFileSync(keyFile!, key);
  writeFileSync(certFile!, cert);
  writeFileSync(passwordFile!, 'change it\n');
  const server = await start(join(directory, 'data'), [
    ...['--host', 'localhost', '--tls-cert', certFile!, '--tls-key', keyFile!],
    ...['--username', 'admin', '--password-file', passwordFile!],
  ]);
  const attempt = (account: string) => {
    const client = connect(`esdb://${account}localhost:${server.port}?tls=true&tlsCAFile=${certFile}`);
    return Promise.all([
      resultOf(client.appendToStream(freshStream(), events(1))),
      resultOf(collect(client.readAll({ maxCount: 1 }))),
      resultOf(client.deleteStream('nothing')),
    ]);
  };
  expect(await attempt('admin:change%20it@')).toEqual(['done', 'done', 'wrong-expected-version']);
  expect(await attempt('admin:wrong@')).toEqual(['access-denied', 'access-denied', 'access-denied']);
  expect(await attempt('')).toEqual(['access-denied', 'access-denied', 'access-denied']);
});

it('lets an account that may only read write nothing, and others append where they may and do no more [K7]', async () => {
  const directory = freshDirectory();
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  const file = (name: string, text: string): string => {
    writeFileSync(join(directory, name), text);
    return join(directory, name);
  };
  const certFile = file('cert.pem', cert);
  const accounts = [
    { username: 'reader', password: 'r', appends: [] },
    { username: 'clerk', password: 'c', appends: ['order-'] },
    { username: 'chooser', password: 'x', appends: ['order-', 'next-'] },
  ];
  const server = await start(join(directory, 'data'), [
    ...['--host', 'localhost', '--tls-cert', certFile, '--tls-key', file('key.pem', key)],
    ...['--username', 'admin', '--password-file', file('password', 'a')],
    ...['--accounts', file('accounts.json', JSON.stringify(accounts))],
  ]);
  const clientOf = (account: string) =>
    connect(`esdb://${account}@localhost:${server.port}?tls=true&tlsCAFile=${certFile}`);
  const admin = clientOf('admin:a');
  const attempt = async (account: string) => {
    const client = clientOf(account);
    // A call with credentials of its own goes the way of single appends.
    const [username = '', password = ''] = account.split(':');
    const done: Record<string, string> = {};
    for (const prefix of ['order-', 'next-', 'other-', '$$order-', '$$next-']) {
      const stream = `${prefix}${freshStream()}`;
      done[prefix] = await resultOf(client.appendToStream(stream, events(1)));
      const alone = { credentials: { username, password } };
      expect(await resultOf(client.appendToStream(`${stream}-1`, events(1), alone))).toBe(done[prefix]);
    }
    const stream = freshStream('order');
    await admin.appendToStream(stream, events(1));
    return {
      ...done,
      read: (await collect(client.readStream(stream))).length,
      all: await resultOf(collect(client.readAll({ maxCount: 1 }))),
      metadata: await resultOf(client.setStreamMetadata(stream, { maxCount: 1 })),
      delete: await resultOf(client.deleteStream(stream)),
      tombstone: await resultOf(client.tombstoneStream(stream)),
    };
  };
  const denied = 'access-denied';
  const reads = { read: 1, all: 'done', metadata: denied, delete: denied, tombstone: denied };
  const nothing = { 'order-': denied, 'next-': denied, 'other-': denied, '$$order-': denied, '$$next-': denied };
  expect(await attempt('reader:r')).toEqual({ ...nothing, ...reads });
  expect(await attempt('clerk:c')).toEqual({ ...nothing, 'order-': 'done', ...reads });
  expect(await attempt('chooser:x')).toEqual({ ...nothing, 'order-': 'done', 'next-': 'done', ...reads });
  for (const wrong of ['reader:c', 'clerk:r', 'nobody:a', 'reader:x'])
    expect(await resultOf(collect(clientOf(wrong).readAll({ maxCount: 1 })))).toBe(denied);
});

it.each([
  ['no JSON', '{'],
  ['no list', '{"username":"a","password":"b","appends":[]}'],
  ['an account without rights', '[{"username":"a","password":"b"}]'],
  ['an account without a password', '[{"username":"a","password":"","appends":[]}]'],
  ['rights to streams of every name', '[{"username":"a","password":"b","appends":[""]}]'],
  ['one name twice', '[{"username":"a","password":"b","appends":[]},{"username":"a","password":"c","appends":[]}]'],
])('does not start with a file of accounts that holds %s', (_what, text) => {
  const directory = freshDirectory();
  const file = join(directory, 'accounts.json');
  writeFileSync(file, text);
  const pem = join(directory, 'pem');
  writeFileSync(pem, '');
  expect(run('--data', '/nowhere', '--tls-cert', pem, '--tls-key', pem, '--accounts', file).status).toBe(2);
});

it('protects streams from delete, tombstone and metadata, and only those', async () => {
  const server = await start(freshDirectory(), ['--protect', 'order-,next-']);
  const client = connect(server.url);
  for (const stream of [freshStream('order'), freshStream('next'), freshStream('other')]) {
    await client.appendToStream(stream, events(2));
    const results = [
      await resultOf(client.setStreamMetadata(stream, { maxCount: 1 })),
      await resultOf(client.deleteStream(stream)),
      await resultOf(client.tombstoneStream(stream)),
    ];
    const guarded = !stream.startsWith('other-');
    expect(results).toEqual(guarded ? Array(3).fill('access-denied') : ['done', 'done', 'done']);
    if (guarded) expect(await collect(client.readStream(stream))).toHaveLength(2);
  }
});

it('shows its health and its metrics, each subscriber with how far it is behind', async () => {
  const server = await start(freshDirectory(), ['--http-port', '0']);
  const client = connect(server.url);
  const stream = freshStream();
  const subscription = client.subscribeToStream(stream);
  await new Promise((resolve) => subscription.once('confirmation', resolve));
  await client.appendToStream(stream, events(3));
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${server.httpPort}${path}`);
    return { status: response.status, text: await response.text() };
  };
  expect(await get('/health')).toEqual({ status: 200, text: '{"healthy":true}' });
  const { text } = await get('/metrics');
  expect(text).toContain('eventstore_appends_total{outcome="done"} 1');
  expect(text).toMatch(/eventstore_subscriber_behind\{source="stream"\} \d/);
  expect(text).toMatch(/eventstore_group_writes_count 2\n/);
  expect((await get('/nothing')).status).toBe(404);
  await subscription.unsubscribe();
});

it('is backed up while it is written to, and a server on the copy gives every event acknowledged before', async () => {
  const directory = freshDirectory();
  const server = await start(directory);
  const client = connect(server.url);
  const streams = Array.from({ length: 8 }, () => freshStream('order'));
  const acknowledged = new Map(streams.map((stream) => [stream, 0]));
  let writing = true;
  const writers = streams.map(async (stream) => {
    for (let n = 0; writing; n++) {
      await client.appendToStream(stream, events(1), { expectedRevision: n === 0 ? 'no_stream' : BigInt(n - 1) });
      acknowledged.set(stream, n + 1);
    }
  });
  await until('some events', () => [...acknowledged.values()].every((count) => count > 10));
  const before = new Map(acknowledged);
  const copy = join(freshDirectory(), 'copy');
  await promisify(execFile)(process.execPath, [EVENT_STORE_PROGRAM, '--data', directory, '--backup', copy]);
  writing = false;
  await Promise.all(writers);
  expect(run('--data', copy, '--verify')).toMatchObject({ status: 0, lines: [{ message: 'verified', problems: [] }] });

  const restored = connect((await start(copy)).url);
  for (const [stream, count] of before) {
    const found = await collect(restored.readStream(stream));
    expect(found.length).toBeGreaterThanOrEqual(count);
    expect(found.map(({ event }) => Number(event?.revision))).toEqual(found.map((_, n) => n));
  }
  expect(run('--data', directory, '--backup', copy)).toMatchObject({
    status: 1,
    lines: [{ message: expect.stringContaining('not empty') }],
  });
});

it('shows the last events of a stream and of $all from its files, while it runs', async () => {
  const directory = freshDirectory();
  const client = connect((await start(directory)).url);
  const stream = freshStream();
  await client.appendToStream(stream, events(5, 'Shown'));
  const shown = run('--data', directory, '--inspect', stream, '--count', '2').lines;
  expect(shown).toMatchObject([
    { stream, revision: 3, type: 'Shown', data: { n: 3 } },
    { stream, revision: 4, type: 'Shown', data: { n: 4 } },
  ]);
  expect(run('--data', directory, '--inspect', '$all', '--count', '1').lines).toMatchObject([{ revision: 4 }]);
});

it('says that a directory holds no events, or a stream none, and leaves nothing behind', async () => {
  const directory = freshDirectory();
  for (const args of [['--inspect', '$all'], ['--verify'], ['--backup', join(directory, 'copy')]])
    expect(run('--data', directory, ...args)).toMatchObject({
      status: 1,
      lines: [{ message: expect.stringContaining('is not a data directory of this server') }],
    });
  expect(readdirSync(directory)).toEqual([]);
  await start(directory);
  expect(run('--data', directory, '--inspect', 'nothing')).toMatchObject({
    status: 0,
    stdout: '',
    stderr: 'no event stands in nothing\n',
  });
});

it('finds by --verify what was altered in its files', async () => {
  const directory = freshDirectory();
  const server = await start(directory);
  await connect(server.url).appendToStream(freshStream(), events(100));
  expect(await server.kill()).toBe(0);
  expect(run('--data', directory, '--verify')).toMatchObject({
    status: 0,
    lines: [{ events: 101, torn: 0, problems: [] }],
  });
  execFileSync('bash', [
    '-c',
    `printf x | dd of=${join(directory, 'events.log')} bs=1 seek=5000 conv=notrunc status=none`,
  ]);
  expect(run('--data', directory, '--verify').status).toBe(1);
});

it('answers what is under way when it is told to stop, and starts without anything to repair', async () => {
  const directory = freshDirectory();
  const server = await start(directory);
  const client = connect(server.url);
  const stream = freshStream();
  const results: Promise<string>[] = [];
  for (let n = 0; n < 50; n++) results.push(resultOf(client.appendToStream(stream, events(1))));
  const first = await Promise.race(results);
  expect(await server.kill('SIGTERM')).toBe(0);
  const ended = await Promise.all(results);
  const done = ended.filter((result) => result === 'done').length;
  expect(first).toBe('done');
  // As from the real server: what it did not take any more is told as cancelled or unavailable, not left unanswered.
  expect(ended.filter((result) => !['done', 'cancelled', 'unavailable'].includes(result))).toEqual([]);
  const again = await start(directory);
  expect(again.lines.map(({ message }) => message)).toEqual(['opened', 'ready']);
  expect(again.lines[0]).toMatchObject({ events_checked: 0 });
  expect((await collect(connect(again.url).readStream(stream))).length).toBeGreaterThanOrEqual(done);
});

/** Without the right to mount: no file may grow beyond this many KiB. */
const FILE_LIMIT = 10_240;

const tmpfs = (): string | undefined => {
  const directory = freshDirectory();
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', directory]);
  return status === 0 ? directory : undefined;
};

it('refuses appends on a full disk, goes on reading, and accepts again after a restart with room', async () => {
  const mounted = tmpfs();
  const directory = join(mounted ?? freshDirectory(), 'data');
  mkdirSync(directory);
  try {
    const server = await start(directory, ['--http-port', '0'], {}, mounted ? undefined : FILE_LIMIT);
    const client = connect(server.url);
    const acknowledged: string[] = [];
    const big = () => events(1).map((event) => ({ ...event, data: { text: 'x'.repeat(500_000) } }));
    let result = 'done';
    while (result === 'done') {
      const stream = freshStream();
      result = await resultOf(client.appendToStream(stream, big()));
      if (result === 'done') acknowledged.push(stream);
      if (acknowledged.length > 100) throw new Error('the disk is not full');
    }
    expect(acknowledged.length).toBeGreaterThan(2);
    expect(await resultOf(client.appendToStream(freshStream(), events(1)))).toBe('unknown');
    expect((await fetch(`http://127.0.0.1:${server.httpPort}/health`)).status).toBe(503);
    expect(server.lines.filter(({ level }) => level === 'error')).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('STOPPED WRITING'),
        reason: expect.stringMatching(mounted ? /the disk is full: make room/ : /EFBIG/),
      }),
    ]);
    for (const stream of acknowledged) expect(await collect(client.readStream(stream))).toHaveLength(1);
    await server.kill('SIGKILL');

    if (mounted) spawnSync('mount', ['-o', 'remount,size=64m', mounted]);
    const again = await start(directory);
    const reader = connect(again.url);
    for (const stream of acknowledged) expect(await collect(reader.readStream(stream))).toHaveLength(1);
    expect(await resultOf(reader.appendToStream(freshStream(), events(1)))).toBe('done');
    await again.kill();
    expect(readdirSync(directory)).toContain('events.log');
  } finally {
    for (const server of running.splice(0)) await server.kill('SIGKILL');
    if (mounted) spawnSync('umount', ['-l', mounted]);
  }
});

it('refuses to start when its index cannot be written, says so, and has lost nothing when it can', async () => {
  const directory = freshDirectory();
  const server = await start(directory);
  const stream = freshStream();
  const client = connect(server.url);
  for (let n = 0; n < 40; n++) await client.appendToStream(stream, events(500));
  await server.kill('SIGKILL');
  rmSync(join(directory, 'index'), { recursive: true });
  await expect(start(directory, [], {}, 512)).rejects.toThrow(/exited with 1: .*the index cannot be written/);

  const again = await start(directory);
  expect(await collect(connect(again.url).readStream(stream))).toHaveLength(20_000);
  expect(run('--data', directory, '--verify').lines).toMatchObject([{ events: 20_001, problems: [] }]);
});
