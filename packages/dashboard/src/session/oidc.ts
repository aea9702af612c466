import { InMemoryWebStorage, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { SignInWays } from '../api/site.ts';
import { enter } from './session.ts';

type Provider = Extract<SignInWays, { kind: 'oidc' }>;

const RETURN_PATH = '/sign-in';

/** Tokens stay in memory; only what a redirect must find again (PKCE's verifier, the state) is kept, until it is back. */
const managerOf = ({ authority, client_id, scope }: Provider): UserManager =>
  new UserManager({
    authority,
    client_id,
    scope,
    redirect_uri: `${location.origin}${RETURN_PATH}`,
    popup_redirect_uri: `${location.origin}${RETURN_PATH}`,
    response_type: 'code',
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: false,
  });

/** Leaves the page for the provider's, and comes back to `to`. */
export const goToProvider = (provider: Provider, to: string): Promise<void> =>
  managerOf(provider).signinRedirect({ state: to });

/** Signs in again in a window of its own: the page behind it keeps what was typed. */
export const signInBeside = async (provider: Provider): Promise<void> => {
  const user = await managerOf(provider).signinPopup();
  enter(user.access_token, user.profile.name);
};

/** Back from the provider: where to go on, or undefined in the window that signed in beside the page. */
export const comeBack = async (provider: Provider): Promise<string | undefined> => {
  const user = await managerOf(provider).signinCallback();
  if (user === undefined) return undefined;
  enter(user.access_token, user.profile.name);
  return typeof user.state === 'string' ? user.state : '/';
};
