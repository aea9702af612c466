import { isInDoubt, newKey, send } from '../api/commands.ts';
import { ApiProblem } from '../api/problem.ts';
import type { CommandAnswer, CommandBody, CommandPath } from '../api/shapes.ts';
import { begin, end, isPending } from './pending.ts';

/** A command as somebody means it. */
export interface Deed<Path extends CommandPath = CommandPath> {
  readonly path: Path;
  readonly orderId?: string;
  readonly body: CommandBody<Path>;
  /** The version that he saw; absent where the command is safe without. */
  readonly seenVersion?: number | undefined;
}

/** One press: however often it is sent, it is one command by its key. */
export interface Attempt<Path extends CommandPath = CommandPath> extends Deed<Path> {
  readonly key: string;
}

export const press = <Path extends CommandPath>(deed: Deed<Path>): Attempt<Path> => ({ ...deed, key: newKey() });

/** What came of a command that was not done, as the page deals with it. */
export type Failure =
  /** Somebody else was quicker: show what has changed, and let him decide again. */
  | { readonly is: 'conflict'; readonly problem: ApiProblem }
  /** Nobody knows whether it was done: the same key asks again. */
  | { readonly is: 'in-doubt'; readonly problem: ApiProblem | null }
  /** The body can be mended. */
  | { readonly is: 'invalid'; readonly problem: ApiProblem }
  | { readonly is: 'refused'; readonly problem: ApiProblem };

export type Outcome =
  /** null: it found nothing to do. */
  | { readonly is: 'done'; readonly answer: CommandAnswer | null }
  /** One about the same order is under way already: this press was the second of two. */
  | { readonly is: 'under-way' }
  | Failure;

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
export const failureOf = (error: unknown, moved: boolean): Failure => {
  if (isInDoubt(error)) return { is: 'in-doubt', problem: error instanceof ApiProblem ? error : null };
  if (!(error instanceof ApiProblem)) throw error;
  const { status, code } = error;
  if (status === 412 || (status === 409 && moved && MOVED_ON.includes(code))) return { is: 'conflict', problem: error };
  return { is: status === 400 ? 'invalid' : 'refused', problem: error };
};

/** Pauses before a command is sent again by itself, with its key: an API that restarts is there in seconds. */
const AGAIN_AFTER_MS: readonly number[] = [1_000, 3_000];

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Sends, and sends again where nobody answered. */
const persisting = async (attempt: Attempt): Promise<CommandAnswer | null> => {
  for (const wait of AGAIN_AFTER_MS) {
    try {
      return await send(attempt);
    } catch (error) {
      if (!isInDoubt(error)) throw error;
    }
    await pause(wait);
  }
  return send(attempt);
};

/** What is under way at most once: the order, or where there is none what is asked for. */
export const aboutOf = ({ orderId, path }: Pick<Deed, 'orderId' | 'path'>): string => orderId ?? path;

/** @param hasMoved asked after a refusal: whether the order is another one by now than the user saw */
export const runAttempt = async (
  attempt: Attempt,
  hasMoved: () => Promise<boolean> = async () => false,
): Promise<Outcome> => {
  const about = aboutOf(attempt);
  if (isPending(about)) return { is: 'under-way' };
  begin(about, attempt.key);
  try {
    return { is: 'done', answer: await persisting(attempt) };
  } catch (error) {
    return failureOf(error, await hasMoved());
  } finally {
    end(about);
  }
};
