/** What the page reads from a token: it shows with it what may be offered; the APIs decide by it. */
export interface Claims {
  subject: string;
  name: string;
  roles: readonly string[];
  expiresAt: number;
}

const decoded = (part: string): unknown => {
  const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );
  return JSON.parse(new TextDecoder().decode(bytes));
};

/** @throws Error where it is no JSON web token with subject and expiry */
export const claimsOf = (token: string): Claims => {
  const part = token.split('.')[1];
  if (part === undefined) throw new Error('The token is no JSON web token.');
  const payload = decoded(part) as Readonly<Record<string, unknown>>;
  const { sub, name, roles, exp } = payload;
  if (typeof sub !== 'string' || typeof exp !== 'number')
    throw new Error('The token names neither subject nor expiry.');
  return {
    subject: sub,
    name: typeof name === 'string' ? name : sub,
    roles: Array.isArray(roles) ? roles.filter((role): role is string => typeof role === 'string') : [],
    expiresAt: exp * 1_000,
  };
};
