import { COMMAND_NAMES, type CommandName } from '@order-ledger/domain/bodies';

const kebab = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();

/** Every command by its name in a path: `submit-order` → SubmitOrder. The creation has a route of its own. */
export const COMMAND_BY_SEGMENT: ReadonlyMap<string, CommandName> = new Map(
  COMMAND_NAMES.filter((name) => name !== 'InitiateOrder').map((name) => [kebab(name), name]),
);

/** A claim is safe by itself: an order held by another is always refused with the holder. */
const WITHOUT_PRECONDITION: readonly CommandName[] = [
  'InitiateOrder',
  'ClaimOrder',
  'RenewClaim',
  'ReleaseClaim',
  'ReassignClaim',
  'ExpireClaim',
];
export const asksForPrecondition = (name: CommandName): boolean => !WITHOUT_PRECONDITION.includes(name);
