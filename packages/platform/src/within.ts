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
const silent = (limitMs: number): string => `no answer within ${limitMs / 1_000} s`;

/** Never rejects, and never takes longer, whatever the work waits for. */
export const within = async <T>(work: Promise<T>, limitMs = LIMIT_MS): Promise<Answer<T>> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Answer<T>>((resolve) => {
    timer = setTimeout(() => resolve({ unknown: silent(limitMs) }), limitMs);
  });
  const answer = work.then(
    (is): Answer<T> => ({ is }),
    (error: unknown): Answer<T> => ({ unknown: reasonOf(error, limitMs) }),
  );
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
};
