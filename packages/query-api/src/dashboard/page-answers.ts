import { z } from 'zod';

const signInByPeople = z.strictObject({
  kind: z.literal('people'),
  people: z.array(z.strictObject({ id: z.string(), name: z.string(), roles: z.array(z.string()) })),
});
const signInByOidc = z.strictObject({
  kind: z.literal('oidc'),
  authority: z.string(),
  client_id: z.string(),
  scope: z.string(),
});

/** What the web page has to know before anybody has signed in. */
export const pageSettings = z.strictObject({
  version: z.string(),
  environment: z.enum(['development', 'production']).describe('development: anybody may sign in as anybody'),
  plant_time_zone: z.string().describe('where the parts are made, as Europe/Moscow'),
  sign_in: z.discriminatedUnion('kind', [signInByPeople, signInByOidc]),
  interfaces: z.record(z.string(), z.string()).describe('the OpenAPI document of each, by its path here'),
});
export type PageSettings = z.infer<typeof pageSettings>;

export const signInBody = z.strictObject({ person: z.string().min(1).max(100) });

export const signInAnswer = z.strictObject({
  token: z.string(),
  expires_at: z.iso.datetime().describe('a new one has to be asked for before'),
});
