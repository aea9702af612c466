/** What is asked may be frozen: nobody waits for it any longer than this, milliseconds. */
export const LIMIT_MS = 2_000;

/** An answer in time, or why there is none, in one line. */
export type Answer<T> = { readonly is: T } | { readonly unknown: string };

/** Whether there is an answer. */
export const isKnown = <T>(answer: Answer<T>): answer is { readonly is: T } => 'is' in answer;

const OUT_OF_TIME = /timeout|timed out/i;

const reasonOf = (error: unknown, limitMs: number): string => {
  const { message, errors } = error as Error & { errors?: readonly Error[] };
  // Node tells of each address of a name that leads nowhere.
  const text = (errors?.[0]?.message ?? (message === '' ? String(error) : message)).split('\n')[0] ?? '';
  return OUT_OF_TIME.test(text) ? silent(limitMs) : text;
};
const NO_ANSWER = 'no answer within ';
const silent = (limitMs: number): string => `${NO_ANSWER}${limitMs / 1_000} s`;

/** So long a turn of our own loop takes at most, milliseconds: what is longer, this process or its machine stood still. */
const TURN_MS = 100;

/**
 * Calls back after so many milliseconds in which this process's loop has turned: on a machine that has too much to do the
 * answer of another may lie here unread, and he is not to be blamed for it. After twice the time at the latest.
 *
 * @returns what calls it off
 */
export const afterTurning = (limitMs: number, then: () => void): (() => void) => {
  const latest = performance.now() + 2 * limitMs;
  let left = limitMs;
  let timer: NodeJS.Timeout;
  const next = (): void => {
    const turnMs = Math.min(TURN_MS, left);
    timer = setTimeout(() => {
      left -= turnMs;
      // What has come meanwhile is read before.
      if (left > 0 && performance.now() < latest) next();
      else setImmediate(then);
    }, turnMs);
  };
  next();
  return () => clearTimeout(timer);
};

/** Never rejects, and never takes longer than that, whatever the work waits for. */
export const within = async <T>(work: Promise<T>, limitMs = LIMIT_MS): Promise<Answer<T>> => {
  let callOff = (): void => undefined;
  const limit = new Promise<Answer<T>>((resolve) => {
    callOff = afterTurning(limitMs, () => resolve({ unknown: silent(limitMs) }));
  });
  const answer = work.then(
    (is): Answer<T> => ({ is }),
    (error: unknown): Answer<T> => ({ unknown: reasonOf(error, limitMs) }),
  );
  try {
    return await Promise.race([answer, limit]);
  } finally {
    callOff();
  }
};

/** Whether an answer stayed out that may have come later. */
export const isLate = (answer: Answer<unknown>): boolean => !isKnown(answer) && answer.unknown.startsWith(NO_ANSWER);
