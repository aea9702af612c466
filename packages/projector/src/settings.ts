import { port, readerRoles, standstillLimitMs } from '@order-ledger/platform/config';
import { z } from 'zod';

const milliseconds = () => z.coerce.number().int().positive();

/** The variables of projector, beside those of every process. */
export const settings = z.object({
  ADMIN_PORT: port().default(9084),
  EVENTSTORE_URL: z.string().min(1).meta({ secret: true, description: 'esdb:// address of the ledger' }),
  DATABASE_URL: z.string().min(1).meta({ secret: true, description: 'postgres:// address' }),
  REDIS_URL: z.string().min(1).optional().meta({ secret: true, description: 'keeps the first pages of lists' }),
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
