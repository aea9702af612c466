import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { programOf } from '@order-ledger/platform/own-program';
import { ROOT, startPrivateSystem } from '../private-system.ts';
import { interrupted, stoppedAtTheEnd } from './ending.ts';
import { rounded } from './measure.ts';
import { benchOptions, print, progress } from './program.ts';

// What an order leaves behind, by where it is left: the demonstration's lives, from their first request to their end.
const { json, orders } = benchOptions({ orders: 120 });

progress('starting a private system …');
const starting = startPrivateSystem(undefined, { root: ROOT, signal: interrupted, keepsSpans: true });
const stop = stoppedAtTheEnd(async () => {
  const started = await starting.catch(() => undefined);
  await started?.stop();
});
const system = await starting;

const bytesIn = (folder: string): number =>
  readdirSync(join(system.folder, folder), { withFileTypes: true, recursive: true })
    .filter((each) => each.isFile())
    .reduce((sum, each) => sum + statSync(join(each.parentPath, each.name)).size, 0);
/** As they are kept once they are packed. */
const packedIn = (folder: string): number =>
  readdirSync(join(system.folder, folder)).reduce((sum, name) => {
    const content = readFileSync(join(system.folder, folder, name));
    return sum + (name.endsWith('.gz') ? content : gzipSync(content)).length;
  }, 0);

/** With indexes and what is stored beside the rows, by schema and table. */
const tables = async (): Promise<Record<string, number>> => {
  const { rows } = await system.database.query<{ name: string; bytes: string }>(
    `select n.nspname || '.' || c.relname as name, pg_total_relation_size(c.oid) as bytes
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`,
  );
  return Object.fromEntries(rows.map(({ name, bytes }) => [name, Number(bytes)]));
};
const now = async () => ({
  // The ledger is not asked: its file grows by a megabyte at a time.
  uploads: bytesIn('uploads'),
  logs: bytesIn('logs'),
  logs_packed: packedIn('logs'),
  spans: bytesIn('traces'),
  spans_packed: packedIn('traces'),
  ...(await tables()),
});

try {
  const before: Record<string, number> = await now();
  progress(`playing ${orders} orders …`);
  const child = spawn(
    process.execPath,
    [
      programOf('demo'),
      ...['--json', '--orders', String(orders), '--patience', '600'],
      ...['--credentials', system.credentialsFile],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the demonstration ended with ${code}`);
  const after: Record<string, number> = await now();
  const grown = Object.entries(after)
    .map(([name, bytes]) => [name, rounded((bytes - (before[name] ?? 0)) / orders)] as const)
    .filter(([, bytes]) => bytes > 0);
  print({ figures: { orders, bytes_an_order: Object.fromEntries(grown) }, ratios: {} }, json);
} finally {
  await stop();
}
