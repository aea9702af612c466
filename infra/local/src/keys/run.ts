import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSecretJson } from '@order-ledger/platform/secret-file';
import { ServiceProblem } from '../problem.ts';
import { claimInstance, releaseInstance, runningInstance } from '../single-instance.ts';
import { type Database, type KeyCommand, keyProgram, recordBy } from './command.ts';
import { retireCursorSecret, rotateCursorSecret } from './cursor.ts';
import { listSigningKeys, retireSigningKey, rotateSigningKey } from './signing.ts';

interface KeysOptions extends Database, Omit<KeyCommand, 'record'> {
  /** Base addresses of the interfaces that run here. */
  urls: readonly string[];
  /** Prints what was asked for: a key, a list. */
  print: (text: string) => void;
}

interface PartnerOptions {
  scopes?: string | undefined;
  days?: string | undefined;
}

const known = (data: string): { partner_id: string; api_key: string }[] => {
  const file = join(data, 'partners.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
};

/** What `secrets.json` makes a missing file of must not be what was taken away. */
const keepSecret = (data: string, name: 'freeText' | 'cursors', value: string): void => {
  const file = join(data, 'secrets.json');
  if (existsSync(file)) writeSecretJson(file, { ...JSON.parse(readFileSync(file, 'utf8')), [name]: value });
};

const ownFiles = (data: string) => ({ freeText: join(data, 'free-text.key'), cursors: join(data, 'cursor-secrets') });

const keepFreeTextKey = ({ data, freeTextKeyFile }: KeysOptions): void => {
  if (freeTextKeyFile === ownFiles(data).freeText)
    keepSecret(data, 'freeText', readFileSync(freeTextKeyFile).toString('base64'));
};

const rotateCursors = async (options: KeysOptions & KeyCommand): Promise<void> => {
  const file = cursorFile(options.data);
  const secret = await rotateCursorSecret(options, file);
  if (file === ownFiles(options.data).cursors) keepSecret(options.data, 'cursors', secret);
};

const cursorFile = (data: string): string => process.env.CURSOR_SECRET_FILE || ownFiles(data).cursors;

/** What `npm run keys` does, by its words. */
const COMMANDS: Readonly<
  Record<string, (options: KeysOptions & KeyCommand, names: readonly string[], more: PartnerOptions) => Promise<void>>
> = {
  'signing rotate': async (options) => void (await rotateSigningKey(options)),
  'signing retire': (options, [kid = '']) => retireSigningKey(options, kid),
  'signing list': async ({ data, print }) => listSigningKeys({ data, report: (line) => print(`${line}\n`) }),
  'partner issue': async ({ print, report, ...options }, [partner = ''], { scopes = '', days = '' }) =>
    print(await keyProgram(options, ['issue', partner, scopes, days], report)),
  'partner list': async ({ print, report, ...options }, [partner = '']) =>
    print(await keyProgram(options, ['list', partner], report)),
  'partner revoke': async ({ print, report, ...options }, [keyId = '']) => {
    print(await keyProgram(options, ['revoke', keyId], report));
    report('Every process refuses it with the next request; a stream that is open ends within EVENTS_RECHECK_S.');
    const own = known(options.data).find(({ api_key }) => api_key.startsWith(`pk_${keyId}_`));
    if (own !== undefined) report(`It is the one of ${own.partner_id} in .data: the next npm start gives it another.`);
  },
  'cursor rotate': rotateCursors,
  'cursor retire': (options) => retireCursorSecret(options, cursorFile(options.data)),
  'free-text rotate': async (options) => {
    const { print, report, freeTextKeyFile } = options;
    print(await keyProgram(options, ['free-text'], report));
    keepFreeTextKey(options);
    report(`${freeTextKeyFile} holds the new key alone. Back it up now, apart from the database: npm run backup`);
    report('A backup from before needs the former key, which lies in the folder of its keys.');
  },
  log: async ({ print, report, ...options }) => print(await keyProgram(options, ['log'], report)),
};

/** The names that a command needs, after its words. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'signing retire': ['the KID of a key that no longer signs: npm run keys -- signing list'],
  'partner issue': ['the PARTNER'],
  'partner revoke': ['the KEYID: npm run keys -- partner list'],
};

const optionalNames = (words: string): number => (words === 'partner list' ? 1 : 0);

/** Which command the words are. @throws ServiceProblem that says what there is */
export const commandOf = (words: readonly string[]): { command: string; names: readonly string[] } => {
  const beginning = (each: string): string[] => words.slice(0, each.split(' ').length);
  const command = Object.keys(COMMANDS).find((each) => each === beginning(each).join(' '));
  if (command === undefined)
    throw new ServiceProblem(
      `npm run keys knows ${Object.keys(COMMANDS).join(', ')}; not "${words.join(' ')}". npm run keys -- --help`,
    );
  const names = words.slice(beginning(command).length);
  const wanted = NAMES[command] ?? [];
  if (names.length < wanted.length)
    throw new ServiceProblem(`${command}: name ${wanted.slice(names.length).join(', ')}`);
  if (names.length > wanted.length + optionalNames(command))
    throw new ServiceProblem(`${command} takes nothing more than that: "${names.slice(wanted.length).join(' ')}"`);
  return { command, names };
};

/** One at a time: two that change the same file would each undo the other. */
export const runKeys = async (
  options: KeysOptions,
  words: readonly string[],
  more: PartnerOptions = {},
): Promise<void> => {
  const { command, names } = commandOf(words);
  const pidFile = join(options.data, 'keys.pid');
  const other = runningInstance(pidFile);
  if (other !== null) throw new ServiceProblem(`npm run keys is already running here (process ${other}): wait for it.`);
  claimInstance(pidFile);
  try {
    await COMMANDS[command]?.({ ...options, record: recordBy(options) }, names, more);
  } finally {
    releaseInstance(pidFile);
  }
};
