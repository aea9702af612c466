import { SCHEMA as COMMAND_API } from '@order-ledger/command-api/schema';
import { createPool } from '@order-ledger/platform/postgres';
import { keepingLog } from '../lines.ts';
import { createTestDatabase } from '../services/database.ts';
import { tokenMaker } from '../tokens.ts';
import { commandApiTables } from './command-api-tables.ts';
import { issueKey } from './partner-keys.ts';
import { type TusClient, tusClient } from './tus-client.ts';
import {
  freshFolder,
  removeFolder,
  type StartOptions,
  startUploadProcess,
  type UploadProcess,
} from './upload-process.ts';

const PARTNERS = `
  insert into plan (plan, terms, burst_per_second, sustained_per_minute) values ('test', '{}', 1000, 10000);
  insert into partner (partner_id, plan) values ('acme', 'test'), ('globex', 'test')`;

export interface UploadsOptions extends Pick<StartOptions, 'env' | 'fileLimitKib'> {
  /** Made as roles that may log in by their own name, for the time of the test, and allowed to read. */
  roles?: string[];
}

/** The process over a real database with two partners, and senders of every kind. */
export const startUploads = async (options: UploadsOptions = {}) => {
  const database = await createTestDatabase(commandApiTables);
  const tokens = await tokenMaker();
  const folder = await freshFolder();
  const { log } = keepingLog();
  const pool = createPool({
    connectionString: database.url,
    applicationName: 'upload-api test',
    name: `test-${crypto.randomUUID()}`,
    log,
    searchPath: COMMAND_API,
  });
  await pool.query(PARTNERS);
  const key = (partner: string) => issueKey(pool, partner);

  const { roles = [] } = options;
  for (const role of roles) await pool.query(`create role ${role} login password '${role}'`);
  const start = (): Promise<UploadProcess> =>
    startUploadProcess({
      database: database.url,
      folder,
      jwks: tokens.jwks,
      ...options,
      // All callers of a test are one, and a fast machine asks oftener than people do.
      env: {
        READER_ROLES: roles.join(','),
        CALLER_LIMIT_PER_SECOND: '100000',
        ADDRESS_LIMIT_PER_SECOND: '100000',
        ...options.env,
      },
    });
  let running = await start();

  const client = (credential: string): TusClient => tusClient(running.url, credential);
  const token = (roles: string[], kind: 'service' | 'person' = 'service') =>
    // Good for longer than any test file takes.
    tokens.token({ kind, roles, sub: 'a-test', exp: Math.floor(Date.now() / 1_000) + 3_600 });
  return {
    database: database.url,
    folder,
    pool,
    tokens,
    process: () => running,
    url: () => running.url,
    adminUrl: () => running.adminUrl,
    client,
    token,
    key,
    store: async () => client(await token(['store.service'])),
    partner: async (name: 'acme' | 'globex') => client(await key(name)),
    /** The model as the pricing worker gets it. */
    model: async (sha256: string) =>
      fetch(`${running.url}/v1/models/${sha256}`, {
        headers: { Authorization: `Bearer ${await token(['pricing.worker'])}` },
      }),
    /** Ends the process as told and starts it again over the same database and folder. */
    restart: async (signal: NodeJS.Signals = 'SIGTERM') => {
      await running.end(signal);
      running = await start();
    },
    kill: () => running.end('SIGKILL'),
    startAgain: async () => {
      running = await start();
    },
    close: async () => {
      const code = await running.end();
      for (const role of roles) await pool.query(`drop owned by ${role}; drop role ${role}`);
      await pool.end();
      await tokens.remove();
      await database.drop();
      await removeFolder(folder);
      return code;
    },
  };
};

export type RunningUploads = Awaited<ReturnType<typeof startUploads>>;
