import { jsonBody } from '@order-ledger/platform/http/json-body';
import { ProblemError } from '@order-ledger/platform/http/problem';
import type { Route } from '@order-ledger/platform/http/route';
import type { RequestHandler } from 'express';
import { isFromHere } from './loopback.ts';
import { type PageSettings, signInBody } from './page-answers.ts';
import type { People } from './people.ts';
import type { SignInSettings } from './sign-in-settings.ts';

export interface SignInOptions {
  version: string;
  plantTimeZone: string;
  /** How people sign in; without it these routes do not exist. */
  signIn: Extract<SignInSettings, { kind: 'oidc' }> | { kind: 'people'; people: People } | undefined;
  /** The OpenAPI document of each interface that answers at this origin, by its path here. */
  interfaces: Readonly<Record<string, string>>;
}

const absent = () => new ProblemError(404, 'unknown-route', 'There is nothing at this address.');

const settingsFor = (options: SignInOptions): PageSettings | undefined => {
  const { version, plantTimeZone, signIn, interfaces } = options;
  if (signIn === undefined) return undefined;
  return {
    version,
    environment: signIn.kind === 'people' ? 'development' : 'production',
    plant_time_zone: plantTimeZone,
    sign_in:
      signIn.kind === 'people'
        ? { kind: 'people', people: signIn.people.all.map(({ id, name, roles }) => ({ id, name, roles })) }
        : { kind: 'oidc', authority: signIn.authority, client_id: signIn.clientId, scope: signIn.scope },
    interfaces,
  };
};

/** A body has one value. */
const MOST_VALUES = 10;

/** What the page asks before anybody has signed in, and the sign-in of development. */
export const signInRoutes = (options: SignInOptions): readonly Route[] => {
  const settings = settingsFor(options);
  const people = options.signIn?.kind === 'people' ? options.signIn.people : undefined;
  const tell: RequestHandler = (request, response) => {
    // The people are told to whom may sign in as them.
    if (settings === undefined || (people !== undefined && !isFromHere(request))) throw absent();
    response.set('Cache-Control', 'no-store').json(settings);
  };
  const signIn: RequestHandler = async (request, response) => {
    if (people === undefined || !isFromHere(request)) throw absent();
    const { person } = signInBody.parse(jsonBody(request, MOST_VALUES) ?? {});
    const signedIn = await people.signIn(person);
    if (signedIn === undefined) throw new ProblemError(404, 'unknown-person', 'Nobody here has this id.');
    response.set('Cache-Control', 'no-store').json(signedIn);
  };
  return [
    { method: 'GET', path: '/dashboard.json', access: 'public', handlers: [tell] },
    { method: 'POST', path: '/dashboard/sign-in', access: 'public', handlers: [signIn] },
  ];
};
