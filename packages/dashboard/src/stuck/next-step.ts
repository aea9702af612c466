import { isPageCommand, NEXT_IN, type PageCommand } from '../order/next/commands.ts';
import type { StuckOrder } from './verdict-look.ts';

export interface NextStep {
  readonly command: PageCommand;
  /** Roles, and partner: each alone may. */
  readonly by: readonly string[];
}

/** What leads a standing order on, of all that the graph lets somebody do with it; null: nothing that a person sends. */
export const nextStep = ({ status, who_may }: Pick<StuckOrder, 'status' | 'who_may'>): NextStep | null => {
  const wanted = status === null ? [] : (NEXT_IN[status] ?? []);
  for (const command of wanted) {
    const found = who_may.find((each) => each.command === command);
    if (found !== undefined && isPageCommand(command)) return { command, by: found.by };
  }
  return null;
};
