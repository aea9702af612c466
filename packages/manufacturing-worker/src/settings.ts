import { orderEventLimit } from '@order-ledger/ledger/appending/event-limit';
import { address, leadsTo } from '@order-ledger/platform/addresses';
import { port, readerRoles, standstillLimitMs } from '@order-ledger/platform/config';
import { z } from 'zod';

/** The variables of the manufacturing worker, beside those of every process. */
export const settings = z.object({
  ADMIN_PORT: port().default(9088),
  EVENTSTORE_URL: address('eventstore').meta(leadsTo('eventstore', 'esdb:// address of the ledger')),
  ORDER_EVENT_LIMIT: orderEventLimit(),
  DATABASE_URL: address('postgres').meta(leadsTo('postgres', 'postgres:// address')),
  AMQP_URL: address('rabbitmq').meta(leadsTo('rabbitmq', 'amqp:// address of RabbitMQ')),
  AMQP_PREFIX: z.string().default('').describe('before all names on the broker, where several systems share one'),
  PREFETCH: z.coerce.number().int().positive().default(8).describe('orders that are planned at once'),
  SWEEP_MS: z.coerce
    .number()
    .int()
    .positive()
    .default(15_000)
    .describe('how often orders that were held, or left by a crash, are looked at again'),
  OVERLOOKED_AFTER_MS: z.coerce
    .number()
    .int()
    .positive()
    .default(60_000)
    .describe('how long a message may take until its order is looked at'),
  READER_ROLES: readerRoles(),
  STANDSTILL_LIMIT_MS: standstillLimitMs(),
});
export type Settings = z.infer<typeof settings>;
