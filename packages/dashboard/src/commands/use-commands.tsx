import { useCallback } from 'react';
import { useMessages, useTranslations } from 'use-intl';
import type { ApiProblem } from '../api/problem.ts';
import type { CommandAnswer, CommandPath } from '../api/shapes.ts';
import type { PageCommand } from '../order/next/commands.ts';
import { tell } from '../system/toasts.ts';
import { type Attempt, type Deed, type Outcome, press } from './attempt.ts';
import { openConflict } from './conflict.ts';
import { useAttempts } from './use-attempts.ts';

export interface Meant<Path extends CommandPath = CommandPath> extends Deed<Path> {
  /** As the order's prospects name it. */
  command: PageCommand;
  /** In words, as the button said it. */
  name: string;
  /** What it is done to, in words. */
  about: string;
  onDone?: (answer: CommandAnswer | null) => void;
  /** Codes of refusals that are not told: whoever means it deals with them himself. */
  untold?: readonly string[];
}

/** What the API said, with its code: the words are for him, the code for whoever he asks. */
const saying = ({ detail, code }: ApiProblem): string => `${detail} (${code})`;

/** Runs commands and tells in a corner what has come of them: done, refused and why, changed meanwhile, or not known. */
export const useCommands = () => {
  const t = useTranslations('commands');
  const help: Readonly<Record<string, string | undefined>> = useMessages().refusalHelp ?? {};
  const run = useAttempts();
  return useCallback(
    async <Path extends CommandPath>(meant: Meant<Path>): Promise<Outcome> => {
      const { name, about, onDone, untold = [] } = meant;
      const told = (outcome: Outcome, attempt: Attempt): void => {
        switch (outcome.is) {
          case 'done':
            if (onDone === undefined) tell({ kind: 'done', title: t('done', { name }), says: about });
            else onDone(outcome.answer);
            break;
          case 'invalid':
          case 'refused':
            if (untold.includes(outcome.problem.code)) return;
            tell({
              kind: 'refused',
              title: t('refused', { name, about }),
              says:
                outcome.problem.status === 401
                  ? t('signed-out')
                  : [saying(outcome.problem), help[outcome.problem.code] ?? ''].join(' ').trim(),
            });
            break;
          case 'in-doubt':
            tell({
              kind: 'refused',
              title: t('unknown', { name, about }),
              says: t('unknown-says'),
              deed: { name: t('ask-again'), do: () => void go(attempt) },
            });
            break;
          case 'conflict':
            openConflict(meant as Meant);
        }
      };
      const go = async (attempt: Attempt): Promise<Outcome> => {
        const outcome = await run(attempt);
        told(outcome, attempt);
        return outcome;
      };
      return go(press(meant as Deed));
    },
    [run, t, help],
  );
};
