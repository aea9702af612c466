import { isInDoubt, newKey, send } from '../api/commands.ts';
import { ApiProblem } from '../api/problem.ts';
import type { CommandAnswer, CommandBody, CommandPath } from '../api/shapes.ts';
import { begin, end, isPending } from './pending.ts';

/** A command as somebody meant it by one press. */
export interface Deed<Path extends CommandPath = CommandPath> {
  path: Path;
  orderId?: string;
  body: CommandBody<Path>;
  /** The version that he saw; absent where the command is safe without. */
  seenVersion?: number | undefined;
}

export type Outcome =
  | { kind: 'done'; answer: CommandAnswer | null }
  /** The order has changed since he looked. */
  | { kind: 'conflict'; problem: ApiProblem }
  | { kind: 'refused'; problem: ApiProblem }
  /** Not known whether it was done: the same key asks again. */
  | { kind: 'unknown'; key: string }
  /** The same is under way already: this press was the second of two. */
  | { kind: 'under-way' };

const outcomeOf = (error: unknown, key: string): Outcome => {
  if (isInDoubt(error)) return { kind: 'unknown', key };
  if (!(error instanceof ApiProblem)) throw error;
  return { kind: error.status === 412 ? 'conflict' : 'refused', problem: error };
};

/** @param key of the press that meant it first; a new one for a new press */
export const runCommand = async <Path extends CommandPath>(deed: Deed<Path>, key = newKey()): Promise<Outcome> => {
  const about = deed.orderId ?? deed.path;
  if (isPending(about)) return { kind: 'under-way' };
  begin(about, key);
  try {
    return { kind: 'done', answer: await send({ ...deed, key }) };
  } catch (error) {
    return outcomeOf(error, key);
  } finally {
    end(about);
  }
};
