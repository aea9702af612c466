import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { cubeStl } from '@order-ledger/testing/models/bodies';
import type { Reply, TusClient } from '@order-ledger/testing/running/tus-client';
import { type RunningUploads, startUploads } from '@order-ledger/testing/running/uploads';

jest.setTimeout(120_000);

let uploads: RunningUploads;
let owner: TusClient;
const others: Record<string, TusClient> = {};
/** Of each state in which an upload may be, one of acme's. */
const paths: Record<string, string> = {};

const model = cubeStl(47);
const sha256 = createHash('sha256').update(model).digest('hex');
/** A file that breaks off: what is wrong with it is told to its owner. */
const broken = model.subarray(0, 300);

beforeAll(async () => {
  uploads = await startUploads();
  owner = await uploads.partner('acme');
  others.globex = await uploads.partner('globex');
  for (const [name, role, kind] of [
    ['store', 'store.service', 'service'],
    ['agent', 'crm.agent', 'person'],
    ['carrier', 'carrier.adapter', 'service'],
    ['worker', 'pricing.worker', 'service'],
    ['admin', 'admin', 'person'],
  ] as const)
    others[name] = uploads.client(await uploads.token([role], kind));

  const named = { 'Upload-Metadata': `filename ${Buffer.from('zq-name').toString('base64')}` };
  paths.begun = await owner.begin(7_654_321, named);
  await owner.append(paths.begun, 0, model.subarray(0, 123));
  for (const [state, bytes] of Object.entries({ valid: model, invalid: broken })) {
    const path = await owner.begin(bytes.length, named);
    await owner.append(path, 0, bytes);
    await owner.verdict(path);
    paths[state] = path;
  }
}, 180_000);
afterAll(() => uploads.close());

const BYTES = { 'Content-Type': 'application/offset+octet-stream' };
/** Every way to ask for an upload, rightly and wrongly. */
const ask = async ({ send }: TusClient, path: string): Promise<Reply[]> => [
  await send('HEAD', path),
  await send('HEAD', path, { 'Tus-Resumable': '0.2.1' }),
  await send('GET', `${path}/status`),
  await send('PATCH', path, { ...BYTES, 'Upload-Offset': '99' }, model.subarray(0, 9)),
  await send('PATCH', path, { ...BYTES, 'Upload-Offset': '99', 'Upload-Length': '9' }, model.subarray(0, 9)),
  await send('PATCH', path, { ...BYTES, 'Upload-Offset': 'x' }, model.subarray(0, 9)),
  await send('PATCH', path, { 'Content-Type': 'text/plain', 'Upload-Offset': '123' }, model.subarray(0, 9)),
  await send('POST', path),
  await send('POST', path, { 'X-HTTP-Method-Override': 'PATCH', ...BYTES, 'Upload-Offset': '0' }, model.subarray(0, 9)),
  await send('POST', path, { 'X-HTTP-Method-Override': 'DELETE' }),
  await send('DELETE', path),
];

/** But for the id and what differs with every request. */
const told = ({ status, headers, body }: Reply): string =>
  `${status} ${JSON.stringify(body)} ${JSON.stringify([...headers].filter(([name]) => !VARIABLE.test(name)))}`.replaceAll(
    /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
    'ID',
  );
const VARIABLE = /^(ratelimit|date|traceresponse|content-length)/;
const SECRETS = new RegExp(`zq-name|${Buffer.from('zq-name').toString('base64')}|7654321|${sha256}|acme|triangles`);

it.each(['globex', 'store', 'agent', 'carrier', 'worker', 'admin'])(
  '%s is told no more of an upload of a partner than of one that is not there, whatever its state [N3]',
  async (name) => {
    const other = others[name] as TusClient;
    const unknown = (await ask(other, `/v1/uploads/${crypto.randomUUID()}`)).map(told);
    for (const [state, path] of Object.entries(paths)) {
      const answers = (await ask(other, path)).map(told);
      expect([state, answers]).toEqual([state, unknown]);
      expect(answers.join('\n')).not.toMatch(SECRETS);
      expect(unknown.filter((text) => text.startsWith('2'))).toEqual([]);
    }
    const asked = await other.send('GET', `/v1/models/${sha256}`);
    expect([name, asked.status]).toEqual([name, name === 'worker' ? 200 : 403]);
  },
);

it('who sends the same file learns nothing of who sent it before [N3]', async () => {
  const other = others.globex as TusClient;
  const first = await other.upload(cubeStl(48));
  const again = await other.upload(model);
  expect(told(again.last)).toBe(told(first.last));
  const verdicts = [await other.verdict(first.path), await other.verdict(again.path)];
  expect(verdicts.map((verdict) => Object.keys(verdict))).toEqual([
    Object.keys(verdicts[0] ?? {}),
    Object.keys(verdicts[0] ?? {}),
  ]);
  expect(verdicts[1]).toMatchObject({ valid: true, sha256 });
});

it('its owner is told its state and verdict, and neither its name again nor where it lies [N3]', async () => {
  const texts: string[] = [];
  for (const path of Object.values(paths)) texts.push(...(await ask(owner, path)).map(told));
  const all = texts.join('\n');
  expect(all).toContain(sha256);
  expect(all).toContain('"upload-offset","123"');
  expect(all).not.toMatch(/zq-name|acme/);
  expect(all).not.toContain(uploads.folder);
});
