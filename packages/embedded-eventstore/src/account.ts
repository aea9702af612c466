import { createHash, timingSafeEqual } from 'node:crypto';
import { type Metadata, status } from '@grpc/grpc-js';
import { accessDenied, Refusal } from './refusal.ts';

export interface Account {
  readonly username: string;
  readonly password: string;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Throws a Refusal for everyone but the holder of the account. */
export const authenticator = (account: Account | undefined): ((metadata: Metadata) => void) => {
  if (!account) return () => {};
  const expected = digest(`Basic ${Buffer.from(`${account.username}:${account.password}`).toString('base64')}`);
  return (metadata) => {
    const [given] = metadata.get('authorization');
    if (given === undefined) throw accessDenied('no credentials');
    if (!timingSafeEqual(digest(String(given)), expected))
      throw new Refusal(status.UNAUTHENTICATED, 'unknown user or wrong password');
  };
};
