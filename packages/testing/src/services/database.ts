import pg from 'pg';
import { isOfRun, testService } from './shared.ts';

export interface TestDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
  /** As after a failover or on a full disk: all sessions end, and new ones write nothing. */
  readonly becomeReadOnly: () => Promise<void>;
  /** New sessions write again; those that were read-only stay so. */
  readonly becomeWritable: () => Promise<void>;
}

/** What each database of this name holds from its beginning on, such as the tables of a schema. */
export interface Filled {
  readonly name: string;
  /** Done once in a test run: the others are copies. It leaves no session open. */
  readonly fill: (url: string) => Promise<unknown>;
}

/** A database of its own on the server that all test files share. */
export async function createTestDatabase(filled?: Filled): Promise<TestDatabase> {
  const admin = testService('postgres');
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  const url = urlOf(admin, name);
  // On a server that outlives the run a copy could be of what an earlier one has made.
  const copied = filled !== undefined && isOfRun('postgres');
  // Files are copied in half the time that PostgreSQL's own choice, to log each page, takes where nothing is synced.
  const from = copied ? `template ${await templateOf(admin, filled)} strategy file_copy` : '';
  await onServer(admin, `create database ${name} ${from}`);
  if (!copied) await filled?.fill(url);
  return {
    url,
    drop: () => drop(admin, name),
    becomeReadOnly: async () => {
      await onServer(admin, `alter database ${name} set default_transaction_read_only = on`);
      await onServer(admin, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    },
    becomeWritable: () => onServer(admin, `alter database ${name} set default_transaction_read_only = off`),
  };
}

const urlOf = (admin: string, name: string): string => {
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.href;
};

/** Made by the first who asks for it; test files run side by side. */
const templateOf = async (admin: string, { name, fill }: Filled): Promise<string> => {
  const template = `filled_${name}`;
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [template]);
    const { rows } = await client.query('select from pg_database where datname = $1', [template]);
    if (rows.length === 0) {
      // Until it is whole it has another name: whoever fails leaves it to be made anew.
      await client.query(`drop database if exists ${template}_begun with (force)`);
      await client.query(`create database ${template}_begun`);
      await fill(urlOf(admin, `${template}_begun`));
      await client.query(`alter database ${template}_begun rename to ${template}`);
    }
  } finally {
    await client.end();
  }
  return template;
};

/**
 * The server ends a session a moment after its client has ended it, and one that is forced out would still hear of that.
 * So it is not forced at first: Postgres waits up to 5 s for sessions to end.
 */
async function drop(admin: string, name: string): Promise<void> {
  await onServer(admin, `drop database ${name}`).catch((error: unknown) => {
    if (!isInUse(error)) throw error;
    return onServer(admin, `drop database ${name} with (force)`);
  });
}

const isInUse = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '55006';

async function onServer(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
