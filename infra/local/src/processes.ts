/** What a process may be told about its surroundings. */
export interface Surroundings {
  eventStore: string;
  /** The database's address for a role of that name. */
  databases: Readonly<Record<string, string>>;
  redis: string;
  amqp: string;
  jwksFile: string;
  freeTextKeyFile: string;
  cursorSecret: string;
  /** Where models lie. */
  uploadFolder: string;
  /** With which the pricing worker fetches models. */
  modelToken: string;
  /** Base address of another of our processes. */
  urlOf(name: string): string;
}

export interface ProcessDefinition {
  name: string;
  /** The interface's port, or that of health and metrics. */
  port: number;
  /** The Postgres schema that it owns. */
  schema: string;
  env(surroundings: Surroundings): Record<string, string>;
}

/** Every process of ours, in the order in which they start; they stop in the reverse order. */
export const PROCESSES: readonly ProcessDefinition[] = [
  {
    name: 'command-api',
    port: 8081,
    schema: 'command_api',
    env: ({ eventStore, databases, redis, jwksFile, freeTextKeyFile, urlOf }) => ({
      EVENTSTORE_URL: eventStore,
      DATABASE_URL: databases.command_api ?? '',
      REDIS_URL: redis,
      JWKS: jwksFile,
      FREE_TEXT_KEY_FILE: freeTextKeyFile,
      QUERY_API_URL: urlOf('query-api'),
    }),
  },
];
