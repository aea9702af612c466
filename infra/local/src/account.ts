import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ServiceProblem } from './problem.ts';

/** PostgreSQL refuses to run as root: then it runs as user postgres. */
export interface Account {
  /** What a command must be prefixed with to run as this account. */
  prefix: readonly string[];
  own(folder: string): void;
}

const idOf = (flag: '-u' | '-g'): number => {
  const result = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  if (result.status !== 0)
    throw new ServiceProblem(
      'PostgreSQL does not run as root and there is no user postgres: run this as an ordinary user.',
    );
  return Number(result.stdout.trim());
};

export const postgresAccount = (): Account => {
  if (process.getuid?.() !== 0) return { prefix: [], own: () => {} };
  const uid = idOf('-u');
  const gid = idOf('-g');
  return {
    prefix: ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--'],
    own: (folder) => chownSync(folder, uid, gid),
  };
};

/** Where postgres keeps its data when root's clone lies in a folder that it may not enter. */
export const OUTSIDE = '/var/lib/order-ledger';

/**
 * A folder that the account may enter: `wanted` itself, or one below /var/lib/order-ledger with a link at `wanted`.
 */
export const folderFor = (account: Account, wanted: string): string => {
  const [command, ...args] = account.prefix;
  if (command === undefined) {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
    return wanted;
  }
  if (isLink(wanted)) return readlinkSync(wanted);
  const parent = join(wanted, '..');
  if (existsSync(wanted) || spawnSync(command, [...args, 'test', '-x', parent]).status === 0) {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
    account.own(wanted);
    return wanted;
  }
  const outside = join(OUTSIDE, createHash('sha256').update(wanted).digest('hex').slice(0, 16));
  mkdirSync(OUTSIDE, { recursive: true });
  // Whatever the umask says, user postgres must be able to pass through.
  chmodSync(OUTSIDE, 0o755);
  mkdirSync(outside, { recursive: true, mode: 0o700 });
  account.own(outside);
  symlinkSync(outside, wanted);
  return outside;
};

const isLink = (path: string): boolean => {
  try {
    readlinkSync(path);
    return true;
  } catch {
    // Not there, or not a link: both mean that there is nothing to follow.
    return false;
  }
};
