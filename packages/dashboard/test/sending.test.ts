import { describe, expect, it, jest } from '@jest/globals';
import { NoAnswer } from '../src/api/commands.ts';
import { ApiProblem } from '../src/api/problem.ts';
import { outcomeOf, persisting } from '../src/order/sending/attempt.ts';

const problem = (status: number, code: string) => new ApiProblem(status, { code, title: code, detail: `${code}.` });

describe('a command that was not done', () => {
  it.each([
    [412, 'precondition-failed', false, 'conflict'],
    [409, 'illegal-transition', true, 'conflict'],
    [409, 'claimed', true, 'conflict'],
    [409, 'illegal-transition', false, 'refused'],
    [409, 'payment-missing', true, 'refused'],
    [403, 'forbidden', true, 'refused'],
    [400, 'invalid-request', false, 'invalid'],
    [503, 'outcome-unknown', false, 'in-doubt'],
  ] as const)('by %i %s, the order moved on: %s, is a case of %s', (status, code, moved, expected) => {
    expect(outcomeOf(problem(status, code), moved).is).toBe(expected);
  });

  it('without any answer is in doubt, and a fault of our own is not hidden as one', () => {
    expect(outcomeOf(new NoAnswer('no answer'), false)).toEqual({ is: 'in-doubt', problem: null });
    expect(() => outcomeOf(new TypeError('ours'), false)).toThrow('ours');
  });
});

describe('sending', () => {
  it('goes on where nobody answered, and stops at a refusal [B10]', async () => {
    jest.useFakeTimers();
    const send = jest.fn<() => Promise<string>>();
    send.mockRejectedValueOnce(new NoAnswer('no answer')).mockRejectedValueOnce(problem(503, 'unavailable'));
    send.mockResolvedValueOnce('done');
    const answer = persisting(send);
    await jest.runAllTimersAsync();
    expect(await answer).toBe('done');
    expect(send).toHaveBeenCalledTimes(3);
    const refused = jest.fn<() => Promise<string>>().mockRejectedValue(problem(409, 'held'));
    await expect(persisting(refused)).rejects.toThrow('held');
    expect(refused).toHaveBeenCalledTimes(1);
    jest.useRealTimers();
  });
});
