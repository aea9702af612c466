import pg from 'pg';

export interface TestDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
  /** As after a failover or on a full disk: all sessions end, and new ones write nothing. */
  readonly becomeReadOnly: () => Promise<void>;
  /** New sessions write again; those that were read-only stay so. */
  readonly becomeWritable: () => Promise<void>;
}

/** A database of its own on the server of TEST_DATABASE_URL (an account that may create databases). */
export async function createTestDatabase(): Promise<TestDatabase> {
  const admin = process.env.TEST_DATABASE_URL;
  if (admin === undefined) {
    throw new Error(
      'TEST_DATABASE_URL is missing: the address of a private PostgreSQL server, such as postgres://admin:…@127.0.0.1:5432/postgres; `npm test` starts one',
    );
  }
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  await onServer(admin, `create database ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer(admin, `drop database ${name} with (force)`),
    becomeReadOnly: async () => {
      await onServer(admin, `alter database ${name} set default_transaction_read_only = on`);
      await onServer(admin, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    },
    becomeWritable: () => onServer(admin, `alter database ${name} set default_transaction_read_only = off`),
  };
}

async function onServer(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
