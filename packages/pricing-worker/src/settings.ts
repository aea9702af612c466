import { orderEventLimit } from '@order-ledger/ledger/appending/event-limit';
import { address, leadsTo } from '@order-ledger/platform/addresses';
import { port, readerRoles, standstillLimitMs } from '@order-ledger/platform/config';
import { z } from 'zod';

const milliseconds = () => z.coerce.number().int().positive();
const seconds = () => z.coerce.number().positive();
const megabytes = () => z.coerce.number().int().positive();

/** The variables of pricing-worker, beside those of every process. */
export const settings = z.object({
  ADMIN_PORT: port().default(9087),
  EVENTSTORE_URL: address('eventstore').meta(leadsTo('eventstore', 'esdb:// address of the ledger')),
  ORDER_EVENT_LIMIT: orderEventLimit(),
  DATABASE_URL: address('postgres').meta(leadsTo('postgres', 'postgres:// address')),
  AMQP_URL: address('rabbitmq').meta(leadsTo('rabbitmq', 'amqp:// address')),
  AMQP_PREFIX: z.string().default('').describe('before all names on the broker, where several systems share it'),
  UPLOAD_API_URL: z.url({ protocol: /^https?$/ }).meta(leadsTo('http', 'where models are fetched from', 'beside')),
  MODEL_TOKEN: z.string().min(1).optional().describe('bearer token of role pricing.worker'),
  MODEL_TOKEN_FILE: z
    .string()
    .min(1)
    .optional()
    .meta(leadsTo('file', 'file that holds the token; read again for each model')),
  SLOTS: z.coerce.number().int().min(1).max(64).default(2).describe('calculations at once in this process'),
  CALCULATION_MEMORY_MB: megabytes().default(2_048).describe('a calculation that takes more is ended'),
  CALCULATION_LIMIT_S: seconds().default(2_700).describe('a calculation that takes longer is never tried again'),
  LEASE_MS: milliseconds().default(60_000),
  HEARTBEAT_MS: milliseconds().default(10_000),
  RECONCILE_MS: milliseconds().default(60_000),
  OVERLOOKED_AFTER_MS: milliseconds()
    .default(60_000)
    .describe('how long a message may take until its order is looked at'),
  INFRA_RETRY_MS: milliseconds()
    .default(240_000)
    .describe('least first wait after trouble around a job; it doubles, so that five attempts take an hour'),
  DRAIN_MS: z.coerce.number().int().min(0).default(15_000).describe('time for running calculations to end at a stop'),
  READER_ROLES: readerRoles(),
  STANDSTILL_LIMIT_MS: standstillLimitMs(),
});
export type Settings = z.infer<typeof settings>;
