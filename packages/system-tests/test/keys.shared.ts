import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import { runningServices } from '@order-ledger/local/backing';
import { runKeys } from '@order-ledger/local/keys/run';
import { rotateSigningKey } from '@order-ledger/local/keys/signing';
import { programOf } from '@order-ledger/platform/own-program';
import { until } from '@order-ledger/testing/waiting';
import { type PrivateSystem, ROOT } from '../src/private-system.ts';
import { sharedSystem } from './support/shared-system.ts';

let system: PrivateSystem;

interface CredentialsFile {
  tokens: Record<string, string>;
  partners: { partner_id: string; api_key: string }[];
}
const credentials = (): CredentialsFile => JSON.parse(readFileSync(system.credentialsFile, 'utf8'));

beforeAll(async () => {
  system = await sharedSystem();
}, 600_000);

const keyOptions = () => {
  const running = runningServices(system.folder);
  if (running === null) throw new Error('the system says nowhere where its services are');
  return {
    root: ROOT,
    data: system.folder,
    postgres: running.postgres,
    freeTextKeyFile: join(system.folder, 'free-text.key'),
    urls: ['command-api', 'query-api', 'upload-api'].map((name) => system.url(name)),
  };
};
/** What it printed and what it said. */
const keys = async (...words: string[]): Promise<{ printed: string; said: string[] }> => {
  const said: string[] = [];
  let printed = '';
  const print = (text: string): void => {
    printed += text;
  };
  await runKeys({ ...keyOptions(), print, report: (line) => void said.push(line) }, words);
  return { printed: printed.trim(), said };
};

const ask = async (method: string, url: string, credential: string, body?: object) => {
  const answer = await fetch(url, {
    method,
    headers: {
      Authorization: `Bearer ${credential}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, text, fields: text === '' ? {} : JSON.parse(text) };
};
type Reply = Awaited<ReturnType<typeof ask>>;

const list = (credential: string, query = 'limit=1') =>
  ask('GET', `${system.url('query-api')}/v1/orders?${query}`, credential);
/** The status of a list, waiting while callers who ask without a pause have used up the limit of the credential. */
const listed = (credential: string): Promise<number> =>
  until('a turn', async () => {
    const { status } = await list(credential);
    return status === 429 ? null : status;
  });
const create = (credential: string, body: object = {}) =>
  ask('POST', `${system.url('command-api')}/v1/orders`, credential, {
    customer_ref: `customer-${randomUUID()}`,
    channel: 'API',
    ...body,
  });
const uploads = (credential: string) =>
  ask('GET', `${system.url('upload-api')}/v1/uploads/${randomUUID()}/status`, credential);

/** Lawful callers who ask without a pause while something is done, and all that was refused to them. */
const whileCalled = async (callers: Readonly<Record<string, () => Promise<Reply>>>, work: () => Promise<unknown>) => {
  let atWork = true;
  const refused: string[] = [];
  const rounds: Record<string, number> = {};
  const call = async ([name, send]: [string, () => Promise<Reply>]): Promise<void> => {
    for (rounds[name] = 0; atWork || rounds[name] === 0; rounds[name] += 1) {
      const { status, text } = await send();
      if (status === 401 || status === 403 || status === 400 || status >= 500)
        refused.push(`${name}: ${status} ${text}`);
    }
  };
  const calling = Promise.all(Object.entries(callers).map(call));
  try {
    await work();
  } finally {
    atWork = false;
    await calling;
  }
  expect(refused).toEqual([]);
};

const partner = () => credentials().partners[0]?.api_key ?? '';
const kidOf = (token: string): string =>
  JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('utf8')).kid;

it('changes the key that signs tokens, and refuses nobody with a token of either', async () => {
  const former = credentials().tokens;
  const model = () => readFileSync(join(system.folder, 'model-token'), 'utf8');
  const formerModel = model();
  const newest = (role: string): string => credentials().tokens[role] ?? '';
  const models = (token: string) => ask('GET', `${system.url('upload-api')}/v1/models/${'0'.repeat(64)}`, token);
  await whileCalled(
    {
      'a former token at query-api': () => list(former.analyst ?? ''),
      'the newest token at query-api': () => list(newest('analyst')),
      'the newest token at command-api': () => create(newest('crm.agent'), { channel: 'CRM' }),
      'the newest token at upload-api': () => uploads(newest('store.service')),
      'the pricing worker': () => models(model()),
      'the pricing worker with what it has read': () => models(formerModel),
    },
    async () => {
      const { said } = await keys('signing', 'rotate');
      expect(said.join('\n')).toContain('Every interface accepts it');
      // Long enough for each caller to come with what is new.
      for (let n = 0; n < 20; n += 1) expect(await listed(newest('ops'))).toBe(200);
    },
  );
  const [before, now] = [kidOf(former.analyst ?? ''), kidOf(newest('analyst'))];
  expect(now).not.toBe(before);
  expect(kidOf(model())).toBe(now);
  const { keys: published } = JSON.parse(readFileSync(join(system.folder, 'jwks.json'), 'utf8'));
  expect(published.map(({ kid }: { kid: string }) => kid)).toEqual([now, before]);
  expect(JSON.stringify(published)).not.toContain('"d"');

  await expect(keys('signing', 'retire', now)).rejects.toThrow('signs tokens now');
  await expect(keys('signing', 'retire', 'nobody')).rejects.toThrow(before);
  await keys('signing', 'retire', before);
  await until('the former token is refused', async () => (await list(former.analyst ?? '')).status === 401);
  expect((await list(newest('analyst'))).status).toBe(200);
  expect((await keys('signing', 'list')).printed).toMatch(new RegExp(`^${now} +signs tokens$`));
}, 180_000);

it('signs with no key that an interface does not take, and goes on with the same one later', async () => {
  // Somebody who takes nobody's token.
  const deaf = createServer((_request, response) => void response.writeHead(401).end());
  await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
  const signs = kidOf(credentials().tokens.analyst ?? '');
  const rotation = { data: system.folder, report: () => undefined, record: async () => undefined };
  const urls = [`http://127.0.0.1:${(deaf.address() as AddressInfo).port}`];
  await expect(rotateSigningKey({ ...rotation, urls, limitMs: 0 })).rejects.toThrow(/answers 401.*nobody is refused/s);
  deaf.close();
  const file = join(system.folder, 'signing-key.json');
  const { kid: coming } = JSON.parse(readFileSync(join(system.folder, 'signing-key.next.json'), 'utf8'));
  expect(JSON.parse(readFileSync(file, 'utf8')).kid).toBe(signs);
  expect(await rotateSigningKey({ ...rotation, urls: keyOptions().urls })).toBe(coming);
  expect((await list(credentials().tokens.analyst ?? '')).status).toBe(200);
  expect(kidOf(credentials().tokens.analyst ?? '')).toBe(coming);
}, 120_000);

it('gives a partner a second key and ends the first, and refuses the partner nothing', async () => {
  const { partner_id = '', api_key: first = '' } = credentials().partners[1] ?? {};
  let second = '';
  await whileCalled(
    {
      'with the first': () => create(first),
      'with the newest': () => list(second === '' ? first : second),
    },
    async () => {
      second = (await keys('partner', 'issue', partner_id)).printed;
      expect(second).toMatch(/^pk_[0-9a-f]+_\S+$/);
      for (let n = 0; n < 5; n += 1) expect((await create(second)).status).toBe(201);
    },
  );
  await expect(keys('partner', 'issue', partner_id)).rejects.toThrow('2 live keys');
  await expect(keys('partner', 'issue', 'nobody')).rejects.toThrow('no partner nobody');
  const firstId = first.split('_')[1] ?? '';
  const { printed } = await keys('partner', 'revoke', firstId);
  expect(printed).toContain(`${firstId}  ${partner_id}`);
  // Every process, with the next request.
  expect([(await create(first)).status, (await list(first)).status, (await uploads(first)).status]).toEqual([
    401, 401, 401,
  ]);
  expect((await create(second)).status).toBe(201);
  expect((await keys('partner', 'list', partner_id)).printed.split('\n')).toHaveLength(2);
  expect((await keys('partner', 'list')).printed).not.toContain(second.split('_').slice(2).join('_'));
}, 120_000);

it('changes the secret of cursors, and takes those that are about', async () => {
  const key = partner();
  for (let n = 0; n < 3; n += 1) await create(key);
  const next = async () =>
    (await until('a second page', async () => {
      const { next_cursor } = (await list(key)).fields;
      return typeof next_cursor === 'string' ? next_cursor : null;
    })) as string;
  const former = await next();
  await whileCalled(
    {
      'with a former cursor': () => list(key, `cursor=${encodeURIComponent(former)}&limit=1`),
      'with the newest cursor': async () => list(key, `cursor=${encodeURIComponent(await next())}&limit=1`),
    },
    async () => {
      await keys('cursor', 'rotate');
      await until('cursors are made with the new secret', async () => (await next()) !== former);
      for (let n = 0; n < 10; n += 1) expect(await listed(key)).toBe(200);
    },
  );
  await keys('cursor', 'retire');
  await until(
    'the former cursor is refused',
    async () => (await list(key, `cursor=${encodeURIComponent(former)}&limit=1`)).status === 400,
  );
  expect((await list(key, `cursor=${encodeURIComponent(await next())}&limit=1`)).status).toBe(200);
  await expect(keys('cursor', 'retire')).rejects.toThrow('cursor rotate');
}, 120_000);

it('changes the key of texts while they are written, also where it is killed on the way', async () => {
  const key = partner();
  const count = async (): Promise<Record<string, number>> => {
    const { rows } = await system.database.query(
      'select wrapped_by, count(*)::int from command_api.subject_key where wrapped_key is not null group by 1',
    );
    return Object.fromEntries(rows.map(({ wrapped_by, count }) => [wrapped_by, count]));
  };
  const note = () => create(key, { note: 'Call before delivery.' });
  for (let n = 0; n < 5; n += 1) expect((await note()).status).toBe(201);
  const [former = ''] = Object.keys(await count());
  const file = keyOptions().freeTextKeyFile;
  const before = readFileSync(file);
  await whileCalled({ 'with a text': note }, async () => {
    const program = spawn(process.execPath, [programOf('command-api', { file: 'keys-program' }), 'free-text'], {
      env: {
        ...process.env,
        DATABASE_URL: keyOptions().postgres,
        FREE_TEXT_KEY_FILE: file,
        KEYS_CHANGED_BY: 'test',
      },
      stdio: 'ignore',
    });
    const gone = once(program, 'exit');
    await until('the new key lies in the file', async () => readFileSync(file).length === 64);
    program.kill('SIGKILL');
    await gone;
    expect((await note()).status).toBe(201);
    await keys('free-text', 'rotate');
  });
  expect(readFileSync(file)).toHaveLength(32);
  expect(readFileSync(file).equals(before)).toBe(false);
  const names = Object.keys(await count());
  expect(names).toHaveLength(1);
  expect(names).not.toEqual([former]);
  expect((await note()).status).toBe(201);
  expect(Object.keys(await count())).toEqual(names);
  const health = await fetch(`${system.adminUrl('command-api')}/health/ready`);
  expect(health.status).toBe(200);
  // A new start takes it too, and nothing of the former one is left for it.
  expect(JSON.parse(readFileSync(join(system.folder, 'secrets.json'), 'utf8')).freeText).toBe(
    readFileSync(file).toString('base64'),
  );
}, 240_000);

it('keeps who has changed what, and nothing that opens anything', async () => {
  const { printed } = await keys('log');
  for (const action of [
    'signing publish',
    'signing rotate',
    'signing retire',
    'partner issue',
    'partner revoke',
    'cursor rotate',
    'cursor retire',
    'free-text rotate',
    'free-text retire',
  ])
    expect(printed).toContain(`  ${action}  `);
  expect(printed).not.toMatch(/pk_|"d"/);
  expect(existsSync(join(system.folder, 'keys.pid'))).toBe(false);
});

it('does every line of the manual as it stands there', async () => {
  const [, after = ''] = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8').split('\n### Change a key\n');
  const [, block = ''] = /^```sh\n(.*?)^```$/ms.exec(after) ?? [];
  const lines = [...block.matchAll(/^npm run keys -- ([^#\n]+)/gm)].map(([, words = '']) => words.trim().split(/ +/));
  expect(lines.length).toBe(block.trim().split('\n').length);
  for (const words of lines) await keys(...words);
  expect((await list(credentials().tokens.analyst ?? '')).status).toBe(200);
}, 120_000);

it('says what it knows where it is asked for something else', async () => {
  await expect(keys('signing', 'turn')).rejects.toThrow(/signing rotate, .*not "signing turn"/);
  await expect(keys('partner', 'issue')).rejects.toThrow('name the PARTNER');
  await expect(keys('partner', 'issue', 'a', 'b')).rejects.toThrow('nothing more');
});
