import { parseArgs } from 'node:util';

/** Limits that protect the product from its callers: a load generator is one caller, and is meant to reach the others. */
export const UNLIMITED = {
  ADDRESS_LIMIT_PER_SECOND: '1000000',
  TOKEN_LIMIT_PER_SECOND: '1000000',
  CALLER_LIMIT_PER_SECOND: '1000000',
} as const;

interface Options {
  readonly json: boolean;
  readonly profile: boolean;
  /** Turns of ours and of the reference, one after the other. */
  readonly pairs: number;
  /** Of one turn. */
  readonly seconds: number;
}

/** What every benchmark takes; `npm run bench -- --help` tells of it. */
export const benchOptions = (defaults: { pairs: number; seconds: number }): Options => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      pairs: { type: 'string', default: String(defaults.pairs) },
      seconds: { type: 'string', default: String(defaults.seconds) },
    },
  });
  const figure = (name: 'pairs' | 'seconds'): number => {
    const value = Number(values[name]);
    if (!(value > 0)) throw new Error(`--${name} is a number above 0, not "${values[name]}"`);
    return value;
  };
  return { json: values.json, profile: values.profile, pairs: figure('pairs'), seconds: figure('seconds') };
};

export interface Result {
  readonly figures: Readonly<Record<string, unknown>>;
  readonly ratios: Readonly<Record<string, number>>;
}

export const print = (result: Result, json: boolean): void =>
  void process.stdout.write(`${json ? JSON.stringify(result) : JSON.stringify(result, null, 2)}\n`);

export const progress = (line: string): void => void process.stderr.write(`${line}\n`);
