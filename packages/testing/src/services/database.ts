import pg from 'pg';
import { testService } from './shared.ts';

export interface TestDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
  /** As after a failover or on a full disk: all sessions end, and new ones write nothing. */
  readonly becomeReadOnly: () => Promise<void>;
  /** New sessions write again; those that were read-only stay so. */
  readonly becomeWritable: () => Promise<void>;
}

/** A database of its own on the server that all test files share. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const admin = testService('postgres');
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  await onServer(admin, `create database ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => drop(admin, name),
    becomeReadOnly: async () => {
      await onServer(admin, `alter database ${name} set default_transaction_read_only = on`);
      await onServer(admin, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    },
    becomeWritable: () => onServer(admin, `alter database ${name} set default_transaction_read_only = off`),
  };
}

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
