import { address, leadsTo } from '@order-ledger/platform/addresses';
import { port, readerRoles, standstillLimitMs } from '@order-ledger/platform/config';
import { z } from 'zod';

/** The variables of bridge, beside those of every process. */
export const settings = z.object({
  ADMIN_PORT: port().default(9085),
  EVENTSTORE_URL: address('eventstore').meta(leadsTo('eventstore', 'esdb:// address of the ledger')),
  DATABASE_URL: address('postgres').meta(leadsTo('postgres', 'postgres:// address')),
  AMQP_URL: address('rabbitmq').meta(leadsTo('rabbitmq', 'amqp:// address of RabbitMQ')),
  AMQP_PREFIX: z.string().default('').describe('before all names on the broker, where several systems share it'),
  WINDOW: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(256)
    .describe('messages of one exchange in flight at once'),
  READER_ROLES: readerRoles(),
  STANDSTILL_LIMIT_MS: standstillLimitMs(),
});
