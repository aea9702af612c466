import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROCESSES } from '@order-ledger/local/processes';
import { platformSettings } from '@order-ledger/platform/config';
import { type PrivateSystem, startPrivateSystem } from '../src/private-system.ts';
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

const PATIENCE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'upload-api': { QUICK_ANSWER_MS: '60000' },
  'query-api': { MIN_VERSION_WAIT_MS: '60000' },
};

describe('an order’s life in the README', () => {
  let system: PrivateSystem;
  let folder: string;
  beforeAll(async () => {
    // The lines wait as a person does; what the system waits for by itself is given the time of a slow machine.
    system = await startPrivateSystem((name) => PATIENCE[name] ?? {});
    // Where a reader stands: in the clone, with the credentials that npm start wrote.
    folder = mkdtempSync(join(tmpdir(), 'order-ledger-readme-'));
    symlinkSync(dirname(system.surroundings.jwksFile), join(folder, '.data'));
    symlinkSync(join(ROOT, 'packages'), join(folder, 'packages'));
  }, 600_000);
  afterAll(async () => {
    await system.stop();
    rmSync(folder, { recursive: true });
  }, 300_000);

  it('runs from creation to closing as it stands there, and is read back', async () => {
    const blocks = [...section("An order's life").matchAll(/^```bash\n(.*?)^```$/gms)].map(([, text]) => text);
    const script = `${blocks.join('\n')}\necho "$ORDER"`;
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: folder,
      timeout: 400_000,
      encoding: 'utf8',
    });
    const said = stdout.trim().split('\n');
    const order = said.at(-1) ?? '';
    expect(said.at(-2)).toBe('WAITING_PAYMENT');
    const refusals = said.filter((text) => text.includes('urn:order-ledger:problem:'));
    expect(refusals.map((text) => JSON.parse(text).code)).toEqual(['illegal-transition']);
    expect(JSON.parse(refusals[0] ?? '').allowed_transitions).not.toEqual([]);
    const { rows } = await system.database.query('select status from read_model_1.order_row where order_id = $1', [
      order,
    ]);
    expect(rows).toEqual([{ status: 'CLOSED' }]);
  }, 450_000);
});
