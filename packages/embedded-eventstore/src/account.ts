import { createHash, timingSafeEqual } from 'node:crypto';
import { type Metadata, status } from '@grpc/grpc-js';
import type { Refused } from './outcome.ts';
import { accessDenied, Refusal } from './refusal.ts';
import type { Write } from './write.ts';

export interface Account {
  readonly username: string;
  readonly password: string;
  /** Beginnings of the names of streams to which it may append, and do nothing else; absent: it may do everything. */
  readonly appends?: readonly string[];
}

/** Where there are no accounts. */
const ANYBODY: Account = { username: '', password: '' };

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whose call it is. Throws a Refusal for everyone but the holders of the accounts. */
export const authenticator = (accounts: readonly Account[]): ((metadata: Metadata) => Account) => {
  if (accounts.length === 0) return () => ANYBODY;
  const known = accounts.map((account) => ({
    account,
    expected: digest(`Basic ${Buffer.from(`${account.username}:${account.password}`).toString('base64')}`),
  }));
  return (metadata) => {
    const [given] = metadata.get('authorization');
    if (given === undefined) throw accessDenied('no credentials');
    const asked = digest(String(given));
    const found = known.find(({ expected }) => timingSafeEqual(asked, expected));
    if (found === undefined) throw new Refusal(status.UNAUTHENTICATED, 'unknown user or wrong password');
    return found.account;
  };
};

/** Why the account may not write this; everybody may read. */
export const beyondRights = ({ username, appends }: Account, { kind, stream }: Write): Refused | undefined => {
  if (appends === undefined) return undefined;
  if (kind === 'append' && appends.some((start) => stream.startsWith(start))) return undefined;
  const may =
    appends.length === 0 ? 'only read' : `only read, and append to streams that begin with ${appends.join(', ')}`;
  return { kind: 'denied', reason: `${username} may ${may}` };
};
