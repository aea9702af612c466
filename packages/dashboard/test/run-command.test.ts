import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { runCommand } from '../src/commands/run-command.ts';

const PATH = '/v1/orders/{order_id}/claim' as const;
const deed = { path: PATH, orderId: 'order-1', body: {} };
const answer = (status: number, body: object, type = 'application/json'): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } });

type Fetch = typeof globalThis.fetch;
let asked: Request[] = [];
let replies: (() => Promise<Response>)[] = [];
const real = globalThis.fetch;

beforeEach(() => {
  asked = [];
  globalThis.fetch = jest.fn<Fetch>((input, init) => {
    asked.push(new Request(new URL(String(input), 'http://page'), { ...init, signal: null }));
    const reply = replies.shift();
    if (reply === undefined) throw new Error('nothing more was expected to be asked');
    return reply();
  });
});
afterEach(() => {
  globalThis.fetch = real;
  replies = [];
});

const keys = () => asked.map(({ headers }) => headers.get('Idempotency-Key'));

describe('a command of the page', () => {
  it('is sent with a key of its press and the version that was seen [H4]', async () => {
    replies = [async () => answer(200, { order_id: 'order-1' })];
    await expect(runCommand({ ...deed, seenVersion: 7 })).resolves.toMatchObject({ kind: 'done' });
    expect(asked[0]?.url).toBe('http://page/v1/orders/order-1/claim');
    expect(asked[0]?.headers.get('If-Match')).toBe('"v7"');
    expect(keys()[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is one command when it is pressed twice: the second press sends nothing', async () => {
    let settle = (_: Response): void => undefined;
    replies = [
      () =>
        new Promise((resolve) => {
          settle = resolve;
        }),
    ];
    const first = runCommand(deed);
    await expect(runCommand(deed)).resolves.toEqual({ kind: 'under-way' });
    settle(answer(200, {}));
    await expect(first).resolves.toMatchObject({ kind: 'done' });
    expect(asked).toHaveLength(1);
  });

  it('without an answer is asked again under the same key', async () => {
    replies = [() => Promise.reject(new TypeError('network')), async () => answer(200, {})];
    const outcome = await runCommand(deed);
    if (outcome.kind !== 'unknown') throw new Error(`it was ${outcome.kind}`);
    await expect(runCommand(deed, outcome.key)).resolves.toMatchObject({ kind: 'done' });
    expect(keys()[1]).toBe(keys()[0]);
  });

  it.each([
    [503, 'outcome-unknown'],
    [503, 'interface-unavailable'],
    [502, 'of a proxy'],
    [504, 'of a proxy'],
  ])('of which nobody knows the outcome is asked again, too: %i %s', async (status, code) => {
    replies = [async () => answer(status, { code }, 'application/problem+json')];
    await expect(runCommand(deed)).resolves.toMatchObject({ kind: 'unknown' });
  });

  it('that met another version is a conflict, any other refusal is told as it is', async () => {
    const problem = {
      code: 'precondition-failed',
      title: 'Changed',
      detail: 'It is v9.',
      correlation_id: 'c-1',
      event_version: 9,
    };
    replies = [
      async () => answer(412, problem, 'application/problem+json'),
      async () => answer(409, { code: 'claimed', detail: 'It is held.' }, 'application/problem+json'),
      async () => new Response('<html>', { status: 500 }),
    ];
    await expect(runCommand(deed)).resolves.toMatchObject({
      ...{
        kind: 'conflict',
        problem: { code: 'precondition-failed', correlationId: 'c-1', extras: { event_version: 9 } },
      },
    });
    await expect(runCommand(deed)).resolves.toMatchObject({
      kind: 'refused',
      problem: { code: 'claimed', detail: 'It is held.' },
    });
    await expect(runCommand(deed)).resolves.toMatchObject({ kind: 'refused', problem: { code: 'http-500' } });
  });

  it('that found nothing to do says so', async () => {
    replies = [async () => new Response(null, { status: 204 })];
    await expect(runCommand({ path: '/v1/shop-floor/next', body: {} })).resolves.toEqual({
      kind: 'done',
      answer: null,
    });
  });
});
