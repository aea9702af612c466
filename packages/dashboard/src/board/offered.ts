import type { PageCommand } from '../order/next/commands.ts';

export type Offered = 'yes' | 'not-now' | 'never';

/**
 * Whether a command is offered for several orders at once, by what the API says of them: it is where one takes it, not
 * now where none does, and never where it is not for this caller.
 */
export const offeredFor = (
  command: PageCommand,
  prospects: readonly { readonly command: string; readonly obstacle: object | null }[],
): Offered => {
  const found = prospects.filter((each) => each.command === command);
  if (found.length === 0) return 'never';
  return found.some(({ obstacle }) => obstacle === null) ? 'yes' : 'not-now';
};
