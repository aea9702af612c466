import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Log } from '@order-ledger/platform/log';
import { defineMetrics } from '@order-ledger/platform/metrics';
import type pg from 'pg';
import type { WrappingKeys } from './wrapping-keys.ts';

/** Between two looks at the file, and two words of what is held, milliseconds. */
export const HELD_TOLD_MS = 5_000;
/** Who has said nothing for so long is not at work, seconds. */
const SILENT_S = (HELD_TOLD_MS / 1_000) * 4;

/** For people, who have to find it. */
const instance = `${hostname()}, process ${process.pid}, ${randomUUID().slice(0, 8)}`;

const metrics = defineMetrics({
  held: {
    type: 'gauge',
    name: 'free_text_keys_held',
    help: 'Keys that wrap the keys of free texts; two while one takes the place of the other',
    labels: [],
  },
});

/** Takes the keys that are in the file now, and tells who rotates them which those are. */
export const tellHeld = async (pool: pg.Pool, keys: WrappingKeys, log?: Log): Promise<void> => {
  const before = [...keys.all.keys()].join();
  await keys.readAgain();
  metrics.held.set({}, keys.all.size);
  if ([...keys.all.keys()].join() !== before) log?.info('reloaded the keys of free texts', { count: keys.all.size });
  await pool.query(
    `with silent as (delete from wrapping_key_holder where seen_at < now() - interval '1 hour' and instance <> $1)
     insert into wrapping_key_holder (instance, key_ids) values ($1, $2)
     on conflict (instance) do update set key_ids = excluded.key_ids, seen_at = now()`,
    [instance, [...keys.all.keys()]],
  );
};

/** The instances of command-api at work, each with whether it holds the key. */
export const holdersOf = async (
  pool: pg.Pool,
  keyId: string,
): Promise<readonly { instance: string; holds: boolean }[]> => {
  const { rows } = await pool.query<{ instance: string; holds: boolean }>(
    `select instance, key_ids @> array[$1::text] as holds from wrapping_key_holder
     where seen_at > now() - $2 * interval '1 second' order by instance`,
    [keyId, SILENT_S],
  );
  return rows;
};
