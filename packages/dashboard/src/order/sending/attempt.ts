import { isInDoubt } from '../../api/commands.ts';
import { ApiProblem } from '../../api/problem.ts';

/** What came of a command that was not done, as the page deals with it. */
export type Outcome =
  /** Somebody else was quicker: show what has changed, and let him decide again. */
  | { readonly is: 'conflict'; readonly problem: ApiProblem }
  /** Nobody knows whether it was done: the same key asks again. */
  | { readonly is: 'in-doubt'; readonly problem: ApiProblem | null }
  /** The body can be mended. */
  | { readonly is: 'invalid'; readonly problem: ApiProblem }
  | { readonly is: 'refused'; readonly problem: ApiProblem };

/** Refusals that say that the order is not what the user saw. */
const MOVED_ON: readonly string[] = [
  'illegal-transition',
  'held',
  'frozen',
  'claimed',
  'not-claim-holder',
  'stale-fence-token',
  'outdated-quote',
];

/** @param moved whether the order has another version by now than the user saw */
export const outcomeOf = (error: unknown, moved: boolean): Outcome => {
  if (isInDoubt(error)) return { is: 'in-doubt', problem: error instanceof ApiProblem ? error : null };
  if (!(error instanceof ApiProblem)) throw error;
  const { status, code } = error;
  if (status === 412 || (status === 409 && moved && MOVED_ON.includes(code))) return { is: 'conflict', problem: error };
  return { is: status === 400 ? 'invalid' : 'refused', problem: error };
};

/** Pauses before a command is sent again by itself, with its key: an API that restarts is there in seconds. */
const AGAIN_AFTER_MS: readonly number[] = [1_000, 3_000];

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Sends, and sends again where nobody answered: `send` carries the same key each time. */
export const persisting = async <Answer>(send: () => Promise<Answer>): Promise<Answer> => {
  for (const wait of AGAIN_AFTER_MS) {
    try {
      return await send();
    } catch (error) {
      if (!isInDoubt(error)) throw error;
    }
    await pause(wait);
  }
  return send();
};
