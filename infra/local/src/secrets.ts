import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeSecretJson } from '@order-ledger/platform/secret-file';
import { RIGHTS } from './rights.ts';

export type ProcessSecrets = Readonly<Record<'postgres' | 'redis' | 'rabbitmq' | 'eventStore', string>>;

/** Generated once and kept beside the data that they protect; readable by their owner only. */
export interface Secrets {
  postgres: string;
  redis: string;
  rabbitmq: string;
  eventStore: string;
  /** Of each process, and of each server that has an account for it: a password of its own. */
  processes: Readonly<Record<string, ProcessSecrets>>;
  /** Wraps the subjects' keys of free texts: 32 bytes in base64. */
  freeText: string;
  /** Signs the cursors of lists. */
  cursors: string;
}

const password = (): string => randomBytes(24).toString('base64url');

const ofProcess = (): ProcessSecrets => ({
  postgres: password(),
  redis: password(),
  rabbitmq: password(),
  eventStore: password(),
});

const generated = (): Secrets => ({
  postgres: password(),
  redis: password(),
  rabbitmq: password(),
  eventStore: password(),
  processes: Object.fromEntries(Object.keys(RIGHTS).map((name) => [name, ofProcess()])),
  freeText: randomBytes(32).toString('base64'),
  cursors: password(),
});

export const loadSecrets = (file: string): Secrets => {
  const known: Partial<Secrets> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  // What an older version did not know yet is added; what is there protects data and stays.
  const fresh = generated();
  const secrets = { ...fresh, ...known, processes: { ...fresh.processes, ...known.processes } };
  // Renamed into place: a half-written file would lock the data that is made next.
  writeSecretJson(file, secrets);
  return secrets;
};
