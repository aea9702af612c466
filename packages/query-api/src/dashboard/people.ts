import { readFileSync } from 'node:fs';
import { type SecretKey, signToken } from '@order-ledger/platform/http/token-signing';
import { z } from 'zod';
import type { SignInSettings } from './sign-in-settings.ts';

const person = z.object({
  id: z.string().regex(/^[A-Za-z0-9._:/-]{1,100}$/),
  name: z.string().min(1),
  system: z.string().min(1),
  roles: z.array(z.string().min(1)).min(1),
});

/** Whom anybody at this machine may sign in as. */
export interface People {
  all: readonly z.infer<typeof person>[];
  /** A token of this person; undefined for nobody of them. */
  signIn(id: string): Promise<{ token: string; expires_at: string } | undefined>;
}

/** @throws when the file of people cannot be read, or does not hold them */
export const createPeople = (settings: Extract<SignInSettings, { kind: 'people' }>): People => {
  const { peopleFile, keyFile, lifetimeS, issuer } = settings;
  const all = z
    .array(person)
    .min(1)
    .parse(JSON.parse(readFileSync(peopleFile, 'utf8')));
  return {
    all,
    signIn: async (id) => {
      const found = all.find((each) => each.id === id);
      if (found === undefined) return undefined;
      const { system, roles } = found;
      // Read anew: it may have been rotated since.
      const key = JSON.parse(readFileSync(keyFile, 'utf8')) as SecretKey;
      const expires = new Date((Math.floor(Date.now() / 1_000) + lifetimeS) * 1_000);
      const token = await signToken(key, { sub: id, kind: 'person', system, roles }, { issuer, expires });
      return { token, expires_at: expires.toISOString() };
    },
  };
};
