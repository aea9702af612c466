import type { Command, CommandOf, Context } from '../command.ts';
import type { GuardCode } from '../refusal.ts';
import type { OrderState } from '../state.ts';

/** `null`: passed. A guard's `invalid` names what the caller can mend in the body (400); a code is a 409. */
export type GuardResult =
  | null
  | { code: GuardCode; text: string; holder?: OrderState['claim'] }
  | { invalid: { pointer: string; text: string }[] };

export type Guard = (state: OrderState, command: Command) => GuardResult;
/** Guards of the creation have no state to look at. */
export type CreationGuard = (command: CommandOf<'InitiateOrder'>) => GuardResult;

export const no = (code: GuardCode, text: string): GuardResult => ({ code, text });
export const invalid = (pointer: string, text: string): GuardResult => ({ invalid: [{ pointer, text }] });

/**
 * What the shell has gathered for this command; null where it looked and found nothing.
 * @throws when it was not gathered at all: a programming error of the shell, never the caller's
 */
export const gathered = <Key extends keyof Context>(command: Command, key: Key): NonNullable<Context[Key]> | null => {
  const value = command.context[key];
  if (value === undefined) throw new Error(`${command.command} was decided without context.${key}`);
  return value as NonNullable<Context[Key]> | null;
};

/** A guard serves several commands: it reads the fields that it knows and finds them absent elsewhere. */
export const bodyOf = <Fields>(command: Command): Partial<Fields> => command.body as Partial<Fields>;
