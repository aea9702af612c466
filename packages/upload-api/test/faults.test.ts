import { createHash } from 'node:crypto';
import { chmod, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, jest } from '@jest/globals';
import { cubeStl, sphereStl } from '@order-ledger/testing/models/bodies';
import { childPreload } from '@order-ledger/testing/processes/child-preload';
import { type RunningUploads, startUploads } from '@order-ledger/testing/running/uploads';
import { testService } from '@order-ledger/testing/services/shared';
import { until } from '@order-ledger/testing/waiting';
import pg from 'pg';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

// Each test starts the process once or twice.
jest.setTimeout(90_000);

let uploads: RunningUploads;
afterEach(async () => {
  await uploads.close();
});

const onServer = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: testService('postgres') });
  await client.connect();
  await client.query(statement).finally(() => client.end());
};

const idOf = (path: string) => String(path.split('/').at(-1));
const stateOf = async (path: string): Promise<string> =>
  (await uploads.pool.query('select state from upload.upload where upload_id = $1', [idOf(path)])).rows[0]?.state;

/**
 * Holds the process in the very statement that would make `condition` true, so that a kill finds it there. `killed` ends
 * the statement with the process: Postgres would else go on with it for somebody who is gone.
 */
const holdAt = async (condition: string) => {
  await uploads.pool.query(`
    create function upload.hold() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock(4711); return new; end $$;
    create trigger hold before update on upload.upload for each row when (${condition}) execute function upload.hold()`);
  const holder = new pg.Client({ connectionString: uploads.database });
  await holder.connect();
  await holder.query('select pg_advisory_lock(4711)');
  const waiting = () =>
    // Of this database: others on the server have advisory locks too.
    holder.query<{ pid: number }>(
      `select pid from pg_locks where locktype = 'advisory' and not granted
       and database = (select oid from pg_database where datname = current_database())`,
    );
  return {
    reached: () => until('the crash point', async () => (await waiting()).rows.length > 0),
    killed: async () => {
      for (const { pid } of (await waiting()).rows) await holder.query('select pg_terminate_backend($1)', [pid]);
      await until('the end of the statement', async () => (await waiting()).rows.length === 0);
      await holder.query('drop trigger hold on upload.upload; drop function upload.hold()');
      await holder.end();
    },
  };
};

it.each([
  [
    'all bytes are there and nothing is written down',
    `new.state = 'RECEIVED' and old.state = 'RECEIVING'`,
    'RECEIVING',
    false,
  ],
  ['the file is inspected and not yet sealed', `new.sha256 is not null and old.sha256 is null`, 'RECEIVED', false],
  ['the file is sealed and that is not written down', `new.state = 'VALID'`, 'RECEIVED', true],
])('finishes an upload after kill -9 when %s', async (_when, condition, state, sealed) => {
  uploads = await startUploads();
  const sphere = sphereStl(10);
  const store = await uploads.store();
  const crash = await holdAt(condition);
  const path = await store.begin(sphere.length);
  const answer = store.append(path, 0, sphere).catch(() => 'no answer');
  await crash.reached();
  await uploads.kill();
  expect(await answer).toBe('no answer');
  await crash.killed();
  expect(await stateOf(path)).toBe(state);
  expect((await readdir(join(uploads.folder, 'models'))).length > 0).toBe(sealed);

  await uploads.startAgain();
  const again = await uploads.store();
  expect(await again.offset(path)).toBe(sphere.length);
  expect(await again.verdict(path)).toMatchObject({ valid: true, sha256: sha256(sphere) });
  expect(await readdir(join(uploads.folder, 'incoming'))).toEqual([]);
  const file = join(uploads.folder, 'models', sha256(sphere));
  expect([(await stat(file)).mode & 0o777, sha256(await readFile(file))]).toEqual([0o400, sha256(sphere)]);
});

it('goes on with an upload after kill -9 in the midst of its bytes [R1]', async () => {
  uploads = await startUploads();
  const sphere = sphereStl(10, 20_000);
  const store = await uploads.store();
  const path = await store.begin(sphere.length);
  await store.append(path, 0, sphere.subarray(0, 123_457));
  await uploads.restart('SIGKILL');
  const again = await uploads.store();
  const offset = await again.offset(path);
  expect(offset).toBe(123_457);
  expect((await again.append(path, offset, sphere.subarray(offset))).headers.get('upload-state')).toBe('VALID');
});

it('forgets what was not finished in time, and never what was', async () => {
  const env = { UPLOAD_LIFETIME_S: '3600' };
  uploads = await startUploads({ env });
  const before = await uploads.store();
  const { path: whole, last } = await before.upload(cubeStl(3));
  expect(last.headers.get('upload-state')).toBe('VALID');
  const half = await before.begin(100);
  expect((await before.append(half, 0, new Uint8Array(50))).status).toBe(204);
  // Only now: a machine that pauses for a second must not make the whole one late.
  env.UPLOAD_LIFETIME_S = '1';
  await uploads.restart();
  const store = await uploads.store();
  await until('the end of the upload', async () => (await store.send('HEAD', half)).status === 404);
  expect(
    await until('an empty folder', async () => (await readdir(join(uploads.folder, 'incoming'))).length === 0),
  ).toBe(true);
  expect(await store.offset(whole)).toBe(cubeStl(3).length);
  expect((await store.status(whole)).body).toMatchObject({ valid: true });
});

it('answers 507 when the disk is full, keeps what came in, and goes on when there is space again [R1]', async () => {
  const limited = { fileLimitKib: 300 };
  uploads = await startUploads(limited);
  const sphere = sphereStl(10, 20_000);
  expect(sphere.length).toBeGreaterThan(400_000);
  const store = await uploads.store();
  const path = await store.begin(sphere.length);
  const { status, body, headers } = await store.append(path, 0, sphere);
  expect([status, body.code, body.title, headers.get('retry-after')]).toEqual([
    507,
    'disk-full',
    'No space left',
    '60',
  ]);
  const kept = await store.offset(path);
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThanOrEqual(300 * 1_024);
  expect((await fetch(`${uploads.url()}/health/ready`)).status).toBe(200);

  limited.fileLimitKib = 1_000_000;
  await uploads.restart();
  const again = await uploads.store();
  await again.append(path, kept, sphere.subarray(kept));
  expect(await again.verdict(path)).toMatchObject({ valid: true, sha256: sha256(sphere) });
});

it('takes a large file with little memory [R1]', async () => {
  uploads = await startUploads();
  const triangles = 3_000_000;
  const flat = Buffer.alloc(84 + 50 * triangles);
  flat.writeUInt32LE(triangles, 80);
  const resident = async (): Promise<number> => {
    const metrics = await (await fetch(`${uploads.adminUrl()}/metrics`)).text();
    return Number(/^process_resident_memory_bytes\S* (\S+)/m.exec(metrics)?.[1]);
  };
  const before = await resident();
  const store = await uploads.store();
  const { path } = await store.upload(flat);
  expect((await resident()) - before).toBeLessThan(flat.length / 2);
  expect(await store.verdict(path)).toMatchObject({ valid: true, model: { bytes: flat.length, triangles } });
});

it('begins no upload that would leave too little space', async () => {
  uploads = await startUploads({ env: { DISK_RESERVE_BYTES: String(2 ** 50) } });
  const { status, body } = await (await uploads.store()).send('POST', '/v1/uploads', { 'Upload-Length': '684' });
  expect([status, body.code]).toEqual([507, 'disk-full']);
});

it('gives a sealed model to the pricing worker alone, and never whole when the disk has changed it', async () => {
  uploads = await startUploads();
  const sphere = sphereStl(10, 20_000);
  const store = await uploads.store();
  await store.upload(sphere);
  const given = await uploads.model(sha256(sphere));
  expect([given.status, given.headers.get('content-length')]).toEqual([200, String(sphere.length)]);
  expect(sha256(new Uint8Array(await given.arrayBuffer()))).toBe(sha256(sphere));

  const path = `/v1/models/${sha256(sphere)}`;
  for (const [roles, kind] of [
    [['store.service'], 'service'],
    [['admin'], 'person'],
    [['pricing.worker'], 'person'],
  ] as const) {
    expect((await uploads.client(await uploads.token([...roles], kind)).send('GET', path)).status).toBe(403);
  }
  expect((await (await uploads.partner('acme')).send('GET', path)).status).toBe(403);
  expect((await uploads.model('0'.repeat(64))).status).toBe(404);
  expect((await uploads.model('..%2Fincoming')).status).toBe(404);

  const file = join(uploads.folder, 'models', sha256(sphere));
  await chmod(file, 0o600);
  const changed = Buffer.from(sphere);
  changed[1_000] = changed[1_000]! ^ 1;
  await writeFile(file, changed);
  const spoilt = await uploads.model(sha256(sphere));
  await expect(spoilt.arrayBuffer()).rejects.toThrow();
  expect(await (await fetch(`${uploads.adminUrl()}/metrics`)).text()).toMatch(/upload_model_mismatches_total\S* 1\b/);
  // A cut answer may be the line's fault: whoever asks again is told.
  const told = await uploads.model(sha256(sphere));
  expect([told.status, await told.json()]).toMatchObject([410, { code: 'model-damaged' }]);
  await writeFile(file, sphere);
  const mended = await uploads.model(sha256(sphere));
  expect(sha256(new Uint8Array(await mended.arrayBuffer()))).toBe(sha256(sphere));
});

it('answers 503 while Postgres is read-only, and the same is done afterwards', async () => {
  uploads = await startUploads();
  const store = await uploads.store();
  const path = await store.begin(100);
  const { rows } = await uploads.pool.query('select current_database() as name');
  const readOnly = (on: boolean) =>
    onServer(`alter database ${rows[0].name} set default_transaction_read_only = ${on ? 'on' : 'off'}`);
  await readOnly(true);
  await onServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${rows[0].name}'`);
  const requests = [
    () => store.send('POST', '/v1/uploads', { 'Upload-Length': '100' }),
    () => store.send('DELETE', path),
  ];
  for (const request of requests) {
    const { status, body, headers } = await request();
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'database-unavailable', '5']);
  }
  await readOnly(false);
  const statuses: number[] = [];
  for (const request of requests) {
    let status = 0;
    await until('an answer', async () => {
      ({ status } = await request());
      return status !== 503;
    });
    statuses.push(status);
  }
  expect(statuses).toEqual([201, 204]);
});

it('takes no model for unknown while the folder of the models is not there', async () => {
  uploads = await startUploads();
  const cube = cubeStl(4);
  await (await uploads.store()).upload(cube);
  const models = join(uploads.folder, 'models');
  await rename(models, `${models}-unmounted`);
  const away = await uploads.model(sha256(cube));
  expect([away.status, await away.json()]).toMatchObject([503, { code: 'folder-unavailable' }]);
  await rename(`${models}-unmounted`, models);
  expect((await uploads.model(sha256(cube))).status).toBe(200);
});

it('takes a model whose geometry takes too long to check, and says that it was not checked', async () => {
  const stopAfterStructure = new URL('support/stop-after-structure.mjs', import.meta.url);
  uploads = await startUploads({ env: { GEOMETRY_LIMIT_S: '0.1', ...childPreload(stopAfterStructure) } });
  const store = await uploads.store();
  const { path } = await store.upload(sphereStl(10));
  const verdict = await store.verdict(path);
  expect(verdict).toMatchObject({ valid: true, model: { warnings: [{ code: 'GEOMETRY_NOT_CHECKED' }] } });
});

it('answers 423 while another request of the upload does not give way, and goes on once it has', async () => {
  uploads = await startUploads();
  const store = await uploads.store();
  const path = await store.begin(9);
  const holder = new pg.Client({ connectionString: uploads.database });
  await holder.connect();
  await holder.query('begin');
  await holder.query('select from upload.upload where upload_id = $1 for update', [idOf(path)]);
  const takenBack = store.send('DELETE', path);
  await until('a request that holds the upload', async () => {
    const { rowCount } = await uploads.pool.query('select from pg_locks where not granted and locktype = $1', [
      'transactionid',
    ]);
    return rowCount !== 0;
  });
  const [appended, asked] = await Promise.all([store.append(path, 0, new Uint8Array(9)), store.send('HEAD', path)]);
  expect([appended.status, appended.body.code, appended.headers.get('content-type')]).toEqual([
    423,
    'upload-busy',
    'application/problem+json; charset=utf-8',
  ]);
  expect(asked.status).toBe(423);
  await holder.query('rollback').finally(() => holder.end());
  // On a slow machine its statement may have been given up by then.
  const gone = (await takenBack).status === 204;
  expect((await store.send('HEAD', path)).status).toBe(gone ? 404 : 200);
});

it('gives up a file that cannot be inspected', async () => {
  // Sweeps try it again until it is given up: none may come before the sender is answered.
  const env = { INSPECTION_MEMORY_MB: '1', QUICK_ANSWER_MS: '10', SWEEP_S: '3600' };
  uploads = await startUploads({ env });
  const store = await uploads.store();
  const { path, last } = await store.upload(sphereStl(10, 20_000));
  expect(last.headers.get('upload-state')).toBe('RECEIVED');
  env.SWEEP_S = '0.2';
  await uploads.restart();
  const again = await uploads.store();
  expect(await again.verdict(path)).toMatchObject({ valid: false, fault: { code: 'INSPECTION_FAILED' } });
});
