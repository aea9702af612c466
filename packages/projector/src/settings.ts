import { address, leadsTo } from '@order-ledger/platform/addresses';
import { port, readerRoles, standstillLimitMs } from '@order-ledger/platform/config';
import { z } from 'zod';

const milliseconds = () => z.coerce.number().int().positive();

/** The variables of projector, beside those of every process. */
export const settings = z.object({
  ADMIN_PORT: port().default(9084),
  EVENTSTORE_URL: address('eventstore').meta(leadsTo('eventstore', 'esdb:// address of the ledger')),
  DATABASE_URL: address('postgres').meta(leadsTo('postgres', 'postgres:// address')),
  REDIS_URL: address('redis').optional().meta(leadsTo('redis', 'keeps the first pages of lists')),
  READER_ROLES: readerRoles(),
  BATCH_EVENTS: z.coerce
    .number()
    .int()
    .min(1)
    .max(5_000)
    .default(2_000)
    .describe('events from which on a batch is full'),
  BATCH_LINGER_MS: milliseconds().default(25).describe('how long a batch that is not full waits for more'),
  LAG_LIMIT_MS: milliseconds().default(10_000).describe('behind by more than this, without progress: not ready'),
  STANDSTILL_LIMIT_MS: standstillLimitMs(),
});
export type Settings = z.infer<typeof settings>;
