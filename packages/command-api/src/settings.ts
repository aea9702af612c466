import { terms } from '@order-ledger/domain/bodies';
import { code } from '@order-ledger/domain/values';
import { orderEventLimit } from '@order-ledger/ledger/appending/event-limit';
import { address, leadsTo } from '@order-ledger/platform/addresses';
import { atOnce, port, readerRoles, standstillLimitMs } from '@order-ledger/platform/config';
import { z } from 'zod';
import { DEFAULT_HOUSE_TERMS } from './partners/plans.ts';

const seconds = () => z.coerce.number().positive();
const jsonTerms = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('must be JSON');
      return z.NEVER;
    }
  })
  .pipe(terms);

/** The variables of command-api, beside those of every process. */
export const settings = z.object({
  PORT: port().default(8081),
  HOST: z.string().default('127.0.0.1'),
  ADMIN_PORT: port().default(9081),
  EVENTSTORE_URL: address('eventstore').meta(leadsTo('eventstore', 'esdb:// address of the ledger')),
  ORDER_EVENT_LIMIT: orderEventLimit(),
  DATABASE_URL: address('postgres').meta(leadsTo('postgres', 'postgres:// address')),
  REDIS_URL: address('redis').optional().meta(leadsTo('redis', 'counts rate limits over all instances')),
  JWKS: z.string().min(1).meta(leadsTo('http', 'public keys of tokens: path of a JWKS file, or its address')),
  JWT_ISSUER: z.string().min(1).default('order-ledger'),
  FREE_TEXT_KEY_FILE: z
    .string()
    .min(1)
    .meta(leadsTo('file', 'file of 32 random bytes that wraps the keys of free texts')),
  QUERY_API_URL: z
    .union([z.literal(''), z.url({ protocol: /^https?$/ })])
    .default('')
    .meta(leadsTo('http', 'base address of the query API; empty: the same origin', 'beside')),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  BODY_LIMIT_BYTES: z.coerce.number().int().positive().default(1_048_576),
  ADDRESS_LIMIT_PER_SECOND: z.coerce.number().int().positive().default(500),
  ...atOnce,
  TOKEN_LIMIT_PER_SECOND: z.coerce.number().int().positive().default(500),
  CARRIERS: z
    .string()
    .default('cdek,dhl,post')
    .transform((text) => text.split(',').map((code) => code.trim()))
    .pipe(z.array(code).min(1)),
  SURPLUS_PERCENT: z.coerce
    .number()
    .min(0)
    .max(1_000)
    .default(10)
    .describe('pieces beyond what is ordered that may be reported without a lead, rounded up'),
  HOUSE_TERMS: jsonTerms.default(DEFAULT_HOUSE_TERMS).describe('terms of orders without a partner, as JSON'),
  CLAIM_PERIOD_S: seconds().default(1_800).describe('how long a claim lasts without a renewal'),
  CLAIM_FROZEN_LIMIT_S: seconds().default(86_400).describe('how long a claim survives a hold or an error'),
  CLAIM_SWEEP_S: seconds().default(5),
  BACKDATING_LIMIT_S: seconds().default(2_592_000).describe('how old the occurred_at of people and partners may be'),
  REMEMBERED_ORDERS_MB: z.coerce
    .number()
    .min(0)
    .max(4_096)
    .default(32)
    .describe('memory for the states of recent orders, MiB; 0: every command reads its order'),
  READER_ROLES: readerRoles(),
  STANDSTILL_LIMIT_MS: standstillLimitMs(),
});
export type Settings = z.infer<typeof settings>;
