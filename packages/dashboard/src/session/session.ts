import { useSyncExternalStore } from 'react';
import { onRefused, setToken } from '../api/credential.ts';
import { type Claims, claimsOf } from './token.ts';

/** Who is signed in. The token is in memory alone: a reload signs out. */
export type Session =
  | { state: 'out' }
  | { state: 'in'; who: Claims }
  /** The page stays as it is, with what was typed, until the same or another one has signed in. */
  | { state: 'expired'; who: Claims };

/** A timer cannot be set for longer. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

let session: Session = { state: 'out' };
let expiry: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

const become = (next: Session): void => {
  session = next;
  for (const listener of listeners) listener();
};

export const expire = (): void => {
  clearTimeout(expiry);
  setToken(undefined);
  if (session.state === 'in') become({ state: 'expired', who: session.who });
};
onRefused(expire);

/** @param name as the sign-in shows him, where the token names nobody */
export const enter = (token: string, name?: string): void => {
  const claims = claimsOf(token);
  const who = name === undefined ? claims : { ...claims, name };
  setToken(token);
  clearTimeout(expiry);
  expiry = setTimeout(expire, Math.min(LONGEST_TIMER_MS, Math.max(0, who.expiresAt - Date.now())));
  become({ state: 'in', who });
};

export const leave = (): void => {
  clearTimeout(expiry);
  setToken(undefined);
  become({ state: 'out' });
};

/** @returns what ends it */
export const onSession = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const currentSession = (): Session => session;
export const useSession = (): Session => useSyncExternalStore(onSession, currentSession);

/** Who looks at this. Pages stand behind the sign-in, so there is somebody. */
export const useWho = (): Claims => {
  const now = useSession();
  if (now.state === 'out') throw new Error('Nobody is signed in.');
  return now.who;
};
