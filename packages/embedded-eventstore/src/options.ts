import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Account } from './account.ts';

/** Every option, in the order in which --help shows them: what it takes, what it is for, and its value by default. */
const OPTIONS: Readonly<Record<string, readonly [takes: string, help: string, fallback?: string]>> = {
  data: ['DIR', 'data directory (made when missing); required'],
  host: ['ADDRESS', 'address to listen on', '127.0.0.1'],
  port: ['N', 'gRPC port; 0 lets the system choose (see the ready line)', '2113'],
  'http-port': ['N', 'port for /health and /metrics; 0 lets the system choose; none by default'],
  'tls-cert': ['FILE', 'certificate chain, PEM; with --tls-key the server speaks TLS only'],
  'tls-key': ['FILE', 'private key, PEM'],
  username: ['NAME', 'an account that may do everything (needs TLS: without it clients send no credentials)'],
  'password-file': ['FILE', "the account's password; or EVENTSTORE_PASSWORD in the environment"],
  accounts: ['FILE', 'further accounts, a JSON list of username, password, appends (prefixes of streams; [] to read)'],
  protect: ['PREFIXES', 'comma-separated: refuse delete, tombstone and metadata on these streams', ''],
  'commit-timeout': ['MS', 'a unary write is answered within a second of this, stored or not', '10000'],
  verify: ['', 'read all of the data directory, check it against its index, and exit'],
  inspect: ['STREAM', "print the last events of a stream or of '$all' as JSON lines, and exit"],
  count: ['N', 'how many events --inspect prints', '20'],
  backup: ['DIR', 'copy the data directory, in use or not, to a new directory, and exit'],
  help: ['', 'this text'],
};

export const HELP = [
  'embedded-eventstore: a single-node event store that speaks the gRPC protocol of EventStoreDB.',
  'For development, tests and one machine; for a cluster use EventStoreDB or KurrentDB.',
  '',
  'Usage: embedded-eventstore --data DIR [options]',
  '',
  ...Object.entries(OPTIONS).map(
    ([name, [takes, help, fallback]]) =>
      `  ${`--${name} ${takes}`.padEnd(24)} ${help}${fallback ? ` (${fallback})` : ''}`,
  ),
  '',
  'Faults for tests: EVENTSTORE_FAULTS, see the README.',
].join('\n');

export type Options = NonNullable<ReturnType<typeof parseOptions>>;

export class UsageError extends Error {}

/** What was given or stands for it, as text; a flag is 'true'. */
const given = (args: readonly string[]): Readonly<Record<string, string | undefined>> => {
  const options = Object.entries(OPTIONS).map(([name, [takes, , fallback]]) => [
    name,
    { type: takes === '' ? 'boolean' : 'string', ...(fallback !== undefined && { default: fallback }) } as const,
  ]);
  try {
    const { values } = parseArgs({ args: [...args], strict: true, options: Object.fromEntries(options) });
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
};

const wholeNumber = (name: string, text = '', most = 65_535): number => {
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

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isAccount = (value: unknown): value is Account =>
  typeof value === 'object' &&
  value !== null &&
  'username' in value &&
  isText(value.username) &&
  !value.username.includes(':') &&
  'password' in value &&
  isText(value.password) &&
  'appends' in value &&
  Array.isArray(value.appends) &&
  value.appends.every(isText);

/** The accounts of the file, each with its rights: one that lacks them would be one that may do everything. */
const accountsIn = (file: string): Account[] => {
  let listed: unknown;
  try {
    listed = JSON.parse(fileOf('accounts', file).toString('utf8'));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--accounts ${file} is no JSON`);
  }
  if (Array.isArray(listed) && listed.every(isAccount)) return listed;
  throw new UsageError(`--accounts ${file} is no list of accounts, each with username, password and appends`);
};

/** Undefined when help was asked for. Throws UsageError. */
export const parseOptions = (args: readonly string[], environment: NodeJS.ProcessEnv) => {
  const text = given(args);
  if (text.help) return undefined;
  const { data, host = '', username } = text;
  const { 'http-port': httpPort, 'tls-cert': certificate, 'tls-key': key, 'password-file': passwordFile } = text;
  if (!data) throw new UsageError('--data DIR is required: the folder that holds the events');
  if (!certificate !== !key) throw new UsageError('--tls-cert and --tls-key belong together');
  const password = passwordFile
    ? fileOf('password-file', passwordFile).toString('utf8').trim()
    : environment.EVENTSTORE_PASSWORD;
  if (!username !== !password) throw new UsageError('an account needs --username and a password');
  const accounts: Account[] = [
    ...(username && password ? [{ username, password }] : []),
    ...(text.accounts === undefined ? [] : accountsIn(text.accounts)),
  ];
  if (new Set(accounts.map((account) => account.username)).size < accounts.length)
    throw new UsageError('two accounts have one username');
  if (accounts.length > 0 && !certificate)
    throw new UsageError('an account needs TLS (--tls-cert, --tls-key): without it clients send no credentials');
  return {
    data,
    host,
    port: wholeNumber('port', text.port),
    httpPort: httpPort === undefined ? undefined : wholeNumber('http-port', httpPort),
    tls: certificate && key ? { certificate: fileOf('tls-cert', certificate), key: fileOf('tls-key', key) } : undefined,
    accounts,
    protectedPrefixes: (text.protect ?? '').split(',').filter((prefix) => prefix !== ''),
    commitTimeoutMs: wholeNumber('commit-timeout', text['commit-timeout'], 3_600_000),
    verify: text.verify !== undefined,
    inspect: text.inspect,
    count: wholeNumber('count', text.count, 1_000_000),
    backup: text.backup,
  };
};
