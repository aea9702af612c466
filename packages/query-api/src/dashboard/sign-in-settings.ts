import { isIPv4, isIPv6 } from 'node:net';
import { ConfigError } from '@order-ledger/platform/config';
import type { Settings } from '../settings.ts';

/** How people sign in on the web page. */
export type SignInSettings =
  | { kind: 'people'; peopleFile: string; keyFile: string; lifetimeS: number; issuer: string }
  | { kind: 'oidc'; authority: string; clientId: string; scope: string };

const isLoopback = (host: string): boolean =>
  host === 'localhost' || (isIPv4(host) && host.startsWith('127.')) || (isIPv6(host) && host === '::1');

type OfSignIn = Pick<
  Settings,
  | 'SIGN_IN_PEOPLE_FILE'
  | 'SIGN_IN_KEY_FILE'
  | 'SIGN_IN_LIFETIME_S'
  | 'OIDC_AUTHORITY'
  | 'OIDC_CLIENT_ID'
  | 'OIDC_SCOPE'
  | 'DASHBOARD_FOLDER'
  | 'HOST'
  | 'TRUSTED_PROXIES'
  | 'JWT_ISSUER'
>;

/**
 * How people sign in, undefined where nobody does.
 *
 * @throws ConfigError for half a sign-in, two of them, a page without one, and people who could be chosen from elsewhere
 */
export const signInSettings = (config: OfSignIn): SignInSettings | undefined => {
  const { SIGN_IN_PEOPLE_FILE: peopleFile, SIGN_IN_KEY_FILE: keyFile, OIDC_AUTHORITY, OIDC_CLIENT_ID } = config;
  const problems: string[] = [];
  const needs = (there: unknown, name: string, missing: unknown, other: string): void => {
    if (there !== undefined && missing === undefined) problems.push(`${other} is missing: ${name} needs it`);
  };
  needs(peopleFile, 'SIGN_IN_PEOPLE_FILE', keyFile, 'SIGN_IN_KEY_FILE');
  needs(keyFile, 'SIGN_IN_KEY_FILE', peopleFile, 'SIGN_IN_PEOPLE_FILE');
  needs(OIDC_AUTHORITY, 'OIDC_AUTHORITY', OIDC_CLIENT_ID, 'OIDC_CLIENT_ID');
  needs(OIDC_CLIENT_ID, 'OIDC_CLIENT_ID', OIDC_AUTHORITY, 'OIDC_AUTHORITY');
  if (peopleFile !== undefined && OIDC_AUTHORITY !== undefined)
    problems.push('SIGN_IN_PEOPLE_FILE and OIDC_AUTHORITY are both set: people sign in one way');
  if (peopleFile !== undefined && !isLoopback(config.HOST))
    problems.push(`SIGN_IN_PEOPLE_FILE is for development: HOST must be a loopback address, and is ${config.HOST}`);
  if (peopleFile !== undefined && config.TRUSTED_PROXIES > 0)
    problems.push('SIGN_IN_PEOPLE_FILE is for development: TRUSTED_PROXIES must be 0');
  if (config.DASHBOARD_FOLDER !== undefined && peopleFile === undefined && OIDC_AUTHORITY === undefined)
    problems.push('DASHBOARD_FOLDER is set: OIDC_AUTHORITY and OIDC_CLIENT_ID say how people sign in');
  if (problems.length > 0) throw new ConfigError(problems);
  if (peopleFile !== undefined && keyFile !== undefined)
    return { kind: 'people', peopleFile, keyFile, lifetimeS: config.SIGN_IN_LIFETIME_S, issuer: config.JWT_ISSUER };
  if (OIDC_AUTHORITY !== undefined && OIDC_CLIENT_ID !== undefined)
    return { kind: 'oidc', authority: OIDC_AUTHORITY, clientId: OIDC_CLIENT_ID, scope: config.OIDC_SCOPE };
  return undefined;
};
