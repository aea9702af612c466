import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { FIRST_POSITION } from './log-file.ts';
import { scanLog } from './log-scan.ts';
import { INDEX_DIRECTORY, LOG_FILE, openForReading } from './store.ts';

interface BackupReport {
  readonly events: number;
  readonly bytes: number;
}

/**
 * Copies a data directory, in use or not, to a new one that a server can be started on. Every checksum is verified on
 * the way. The index is copied before the log, so the log holds at least what the index knows.
 */
export const backup = async (directory: string, to: string): Promise<BackupReport> => {
  if (existsSync(to) && readdirSync(to).length > 0)
    throw new Error(`the backup directory ${to} is not empty: name a new one`);
  const { log, index } = openForReading(directory);
  mkdirSync(join(to, INDEX_DIRECTORY), { recursive: true, mode: 0o700 });
  await index.copyTo(join(to, INDEX_DIRECTORY));
  const target = openSync(join(to, LOG_FILE), 'wx', 0o600);
  let bytes = writeSync(target, await log.raw(0, FIRST_POSITION));
  let events = 0;
  await scanLog(log, FIRST_POSITION, (records) => {
    for (const record of records) bytes += writeSync(target, record.bytes);
    events += records.length;
    return undefined;
  });
  fsyncSync(target);
  closeSync(target);
  await index.close();
  log.close();
  return { events, bytes };
};
