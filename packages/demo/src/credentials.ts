import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ACCOUNTS, type Account, PARTS, type Who } from './scenario/who.ts';
import type { Caller } from './world.ts';

const address = z.string().min(1);

/** What `npm start` writes for people and programs at this machine. */
const form = z.object({
  tokens: z.record(z.string(), z.string()),
  operators: z.array(z.string()).min(2),
  partners: z.array(z.object({ partner_id: z.string(), api_key: z.string() })),
  addresses: z.object({ event_store: address, command_api: z.url(), query_api: z.url(), upload_api: z.url() }),
});
export type CredentialsFile = z.infer<typeof form>;

export interface Credentials {
  addresses: CredentialsFile['addresses'];
  /** What goes behind `Authorization: Bearer`. Throws when the file has none for this caller. */
  bearer(caller: Caller): string;
  /** How events name the caller: the token's subject or the partner's id. */
  subject(caller: Caller): string;
  /** Reads whole orders. */
  reader: string;
}

/** A problem that whoever runs the demonstration can mend. */
export class DemoProblem extends Error {
  override readonly name = 'DemoProblem';
}

const OPERATORS: Partial<Record<Who, number>> = { operator: 0, rival: 1 };

const subjectOf = (token: string): string => {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
  return z.object({ sub: z.string() }).parse(JSON.parse(payload)).sub;
};

const wanted = (file: string) =>
  `The demonstration needs a running system: start it with npm start in another terminal and wait for "order-ledger is ready". It writes ${file}.`;

const parsed = (text: string, file: string): CredentialsFile => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new DemoProblem(`${file} is not JSON. ${wanted(file)}`);
  }
  const result = form.safeParse(json);
  if (result.success) return result.data;
  throw new DemoProblem(`${file} does not hold what is needed:\n${z.prettifyError(result.error)}\n${wanted(file)}`);
};

/** @throws DemoProblem when the file is missing or not what npm start writes */
export const readCredentials = async (file: string): Promise<Credentials> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new DemoProblem(`${file} cannot be read (${error.code}). ${wanted(file)}`);
  });
  return credentialsOf(parsed(text, file));
};

export const credentialsOf = ({ tokens, operators, partners, addresses }: CredentialsFile): Credentials => {
  const token = (role: string): string => {
    const found = tokens[role];
    if (found === undefined) throw new DemoProblem(`the credentials hold no token of the role ${role}`);
    return found;
  };
  const partnerKey = (partner_id: string): string => {
    const found = partners.find((partner) => partner.partner_id === partner_id);
    if (found === undefined) throw new DemoProblem(`the credentials hold no key of ${partner_id}`);
    return found.api_key;
  };
  const tokenOf = (who: Who): string => {
    const operator = operators[OPERATORS[who] ?? -1];
    return operator ?? token(PARTS[who] ?? 'store.service');
  };
  const partnerOf = ({ who, account }: { who: Who; account: Account }) =>
    who === 'customer' ? ACCOUNTS[account] : null;
  return {
    addresses,
    bearer: (caller) => {
      const partner = partnerOf(caller);
      return partner === null ? tokenOf(caller.who) : partnerKey(partner);
    },
    subject: (caller) => partnerOf(caller) ?? subjectOf(tokenOf(caller.who)),
    reader: token('ops'),
  };
};
