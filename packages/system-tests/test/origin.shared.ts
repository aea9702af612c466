import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '@order-ledger/local/people';
import { cubeStl } from '@order-ledger/testing/models/bodies';
import { tusClient } from '@order-ledger/testing/running/tus-client';
import { until } from '@order-ledger/testing/waiting';
import type { PrivateSystem } from '../src/private-system.ts';
import { sharedSystem } from './support/shared-system.ts';

let system: PrivateSystem;
let origin: string;

beforeAll(async () => {
  system = await sharedSystem();
  origin = system.url('query-api');
}, 300_000);

const signIn = async (person: string) => {
  const answer = await fetch(`${origin}/dashboard/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ person }),
  });
  expect([person, answer.status]).toEqual([person, 200]);
  return (await answer.json()) as { token: string; expires_at: string };
};

describe('the one origin of the web page', () => {
  it('names the people of this system, and signs each of them in with his roles [N3]', async () => {
    const { sign_in } = (await (await fetch(`${origin}/dashboard.json`)).json()) as { sign_in: unknown };
    expect(sign_in).toEqual({ kind: 'people', people: PEOPLE.map(({ id, name, roles }) => ({ id, name, roles })) });
    for (const { id } of PEOPLE) {
      const { token } = await signIn(id);
      const board = await fetch(`${origin}/v1/board`, { headers: { Authorization: `Bearer ${token}` } });
      expect([id, board.status]).toEqual([id, 200]);
      await board.text();
    }
  });

  it('takes a model, an order and the command that attaches the one to the other [N3]', async () => {
    const key = system.credentials.bearer({ who: 'customer', account: 'prepaid' });
    const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
      const answer = await fetch(`${origin}${path}`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${key}`,
          'Idempotency-Key': randomUUID(),
          'Content-Type': 'application/json',
          ...headers,
        },
        body: JSON.stringify(body),
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    };
    const uploads = tusClient(origin, key);
    const { path } = await uploads.upload(cubeStl(10));
    expect(path).toMatch(/^\/v1\/uploads\//);
    const { sha256 } = await uploads.verdict(path);
    const made = await post('/v1/orders', { customer_ref: 'c-origin', channel: 'API' });
    expect(made.status).toBe(201);
    const attached = await post(
      `/v1/orders/${made.body.order_id}/commands/attach-model`,
      { upload_id: path.split('/').at(-1), sha256 },
      { 'If-Match': '"v1"' },
    );
    expect([attached.status, attached.body.status]).toEqual([200, 'FILE_UPLOADED']);
    await until('the origin shows the order with its model', async () => {
      const shown = await fetch(`${origin}/v1/orders/${made.body.order_id}`, {
        headers: { Authorization: `Bearer ${key}` },
      });
      return ((await shown.json()) as { status?: string }).status === 'FILE_UPLOADED';
    });
  });

  it('asks everybody for a credential whom the interface behind asks for one [N3]', async () => {
    const answer = await fetch(`${origin}/v1/orders`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'credential-missing']);
  });

  it('says when command-api is not there, and sends commands on when it is back', async () => {
    const ask = () =>
      fetch(`${origin}/v1/orders`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${system.credentials.reader}` },
      });
    const command = system.processes.get('command-api');
    const back = await command?.takeDown('in-order');
    try {
      const answer = await ask();
      expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'interface-unavailable' }]);
    } finally {
      await back?.();
    }
    await until('commands are sent on', async () => (await ask()).status !== 503);
  });
});
