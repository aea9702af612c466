import { ADDRESS_CHANGES } from './address-changes.ts';
import { BODY_CHANGES } from './body-changes.ts';
import type { Change } from './change.ts';
import type { Choices } from './choices.ts';
import { FRAMING_CHANGES } from './framing-changes.ts';
import { HEADER_CHANGES } from './header-changes.ts';

/** What is wrong with requests, by name. Each is a sort of fault that was seen somewhere. */
export const CHANGES = {
  ...BODY_CHANGES,
  ...FRAMING_CHANGES,
  ...HEADER_CHANGES,
  ...ADDRESS_CHANGES,
} as const satisfies Record<string, Change>;

export type ChangeName = keyof typeof CHANGES;
const CHANGE_NAMES = Object.keys(CHANGES) as ChangeName[];

/** How often each is made; 1 where nothing stands. What reaches deep is made often, what nearly always fails alike seldom. */
const WEIGHTS: Partial<Record<ChangeName, number>> = {
  'body: one place': 14,
  'body: numeral': 2,
  'body: long': 0.3,
  'body: a bomb': 0.1,
  'body: many keys': 0.2,
  'body: deep': 0.4,
  credential: 6,
  'a length too long': 0.3,
  'a length that is none': 0.3,
  'length and chunks': 0.3,
  'a coding of transfer': 0.3,
  'cut off': 0.6,
  'a method that is none': 0.3,
  'no host': 0.2,
  host: 0.5,
  'a control character in a header': 0.2,
  'path: raw': 0.4,
  'target: star': 0.2,
  method: 2,
  'long headers': 0.3,
  'if-match': 2,
  'query: strange': 2,
};

export const chooseChange = (choices: Choices): ChangeName =>
  choices.weighed(
    Object.fromEntries(CHANGE_NAMES.map((name) => [name, WEIGHTS[name] ?? 1])) as Record<ChangeName, number>,
  );
