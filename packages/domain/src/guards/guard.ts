import type { Asked, AskedOf, Context } from '../command.ts';
import type { GuardCode } from '../refusal.ts';
import type { OrderState } from '../state.ts';

/** `null`: passed. A guard's `invalid` names what the caller can mend in the body (400); a code is a 409. */
export type GuardResult =
  | null
  | { code: GuardCode; text: string; holder?: OrderState['claim'] }
  | { invalid: { pointer: string; text: string }[] };

/** What must be true of the order and the body beside the status and the grant. */
export type Guard = (state: OrderState, command: Asked) => GuardResult;
/** Guards of the creation have no state to look at. */
export type CreationGuard = (command: AskedOf<'InitiateOrder'>) => GuardResult;

/** As the documentation names it: `quote-valid` for quoteValid. */
export const guardName = ({ name }: Guard | CreationGuard): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const no = (code: GuardCode, text: string): GuardResult => ({ code, text });
export const invalid = (pointer: string, text: string): GuardResult => ({ invalid: [{ pointer, text }] });

/**
 * What the shell has gathered for this command; null where it looked and found nothing.
 * @throws when it was not gathered at all: a programming error of the shell, never the caller's
 */
export const gathered = <Key extends keyof Context>(command: Asked, key: Key): NonNullable<Context[Key]> | null => {
  const value = command.context[key];
  if (value === undefined) throw new Error(`${command.command} was decided without context.${key}`);
  return value as NonNullable<Context[Key]> | null;
};

/** A guard serves several commands: it reads the fields that it knows and finds them absent elsewhere. */
export const bodyOf = <Fields>(command: Asked): Partial<Fields> => command.body as Partial<Fields>;
