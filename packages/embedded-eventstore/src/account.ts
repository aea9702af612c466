import { createHash, timingSafeEqual } from 'node:crypto';
import { type Metadata, status } from '@grpc/grpc-js';
import { Refusal } from './refusal.ts';

export interface Account {
  readonly username: string;
  readonly password: string;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Answers why a call is refused; undefined for the holder of the account. */
export const authenticator = (account: Account | undefined): ((metadata: Metadata) => Refusal | undefined) => {
  if (!account) return () => undefined;
  const expected = digest(`Basic ${Buffer.from(`${account.username}:${account.password}`).toString('base64')}`);
  return (metadata) => {
    const [given] = metadata.get('authorization');
    if (given === undefined)
      return new Refusal(status.PERMISSION_DENIED, 'no credentials', { exception: 'access-denied' });
    return timingSafeEqual(digest(String(given)), expected)
      ? undefined
      : new Refusal(status.UNAUTHENTICATED, 'unknown user or wrong password');
  };
};
