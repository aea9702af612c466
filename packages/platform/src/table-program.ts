import type pg from 'pg';

interface TableProgram {
  /** By the first word of the command line; the others are its arguments. */
  readonly commands: Readonly<Record<string, (...args: string[]) => Promise<void>>>;
  /** What a person asked that cannot be done: the message is for him. */
  readonly told: readonly (abstract new (
    ...args: never[]
  ) => Error)[];
  /** The process that makes the tables. */
  readonly owner: string;
  /** It is ended. */
  readonly pool: pg.Pool;
}

/** undefined_table, undefined_column, invalid_schema_name */
const NO_TABLES = ['42P01', '42703', '3F000'];

const reasonOf = (error: unknown, { told, owner }: Pick<TableProgram, 'told' | 'owner'>): string => {
  if (told.some((kind) => error instanceof kind)) return (error as Error).message;
  const { code } = error as { code?: string };
  if (code !== undefined && NO_TABLES.includes(code))
    return `The database has no tables for this yet: start ${owner} of this build once, which makes them.`;
  if (!(error instanceof Error)) return String(error);
  // A file, a server and a wrong word say all themselves.
  return code === undefined ? (error.stack ?? error.message) : error.message;
};

/** Runs a program that a person has called to work on the tables of a process; at last it says why it went no further. */
export const runTableProgram = async (program: TableProgram): Promise<void> => {
  const [command = '', ...args] = process.argv.slice(2);
  try {
    await program.commands[command]?.(...args);
  } catch (error) {
    process.stderr.write(`${reasonOf(error, program)}\n`);
    process.exitCode = 1;
  } finally {
    await program.pool.end();
  }
};
