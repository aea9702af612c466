import { CHANGES, type ChangeName, chooseChange } from './changes.ts';
import { choicesOf } from './choices.ts';
import { type Making, makeCommand, makeCreation, makeNext } from './commands.ts';
import type { Message } from './message.ts';
import { makeKeyRequest } from './partner-keys.ts';
import { makeQuery } from './queries.ts';
import type { Site } from './site.ts';
import type { Stock } from './stock.ts';
import { makeUpload } from './uploads.ts';

/** A request as it is made: one that somebody might send, and what is then done to it. */
export interface Input {
  number: number;
  base: Message;
  changes: readonly { name: ChangeName; place: number }[];
}

const KINDS = { command: 50, creation: 6, next: 2, query: 24, upload: 18, partnerKeys: 1 } as const;
const HOW_MANY = { 0: 50, 1: 35, 2: 10, 3: 5 } as const;

/** Of choices that each have a place of their own, so that leaving one out leaves the others as they are. */
const KIND = 0;
const COUNT = 1;
const FIRST_CHANGE = 10;

const MAKERS: Readonly<Record<keyof typeof KINDS, (making: Making) => Message | Promise<Message>>> = {
  command: makeCommand,
  creation: makeCreation,
  next: makeNext,
  query: makeQuery,
  upload: makeUpload,
  partnerKeys: makeKeyRequest,
};

/** The input of this number; the seed says its form, and the stock what it speaks of. */
export const makeInput = async (
  site: Site,
  stock: Stock,
  seed: number,
  number: number,
  tag: string,
): Promise<Input> => {
  const choices = choicesOf(seed, number, KIND);
  const kind = choices.weighed(KINDS);
  const usable = kind === 'command' && stock.orders.length === 0 ? 'creation' : kind;
  const base = await MAKERS[usable]({ site, stock, choices, tag });
  const counted = choicesOf(seed, number, COUNT);
  const changes = Array.from({ length: Number(counted.weighed(HOW_MANY)) }, (_, index) => ({
    name: chooseChange(counted),
    place: FIRST_CHANGE + index,
  }));
  return { number, base, changes };
};

/** The request itself. @param tag replaces that of the input where it is sent once more */
export const messageOf = ({ number, base, changes }: Input, seed: number, credentials: readonly string[]): Message =>
  changes.reduce(
    (message, { name, place }) => CHANGES[name](message, choicesOf(seed, number, place), credentials),
    base,
  );
