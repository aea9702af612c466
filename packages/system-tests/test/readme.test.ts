import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { PROCESSES } from '@order-ledger/local/processes';
import { platformSettings } from '@order-ledger/platform/config';
import { SETTINGS, type Variable } from './support/settings.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The text under a heading of the README, up to the next of its level. */
const section = (heading: string): string => {
  const [, after] = README.split(`\n## ${heading}\n`);
  if (after === undefined) throw new Error(`the README has no section "${heading}"`);
  return after.split('\n## ')[0] ?? '';
};

/** Where the README says something else in place of the value. */
const NOT_A_VALUE: Readonly<Record<string, string>> = {
  ADMIN_PORT: 'see above',
  PORT: 'see above',
  HOUSE_TERMS: 'see `plans.ts`',
};
const NONE = '–';

/** What a variable is when it is not set, as the README writes it. */
const defaultOf = (name: string, schema: Variable): string => {
  if (NOT_A_VALUE[name] !== undefined) return NOT_A_VALUE[name];
  const unset = schema.safeParse(undefined);
  if (!unset.success) return 'required';
  const text = String(unset.data ?? '');
  return text === '' ? NONE : text;
};

const line = (process: string, name: string, value: string): string => `${process} ${name} ${value}`;

const variablesOf = (process: string): string[] =>
  Object.entries({ ...SETTINGS[process]?.shape, ...platformSettings.shape }).map(([name, schema]) =>
    line(process, name, defaultOf(name, schema)),
  );

/** The same out of the table: a row holds one or several variables, their defaults in the same order, and whose. */
const variablesInReadme = (): string[] =>
  [...section('Configuration').matchAll(/^\| (`[A-Z][^|]*) \| ([^|]*) \| ([^|]*) \|/gm)].flatMap(
    ([, names = '', values = '', whose = '']) => {
      const variables = names.split(', ').map((name) => name.replaceAll('`', ''));
      const defaults = variables.length === 1 ? [values] : values.split(', ');
      if (defaults.length !== variables.length) throw new Error(`${names} have ${values} as defaults`);
      const processes = whose === 'all' ? Object.keys(SETTINGS) : whose.split(', ');
      return processes.flatMap((process) => variables.map((name, i) => line(process, name, defaults[i] ?? '')));
    },
  );

describe('the README', () => {
  it('names every variable of every process with its default, and none that does not exist', () => {
    const wanted = Object.keys(SETTINGS).flatMap(variablesOf);
    expect(variablesInReadme().sort()).toEqual(wanted.sort());
  });

  it('names every process with the ports that npm start gives it', () => {
    const rows = [...README.matchAll(/^\| \[([a-z-]+)\]\([^)]*\) \| (\d+|–) \| (\d+) \|/gm)];
    const named = rows.map(([, name = '', port, adminPort]) => ({
      name,
      port: port === NONE ? undefined : Number(port),
      adminPort: Number(adminPort),
    }));
    expect(named).toEqual(PROCESSES.map(({ name, port, adminPort }) => ({ name, port, adminPort })));
    for (const { name, port, adminPort } of named) {
      const { PORT, ADMIN_PORT } = SETTINGS[name]?.shape ?? {};
      expect([PORT?.safeParse(undefined).data, ADMIN_PORT?.safeParse(undefined).data]).toEqual([port, adminPort]);
    }
  });

  it('is short enough to be read', () => {
    expect(README.split('\n').length).toBeLessThanOrEqual(220);
  });
});
