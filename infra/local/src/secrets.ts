import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Generated once and kept beside the data that they protect; readable by their owner only. */
export interface Secrets {
  postgres: string;
  redis: string;
  rabbitmq: string;
  eventStore: string;
  /** Password of each process's own Postgres role. */
  roles: string;
  /** Wraps the subjects' keys of free texts: 32 bytes in base64. */
  freeText: string;
  /** Signs the cursors of lists. */
  cursors: string;
}

const password = (): string => randomBytes(24).toString('base64url');

const generated = (): Secrets => ({
  postgres: password(),
  redis: password(),
  rabbitmq: password(),
  eventStore: password(),
  roles: password(),
  freeText: randomBytes(32).toString('base64'),
  cursors: password(),
});

export const loadSecrets = (file: string): Secrets => {
  const known: Partial<Secrets> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  // What an older version did not know yet is added; what is there protects data and stays.
  const secrets = { ...generated(), ...known };
  // Renamed into place: a half-written file would lock the data that is made next.
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
};
