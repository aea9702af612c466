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
}

const password = (): string => randomBytes(24).toString('base64url');

export const loadSecrets = (file: string): Secrets => {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const secrets: Secrets = {
    postgres: password(),
    redis: password(),
    rabbitmq: password(),
    eventStore: password(),
    roles: password(),
    freeText: randomBytes(32).toString('base64'),
  };
  // Renamed into place: a half-written file would lock the data that is made next.
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
};
