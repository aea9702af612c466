import { Redis } from 'ioredis';

/** First pages of lists say of themselves that they are newer than those that are to come. */
const PAGES = 'order-ledger:read-model:*';

export const forgetPages = async (address: string): Promise<void> => {
  const redis = new Redis(address, { maxRetriesPerRequest: 3 });
  // Each failed attempt is told by the command that waits for it.
  redis.on('error', () => undefined);
  try {
    for await (const keys of redis.scanStream({ match: PAGES, count: 1_000 }))
      if ((keys as string[]).length > 0) await redis.unlink(keys as string[]);
  } finally {
    redis.disconnect();
  }
};
