import type { Choices } from './choices.ts';
import { type Message, withHeader } from './message.ts';
import { TEXTS } from './values.ts';

/** A change of a request; the choices are its own, so that it does the same when others beside it are left out. */
export type Change = (message: Message, choices: Choices, credentials: readonly string[]) => Message;

/** What HTTP lets stand in a header: no control characters. */
export const LINES = TEXTS.filter((text) => !/[\p{Cc}]/u.test(text) && text.length < 5_000);

export const header =
  (name: string, values: readonly string[]): Change =>
  (message, choices) =>
    withHeader(message, name, choices.one(values));

export const without =
  (name: string): Change =>
  (message) =>
    withHeader(message, name);
