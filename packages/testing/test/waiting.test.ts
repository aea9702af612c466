import { describe, expect, it, jest } from '@jest/globals';
import { until, untilDone } from '@order-ledger/testing/waiting';

/** Answers one after the other, and the last one for ever. */
const answering = <Answer>(...answers: Answer[]) => {
  let asked = 0;
  const ask = (): Answer => answers[Math.min(asked++, answers.length - 1)] as Answer;
  return { ask, asked: () => asked };
};

describe('until', () => {
  it.each([0, '', true, 'a word'])(
    'gives the first answer that is neither undefined nor null nor false: %p',
    async (answer) => {
      const { ask, asked } = answering(undefined, null, false, answer, 'too late');
      expect(await until('an answer', async () => ask())).toBe(answer);
      expect(asked()).toBe(4);
    },
  );

  it('fails with what it waited for, as it is then', async () => {
    let looked = 0;
    const looking = until(
      () => `a fourth look, not only ${looked > 0 ? 'some' : 'none'}`,
      () => {
        looked += 1;
        return false;
      },
      30,
    );
    await expect(looking).rejects.toThrow('not within 0.03 s: a fourth look, not only some');
  });

  it('waits by the real clock, whatever a test has made of the others', async () => {
    const ahead = jest.spyOn(performance, 'now');
    const { ask } = answering(false, false, true);
    const asking = until('the third answer', () => {
      ahead.mockReturnValue(Number.MAX_SAFE_INTEGER);
      return ask();
    });
    await asking.finally(() => ahead.mockRestore());
    expect(await asking).toBe(true);
  });

  it('fails as the question does', async () => {
    await expect(until('an answer', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });
});

describe('untilDone', () => {
  const failing = (...messages: string[]) => {
    const { ask, asked } = answering<string | null>(...messages, null);
    const call = async (): Promise<string> => {
      const message = ask();
      if (message !== null) throw new Error(message);
      return 'done';
    };
    return { call, asked };
  };

  it('repeats what fails with what passes', async () => {
    const { call, asked } = failing('away', 'away');
    expect(await untilDone(call, (error) => (error as Error).message === 'away')).toBe('done');
    expect(asked()).toBe(3);
  });

  it('fails at once with what does not pass, and in the end with what does', async () => {
    const { call } = failing('away', 'broken');
    await expect(untilDone(call, (error) => (error as Error).message === 'away')).rejects.toThrow('broken');
    const never = () => Promise.reject(new Error('away for ever'));
    await expect(untilDone(never, () => true, 30)).rejects.toThrow('away for ever');
  });
});
