import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

interface OptionRow {
  readonly name: string;
  readonly value: string;
  readonly help: string;
  readonly fallback?: string;
}

/** Every option, in the order in which --help shows them; those of the server may be given as EVENTSTORE_<NAME>, too. */
const OPTIONS: readonly OptionRow[] = [
  { name: 'data', value: 'DIR', help: 'data directory (made when missing); required' },
  { name: 'host', value: 'ADDRESS', help: 'address to listen on', fallback: '127.0.0.1' },
  { name: 'port', value: 'N', help: 'gRPC port; 0 lets the system choose (see the ready line)', fallback: '2113' },
  { name: 'http-port', value: 'N', help: 'port for /health and /metrics; 0 lets the system choose; none by default' },
  { name: 'tls-cert', value: 'FILE', help: 'certificate chain, PEM; with --tls-key the server speaks TLS only' },
  { name: 'tls-key', value: 'FILE', help: 'private key, PEM' },
  { name: 'username', value: 'NAME', help: 'the one account (needs TLS: without it clients send no credentials)' },
  { name: 'password-file', value: 'FILE', help: "the account's password; or EVENTSTORE_PASSWORD in the environment" },
  {
    name: 'protect',
    value: 'PREFIXES',
    help: 'comma-separated: refuse delete, tombstone and metadata on these streams',
  },
  { name: 'verify', value: '', help: 'read all of the data directory, check it against its index, and exit' },
  { name: 'inspect', value: 'STREAM', help: "print the last events of a stream or of '$all' as JSON lines, and exit" },
  { name: 'count', value: 'N', help: 'how many events --inspect prints', fallback: '20' },
  { name: 'backup', value: 'DIR', help: 'copy the data directory, in use or not, to a new directory, and exit' },
  { name: 'help', value: '', help: 'this text' },
];

export interface Options {
  readonly data: string;
  readonly host: string;
  readonly port: number;
  readonly httpPort: number | undefined;
  readonly tls: { readonly certificate: Buffer; readonly key: Buffer } | undefined;
  readonly account: { readonly username: string; readonly password: string } | undefined;
  readonly protectedPrefixes: readonly string[];
  readonly task:
    | { readonly kind: 'serve' | 'verify' }
    | { readonly kind: 'inspect'; readonly stream: string; readonly count: number }
    | { readonly kind: 'backup'; readonly to: string };
}

export class UsageError extends Error {}

export const HELP = [
  'embedded-eventstore: a single-node event store that speaks the gRPC protocol of EventStoreDB.',
  'For development, tests and one machine; for a cluster use EventStoreDB or KurrentDB.',
  '',
  'Usage: embedded-eventstore --data DIR [options]',
  '',
  ...OPTIONS.map(
    ({ name, value, help, fallback }) =>
      `  ${`--${name} ${value}`.padEnd(24)} ${help}${fallback === undefined ? '' : ` (${fallback})`}`,
  ),
  '',
  'Faults for tests: EVENTSTORE_FAULTS, see the README.',
].join('\n');

const wholeNumber = (name: string, text: string, most: number): number => {
  const n = Number(text);
  if (!/^\d+$/.test(text) || n > most) throw new UsageError(`--${name} ${text}: a whole number from 0 to ${most}`);
  return n;
};

const fileOf = (name: string, path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageError(`--${name} ${path} cannot be read: ${(error as Error).message}`);
  }
};

const PORT = 65_535;

/** Undefined when help was asked for. Throws UsageError. */
export const parseOptions = (args: readonly string[], environment: NodeJS.ProcessEnv): Options | undefined => {
  let given: Record<string, string | boolean | undefined>;
  try {
    given = parseArgs({
      args: [...args],
      strict: true,
      options: Object.fromEntries(
        OPTIONS.map(({ name, value }) => [name, { type: value === '' ? 'boolean' : 'string' } as const]),
      ),
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  if (given.help) return undefined;
  const text = (name: string): string | undefined => {
    const fromArguments = given[name];
    if (typeof fromArguments === 'string') return fromArguments;
    return (
      environment[`EVENTSTORE_${name.toUpperCase().replaceAll('-', '_')}`] ??
      OPTIONS.find((row) => row.name === name)?.fallback
    );
  };

  const data = text('data');
  if (!data) throw new UsageError('--data DIR is required: the folder that holds the events');
  const [certificate, key] = [text('tls-cert'), text('tls-key')];
  if ((certificate === undefined) !== (key === undefined))
    throw new UsageError('--tls-cert and --tls-key belong together');
  const tls =
    certificate !== undefined && key !== undefined
      ? { certificate: fileOf('tls-cert', certificate), key: fileOf('tls-key', key) }
      : undefined;
  const username = text('username');
  const passwordFile = text('password-file');
  const password =
    passwordFile === undefined
      ? environment.EVENTSTORE_PASSWORD
      : fileOf('password-file', passwordFile).toString('utf8').trim();
  if ((username === undefined) !== (password === undefined))
    throw new UsageError('an account needs --username and a password');
  if (username !== undefined && !tls)
    throw new UsageError('an account needs TLS (--tls-cert, --tls-key): without it clients send no credentials');
  const host = text('host') ?? '';
  const httpPort = text('http-port');
  const { inspect, backup } = given;
  return {
    data,
    host,
    port: wholeNumber('port', text('port') ?? '', PORT),
    httpPort: httpPort === undefined ? undefined : wholeNumber('http-port', httpPort, PORT),
    tls,
    account: username !== undefined && password !== undefined ? { username, password } : undefined,
    protectedPrefixes: (text('protect') ?? '').split(',').filter((prefix) => prefix !== ''),
    task: given.verify
      ? { kind: 'verify' }
      : typeof inspect === 'string'
        ? { kind: 'inspect', stream: inspect, count: wholeNumber('count', text('count') ?? '', 1_000_000) }
        : typeof backup === 'string'
          ? { kind: 'backup', to: backup }
          : { kind: 'serve' },
  };
};
