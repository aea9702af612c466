import { patience } from './patience.ts';
import { problemOf } from './problem.ts';

export interface Person {
  id: string;
  name: string;
  roles: readonly string[];
}

export type SignInWays =
  | { kind: 'people'; people: readonly Person[] }
  | { kind: 'oidc'; authority: string; client_id: string; scope: string };

/** What the page must know before anybody has signed in. */
export interface Site {
  version: string;
  environment: 'development' | 'production';
  plant_time_zone: string;
  sign_in: SignInWays;
  interfaces: Readonly<Record<string, string>>;
}

export const readSite = async (): Promise<Site> => {
  const response = await fetch('/dashboard.json', { signal: patience() });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as Site;
};
