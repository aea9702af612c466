import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { ensurePrograms } from '@order-ledger/local/packages';
import { ServiceProblem } from '@order-ledger/local/problem';

interface CommandOptions {
  env?: NodeJS.ProcessEnv;
  input?: string;
  /** Exit codes that are answers; 0 alone if absent. */
  answers?: readonly number[];
}

/** What the program printed. @throws ServiceProblem with the end of what it said where it failed */
export const run = async (program: string, args: readonly string[], options: CommandOptions = {}): Promise<string> => {
  const child = spawn(program, args, { env: { ...process.env, ...options.env }, stdio: 'pipe' });
  let [output, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-4_000);
  });
  // A program that ends without reading says why itself.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== null && (options.answers ?? [0]).includes(code)) return output;
  throw new ServiceProblem(
    `${program} ${args[0] ?? ''} failed (${code ?? 'killed'}):\n${said || output.slice(-4_000)}`,
  );
};

/** A program of ours, compiled. */
export const runOurs = (root: string, program: string, args: readonly string[], options?: CommandOptions) =>
  run(process.execPath, [join(root, 'packages', program), ...args], options);

const SSL = ['sslmode', 'sslrootcert', 'sslcert', 'sslkey'];

/** The database for a program of PostgreSQL's: in its environment, because a command line can be read by everybody. */
const connectionOf = (address: string): NodeJS.ProcessEnv => {
  const { hostname, port, username, password, pathname, searchParams } = new URL(address);
  return {
    PGHOST: decodeURIComponent(hostname).replace(/^\[(.*)\]$/, '$1'),
    PGPORT: port === '' ? '5432' : port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...Object.fromEntries(
      SSL.flatMap((name) => {
        const value = searchParams.get(name);
        return value === null ? [] : [[`PG${name.toUpperCase()}`, value]];
      }),
    ),
  };
};

/** pg_dump, pg_restore and the like of the PostgreSQL that `npm start` takes; newer servers refuse older ones of them. */
export const postgresTool = (unpacked: string, report: (line: string) => void) => {
  const { path, env } = ensurePrograms(['postgres'], unpacked, report).postgres;
  return (tool: string, address: string, args: readonly string[]): Promise<string> =>
    run(join(dirname(path), tool), args, { env: { ...env, ...connectionOf(address) } });
};
export type PostgresTool = ReturnType<typeof postgresTool>;
