import { isPageCommand, NEXT_IN, type PageCommand } from '../order/next/commands.ts';
import type { StuckOrder } from './verdict-look.ts';

export interface NextStep {
  readonly command: PageCommand;
  /** Roles, and partner: each alone may. */
  readonly by: readonly string[];
}

/** What a cause asks for, where that is not what usually leads the order's status on. */
const BY_CAUSE: Readonly<Record<string, PageCommand>> = {
  'payment-missing': 'RecordPayment',
  'quote-unanswered': 'AcceptQuote',
  'quote-expired': 'RequestPriceRecalculation',
  'nobody-claims': 'ClaimOrder',
  'claim-left': 'ClaimOrder',
  'claim-held': 'ReassignClaim',
};

/** Causes for which what usually leads on would be refused. */
const NOT_AS_USUAL: readonly string[] = ['quote-expired'];

/** What leads a standing order on, of all that the graph lets somebody do with it; null: nothing that a person sends. */
export const nextStep = ({
  status,
  cause,
  who_may,
}: Pick<StuckOrder, 'status' | 'cause' | 'who_may'>): NextStep | null => {
  const asked = BY_CAUSE[cause];
  const usual = status === null || NOT_AS_USUAL.includes(cause) ? [] : (NEXT_IN[status] ?? []);
  for (const command of asked === undefined ? usual : [asked, ...usual]) {
    const found = who_may.find((each) => each.command === command);
    if (found !== undefined && isPageCommand(command)) return { command, by: found.by };
  }
  return null;
};
