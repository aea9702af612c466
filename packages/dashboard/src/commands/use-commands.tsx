import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { ApiProblem } from '../api/problem.ts';
import type { CommandAnswer, CommandPath, OrderDetail } from '../api/shapes.ts';
import { tell } from '../system/toasts.ts';
import { openConflict } from './conflict.ts';
import { type Deed, type Outcome, runCommand } from './run-command.ts';

export interface Meant<Path extends CommandPath = CommandPath> extends Deed<Path> {
  /** In words, as the button said it. */
  name: string;
  /** What it is done to, in words. */
  about: string;
  onDone?: (answer: CommandAnswer | null) => void;
  /** Whether the order still takes it after it has changed; absent: as long as it is active. */
  stillAllowed?: (order: OrderDetail) => boolean;
}

/** What the API said, with its code: the words are for him, the code for whoever he asks. */
const saying = ({ detail, code }: ApiProblem): string => `${detail} (${code})`;

/** Runs commands and tells what has come of them: done, refused and why, changed meanwhile, or not known yet. */
export const useCommands = () => {
  const t = useTranslations('commands');
  const client = useQueryClient();
  return useCallback(
    async <Path extends CommandPath>(meant: Meant<Path>): Promise<Outcome> => {
      const { name, about, onDone, orderId } = meant;
      const told = (outcome: Outcome): void => {
        switch (outcome.kind) {
          case 'done':
            if (onDone === undefined) tell({ kind: 'done', title: t('done', { name }), says: about });
            else onDone(outcome.answer);
            break;
          case 'refused':
            tell({ kind: 'refused', title: t('refused', { name, about }), says: saying(outcome.problem) });
            break;
          case 'unknown':
            tell({
              kind: 'refused',
              title: t('unknown', { name, about }),
              says: t('unknown-says'),
              deed: { name: t('ask-again'), do: () => void run(outcome.key) },
            });
            break;
          case 'conflict':
            openConflict({ meant, problem: outcome.problem });
        }
      };
      const run = async (key?: string): Promise<Outcome> => {
        const outcome = await runCommand(meant, key);
        told(outcome);
        if (orderId !== undefined) void client.invalidateQueries({ queryKey: ['order', orderId] });
        return outcome;
      };
      return run();
    },
    [client, t],
  );
};
