import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { credentialsOf, readCredentials } from '../src/credentials.ts';

const token = (sub: string): string => `h.${Buffer.from(JSON.stringify({ sub })).toString('base64url')}.s`;
const FILE = {
  tokens: { 'store.service': token('store-local'), 'mes.packer': token('packer-local'), ops: token('ops-local') },
  operators: [token('operator-1'), token('operator-2')],
  partners: [{ partner_id: 'partner-deposit', api_key: 'pk_a_b' }],
  addresses: {
    event_store: 'esdb://127.0.0.1:2113',
    command_api: 'http://127.0.0.1:8081',
    query_api: 'http://127.0.0.1:8082',
    upload_api: 'http://127.0.0.1:8083',
  },
};

describe('the credentials', () => {
  const credentials = credentialsOf(FILE);

  it('give every part its own token, and the two operators different ones', () => {
    expect(credentials.subject({ who: 'packer', account: 'house' })).toBe('packer-local');
    expect(credentials.subject({ who: 'operator', account: 'house' })).toBe('operator-1');
    expect(credentials.subject({ who: 'rival', account: 'house' })).toBe('operator-2');
  });

  it('speak for a customer as the store, or with the key of the partner', () => {
    expect(credentials.subject({ who: 'customer', account: 'house' })).toBe('store-local');
    expect(credentials.bearer({ who: 'customer', account: 'deposit' })).toBe('pk_a_b');
    expect(credentials.subject({ who: 'customer', account: 'deposit' })).toBe('partner-deposit');
  });

  it('say what is missing', () => {
    expect(() => credentials.bearer({ who: 'admin', account: 'house' })).toThrow('no token of the role admin');
    expect(() => credentials.bearer({ who: 'customer', account: 'invoice' })).toThrow('no key of partner-invoice');
  });
});

describe('the file of the credentials', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is asked for in words that help when it is not there', async () => {
    await expect(readCredentials(join(folder, 'none.json'))).rejects.toThrow(/start it with npm start/);
  });

  it('is refused with what it lacks', async () => {
    const file = join(folder, 'credentials.json');
    await writeFile(file, JSON.stringify({ ...FILE, addresses: { ...FILE.addresses, query_api: undefined } }));
    await expect(readCredentials(file)).rejects.toThrow(/query_api/);
    await writeFile(file, '{');
    await expect(readCredentials(file)).rejects.toThrow(/is not JSON/);
  });
});
