import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor, Role } from '@order-ledger/domain/grants';
import { loadSigningKey, OPERATORS, roleHolder, TOKEN_HOLDERS, type TokenHolder } from '@order-ledger/local/tokens';
import type { PrivateSystem } from '../private-system.ts';

export interface Caller {
  name: string;
  /** The value of the header; null: none. */
  authorization: string | null;
  /** Who is taken for it; null: nobody, so that it must be refused. */
  actor: Actor | null;
}

interface CredentialsFile {
  tokens: Record<string, string>;
  partners: { partner_id: string; api_key: string }[];
}

const actorOf = ({ role, sub, kind, carrier }: TokenHolder): Actor => ({
  id: sub,
  kind,
  roles: [role as Role],
  ...(carrier === undefined ? {} : { carrier }),
});

const withPayload = (token: string, change: (payload: Record<string, unknown>) => Record<string, unknown>): string => {
  const [head, payload = '', signature] = token.split('.');
  const changed = change(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  return [head, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
};
const unsigned = (token: string): string =>
  [Buffer.from('{"alg":"none"}').toString('base64url'), token.split('.')[1], ''].join('.');

/** Everybody who may come, by name, and what is no credential. */
export const callersOf = async ({ credentialsFile, folder, dependencies }: PrivateSystem): Promise<Caller[]> => {
  const { tokens, partners } = JSON.parse(readFileSync(credentialsFile, 'utf8')) as CredentialsFile;
  const { sign } = await loadSigningKey(join(folder, 'signing-key.json'), dependencies.jwksFile);
  const bearer = (name: string, token: string, actor: Actor | null): Caller => ({
    name,
    authorization: `Bearer ${token}`,
    actor,
  });
  const holders = TOKEN_HOLDERS.map((holder) => bearer(holder.role, tokens[holder.role] ?? '', actorOf(holder)));
  const operators = await Promise.all(
    OPERATORS.map(async (holder) => bearer(holder.sub, await sign(holder), actorOf(holder))),
  );
  const otherCarrier = { ...roleHolder('carrier.adapter'), sub: 'carrier-dhl', carrier: 'dhl' };
  const keys = partners.map(({ partner_id, api_key }) =>
    bearer(partner_id, api_key, { id: partner_id, kind: 'partner', roles: [], partner_id }),
  );
  const ops = tokens.ops ?? '';
  const key = partners[0]?.api_key ?? '';
  const none = (name: string, authorization: string | null): Caller => ({ name, authorization, actor: null });
  return [
    ...holders,
    ...operators,
    bearer('another carrier', await sign(otherCarrier), actorOf(otherCarrier)),
    ...keys,
    none('nobody', null),
    none('an empty header', ''),
    none('a bearer of nothing', 'Bearer '),
    none('a basic credential', 'Basic b3BzOm9wcw=='),
    none('two credentials', `Bearer ${ops}, Bearer ${ops}`),
    none('an expired token', `Bearer ${await sign(roleHolder('ops'), '1 hour ago')}`),
    none(
      'a token of another role by its payload',
      `Bearer ${withPayload(tokens.analyst ?? '', (payload) => ({ ...payload, roles: ['admin'] }))}`,
    ),
    none('an unsigned token', `Bearer ${unsigned(ops)}`),
    none('a token without its end', `Bearer ${ops.slice(0, -9)}`),
    none('a token of text', 'Bearer not.a.token'),
    none('a long token', `Bearer ${'x'.repeat(7_000)}`),
    none('a key of another secret', `Bearer ${key.slice(0, -2)}xy`),
    none('a key of nobody', 'Bearer pk_nobody_0123456789abcdef'),
    none('a key without a secret', 'Bearer pk_x_'),
    none('a key that tries SQL', "Bearer pk_a'or'1'='1_0123456789abcdef"),
    none('a key in another script', 'Bearer pk_ключ_0123456789abcdef'),
  ];
};
