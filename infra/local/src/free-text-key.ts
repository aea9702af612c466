import { existsSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { ServiceProblem } from './problem.ts';

/** Whether a subject's key is wrapped with the key that is not at hand. */
const holdsWrappedKeys = async (databaseUrl: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ found: boolean }>(
      "select to_regclass('command_api.subject_key') is not null as found",
    );
    if (rows[0]?.found !== true) return false;
    const { rowCount } = await client.query(
      'select from command_api.subject_key where wrapped_key is not null limit 1',
    );
    return rowCount === 1;
  } finally {
    await client.end();
  }
};

/**
 * Makes the file of the key that wraps the keys of free texts, where there is none yet.
 *
 * @param secret the key in base64, as `secrets.json` has it; it may have been made just now
 * @param databaseUrl of our database, for command-api's role
 * @throws ServiceProblem where a key would stand in for one that stored texts need
 */
export const ensureFreeTextKey = async (file: string, secret: string, databaseUrl: string): Promise<void> => {
  if (existsSync(file)) return;
  if (await holdsWrappedKeys(databaseUrl))
    throw new ServiceProblem(
      `${file} is missing, and the database holds texts that only its key opens: put it back. A new key would open none of them.`,
    );
  writeFileSync(file, Buffer.from(secret, 'base64'), { mode: 0o600 });
};
