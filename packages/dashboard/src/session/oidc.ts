import { InMemoryWebStorage, type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { SignInWays } from '../api/site.ts';
import { enter } from './session.ts';

type Provider = Extract<SignInWays, { kind: 'oidc' }>;

/** Of who is signed in: the provider ends his session there without asking whose it is. In memory, as the token. */
let idToken: string | undefined;

const RETURN_PATH = '/sign-in';

/**
 * Tokens stay in memory; only what a redirect must find again (PKCE's verifier, the state) is kept, until it is back. A
 * window beside the page comes back in another session of the browser, so it is kept for the origin.
 */
const managerOf = ({ authority, client_id, scope }: Provider): UserManager =>
  new UserManager({
    authority,
    client_id,
    scope,
    redirect_uri: `${location.origin}${RETURN_PATH}`,
    popup_redirect_uri: `${location.origin}${RETURN_PATH}`,
    response_type: 'code',
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: localStorage }),
    post_logout_redirect_uri: `${location.origin}${RETURN_PATH}`,
    automaticSilentRenew: false,
  });

const entered = (user: User): void => {
  idToken = user.id_token;
  enter(user.access_token, user.profile.name);
};

/** What others have begun and never come back from is put away. */
const withoutStale = async (manager: UserManager): Promise<UserManager> => {
  await manager.clearStaleState();
  return manager;
};

/** Leaves the page for the provider's, and comes back to `to`. */
export const goToProvider = (provider: Provider, to: string): Promise<void> =>
  withoutStale(managerOf(provider)).then((manager) => manager.signinRedirect({ state: to }));

/** Signs in again in a window of its own: the page behind it keeps what was typed. */
export const signInBeside = async (provider: Provider): Promise<void> => {
  entered(await (await withoutStale(managerOf(provider))).signinPopup());
};

/** Back from the provider: where to go on, or undefined in the window that signed in beside the page. */
export const comeBack = async (provider: Provider): Promise<string | undefined> => {
  const user = await managerOf(provider).signinCallback();
  if (user === undefined) return undefined;
  entered(user);
  return typeof user.state === 'string' ? user.state : '/';
};

/**
 * Leaves the page for the provider's, which ends the session there too and sends back: otherwise whoever takes the tablet
 * next would be signed in as the one before by a press.
 *
 * @returns false where the provider has no such page
 */
export const leaveProvider = async (provider: Provider): Promise<boolean> => {
  const manager = managerOf(provider);
  if ((await manager.metadataService.getEndSessionEndpoint()) === undefined) return false;
  await manager.signoutRedirect(idToken === undefined ? {} : { id_token_hint: idToken });
  return true;
};
