import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { NoAnswer } from '../src/api/commands.ts';
import { ApiProblem } from '../src/api/problem.ts';
import { failureOf, press, runAttempt } from '../src/commands/attempt.ts';

const PATH = '/v1/orders/{order_id}/claim' as const;
const deed = { path: PATH, orderId: 'order-1', body: {} };
const answer = (status: number, body: object, type = 'application/json'): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } });
const refusal = (status: number, code: string) => async () =>
  answer(status, { code, title: code, detail: `${code}.` }, 'application/problem+json');
const problem = (status: number, code: string) => new ApiProblem(status, { code, title: code, detail: `${code}.` });

type Fetch = typeof globalThis.fetch;
let asked: Request[] = [];
let replies: (() => Promise<Response>)[] = [];
const real = globalThis.fetch;

beforeEach(() => {
  asked = [];
  // Timeouts alone: what the worker itself repeats would never run out.
  jest.useFakeTimers({ doNotFake: ['setInterval', 'setImmediate', 'nextTick', 'queueMicrotask'] });
  globalThis.fetch = jest.fn<Fetch>((input, init) => {
    asked.push(new Request(new URL(String(input), 'http://page'), { ...init, signal: null }));
    const reply = replies.shift();
    if (reply === undefined) throw new Error('nothing more was expected to be asked');
    return reply();
  });
});
afterEach(() => {
  globalThis.fetch = real;
  jest.useRealTimers();
  replies = [];
});

const keys = () => asked.map(({ headers }) => headers.get('Idempotency-Key'));
/** Without waiting for the pauses between attempts. */
const settled = async <Value>(running: Promise<Value>): Promise<Value> => {
  await jest.runAllTimersAsync();
  return running;
};

describe('a press', () => {
  it('is sent with a key of its own and the version that was seen [H4]', async () => {
    replies = [async () => answer(200, { order_id: 'order-1' })];
    const outcome = await runAttempt(press({ ...deed, seenVersion: 7 }));
    expect(outcome.is).toBe('done');
    expect(asked[0]?.url).toBe('http://page/v1/orders/order-1/claim');
    expect(asked[0]?.headers.get('If-Match')).toBe('"v7"');
    expect(keys()[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(press(deed).key).not.toBe(press(deed).key);
  });

  it('is one command when it is made twice: the second sends nothing', async () => {
    let settle = (_: Response): void => undefined;
    replies = [
      () =>
        new Promise((resolve) => {
          settle = resolve;
        }),
    ];
    const first = runAttempt(press(deed));
    await expect(runAttempt(press(deed))).resolves.toEqual({ is: 'under-way' });
    settle(answer(200, {}));
    await expect(first).resolves.toMatchObject({ is: 'done' });
    expect(asked).toHaveLength(1);
  });

  it('is sent again by itself under its key where nobody answered, and by hand after that [B10]', async () => {
    const lost = () => Promise.reject(new TypeError('network'));
    replies = [lost, refusal(503, 'outcome-unknown'), lost, async () => answer(200, {})];
    const attempt = press(deed);
    await expect(settled(runAttempt(attempt))).resolves.toEqual({ is: 'in-doubt', problem: null });
    await expect(settled(runAttempt(attempt))).resolves.toMatchObject({ is: 'done' });
    expect(keys()).toEqual(Array.from({ length: 4 }, () => attempt.key));
  });

  it('stops at a refusal, and asks then whether the order is another one than was seen', async () => {
    replies = [refusal(409, 'held'), refusal(409, 'held')];
    await expect(settled(runAttempt(press(deed)))).resolves.toMatchObject({ is: 'refused' });
    const moved = await settled(runAttempt(press(deed), async () => true));
    expect(moved).toMatchObject({ is: 'conflict', problem: { code: 'held', detail: 'held.' } });
    expect(asked).toHaveLength(2);
  });

  it('that found nothing to do says so', async () => {
    replies = [async () => new Response(null, { status: 204 })];
    await expect(runAttempt(press({ path: '/v1/shop-floor/next', body: {} }))).resolves.toEqual({
      is: 'done',
      answer: null,
    });
  });
});

describe('a command that was not done', () => {
  it.each([
    [412, 'precondition-failed', false, 'conflict'],
    [409, 'illegal-transition', true, 'conflict'],
    [409, 'claimed', true, 'conflict'],
    [409, 'illegal-transition', false, 'refused'],
    [409, 'payment-missing', true, 'refused'],
    [403, 'forbidden', true, 'refused'],
    [400, 'invalid-request', false, 'invalid'],
    [500, 'http-500', false, 'refused'],
    [502, 'of a proxy', false, 'in-doubt'],
    [503, 'outcome-unknown', false, 'in-doubt'],
    [503, 'interface-unavailable', false, 'in-doubt'],
    [504, 'of a proxy', false, 'in-doubt'],
  ] as const)('by %i %s, the order moved on: %s, is a case of %s', (status, code, moved, expected) => {
    expect(failureOf(problem(status, code), moved).is).toBe(expected);
  });

  it('without any answer is in doubt, and a fault of our own is not hidden as one', () => {
    expect(failureOf(new NoAnswer('no answer'), false)).toEqual({ is: 'in-doubt', problem: null });
    expect(() => failureOf(new TypeError('ours'), false)).toThrow('ours');
  });
});
