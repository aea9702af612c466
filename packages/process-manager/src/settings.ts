import { orderEventLimit } from '@order-ledger/ledger/appending/event-limit';
import { address, leadsTo } from '@order-ledger/platform/addresses';
import { port, readerRoles, standstillLimitMs } from '@order-ledger/platform/config';
import { z } from 'zod';

const THIRTY_DAYS_S = 2_592_000;
const seconds = () => z.coerce.number().positive();
const milliseconds = () => z.coerce.number().int().min(0);

/** The variables of the process manager, beside those of every process. */
export const settings = z.object({
  ADMIN_PORT: port().default(9086),
  EVENTSTORE_URL: address('eventstore').meta(leadsTo('eventstore', 'esdb:// address of the ledger')),
  ORDER_EVENT_LIMIT: orderEventLimit(),
  DATABASE_URL: address('postgres').meta(leadsTo('postgres', 'postgres:// address')),
  QUOTE_EXPIRY_S: seconds()
    .default(THIRTY_DAYS_S)
    .describe('from the end of a quote’s validity until an order that nobody answered is cancelled'),
  UNPAID_EXPIRY_S: seconds()
    .default(THIRTY_DAYS_S)
    .describe('from the acceptance of a quote until an order that nobody paid is cancelled'),
  DRAFT_EXPIRY_S: z.coerce
    .number()
    .min(0)
    .default(THIRTY_DAYS_S)
    .describe('from when a draft was last worked on until it is cancelled; 0: drafts stay'),
  TIMER_GRACE_MS: milliseconds().default(60_000).describe('how long all must have been ready before a timer fires'),
  TIMER_SWEEP_MS: z.coerce.number().int().positive().default(5_000),
  READY_URLS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((url) => url.trim())
        .filter((url) => url !== ''),
    )
    .pipe(z.array(z.url({ protocol: /^https?$/ })))
    .meta(
      leadsTo(
        'http',
        'readiness addresses of the processes through which people act, separated by commas: no timer fires while one is not ready',
        'beside',
      ),
    ),
  READER_ROLES: readerRoles(),
  STANDSTILL_LIMIT_MS: standstillLimitMs(),
});
export type Settings = z.infer<typeof settings>;
