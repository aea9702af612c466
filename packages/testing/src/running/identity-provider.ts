import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

export interface Account {
  readonly system: string;
  readonly roles: readonly string[];
}

interface IdentityProviderOptions {
  /** Where the page may have its people sent back to. */
  readonly redirectUris: readonly string[];
  /** Where they may go after they have signed out. */
  readonly afterSignOut: readonly string[];
  /** By the name that is typed at the sign-in. */
  readonly accounts: Readonly<Record<string, Account>>;
  /** How long a token is good, seconds: asked for each. */
  readonly lifetimeS: () => number;
}

export const CLIENT_ID = 'dashboard';
const RESOURCE = 'urn:order-ledger';

const configurationFor = (options: IdentityProviderOptions): Configuration => ({
  clients: [
    {
      client_id: CLIENT_ID,
      // A page in a browser keeps no secret.
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code'],
      response_types: ['code'],
      redirect_uris: [...options.redirectUris],
      post_logout_redirect_uris: [...options.afterSignOut],
    },
  ],
  clientBasedCORS: () => true,
  findAccount: (_context, id) =>
    options.accounts[id] === undefined ? undefined : { accountId: id, claims: async () => ({ sub: id }) },
  ttl: { AccessToken: options.lifetimeS, IdToken: 3_600, Session: 3_600, Grant: 3_600, Interaction: 600 },
  extraTokenClaims: (_context, token) => {
    const account = 'accountId' in token ? options.accounts[String(token.accountId)] : undefined;
    return account === undefined ? {} : { kind: 'person', system: account.system, roles: [...account.roles] };
  },
  features: {
    devInteractions: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => RESOURCE,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: '',
        audience: 'order-ledger',
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
    rpInitiatedLogout: { enabled: true },
  },
});

/**
 * A provider of OpenID Connect as others run one, with pages on which anybody is who he says he is. It has its address at
 * once, and answers when it is told what for: it and the page know each other.
 */
export const startIdentityProvider = async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    jwks: `${issuer}/jwks`,
    serve: (options: IdentityProviderOptions): void => {
      const answer = new Provider(issuer, configurationFor(options)).callback();
      server.on('request', (request, response) => void answer(request, response));
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
