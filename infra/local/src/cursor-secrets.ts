import { existsSync } from 'node:fs';
import { writeSecret } from '@order-ledger/platform/secret-file';

/** As query-api reads it: the first signs, each is taken. */
export const writeCursorSecrets = (file: string, secrets: readonly string[]): void =>
  writeSecret(file, `${secrets.join('\n')}\n`);

/** @param secret of an installation that has no file yet */
export const ensureCursorSecrets = (file: string, secret: string): void => {
  if (!existsSync(file)) writeCursorSecrets(file, [secret]);
};
