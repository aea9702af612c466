import { ServiceProblem } from './problem.ts';

/** What a process may be told about its dependencies. */
export interface Dependencies {
  /** Addresses for an account that may do everything; each process is told those for its own. */
  eventStore: string;
  /** The database's address for a role of that name. */
  databases: Readonly<Record<string, string>>;
  redis: string;
  amqp: string;
  jwksFile: string;
  freeTextKeyFile: string;
  cursorSecretFile: string;
  /** Where the web page is built; absent: none is served. */
  dashboardFolder: string | undefined;
  /** Whom anybody at this machine may sign in as on the web page, and the key that signs their tokens. */
  peopleFile: string;
  signingKeyFile: string;
  /** Where models lie. */
  uploadFolder: string;
  /** Holds the token with which the pricing worker fetches models. */
  modelTokenFile: string;
  /** Base address of another of our processes that has an interface. */
  urlOf(name: string): string;
  /** The same of each process for its operators. */
  operatorUrlOf(name: string): string;
  /** Where the lines of all processes go, and their spans. */
  logFolder: string;
  spanFolder: string;
}

/** Where a process listens. */
export interface Ports {
  /** Of its interface, where it has one. */
  port?: number;
  /** For operators: health by name, metrics. */
  adminPort: number;
}

/** Base address of a process of this machine for its operators. */
export const adminUrl = (adminPort: number): string => `http://127.0.0.1:${adminPort}`;

export interface ProcessDefinition extends Ports {
  name: string;
  /** Its role in Postgres, and the schema that it owns. */
  schema: string;
  /** Makes schemas beside its own: each version of the read model has one. */
  createsSchemas?: true;
  env(dependencies: Dependencies): Record<string, string>;
}

const database = ({ databases }: Dependencies, role: string): Record<string, string> => ({
  DATABASE_URL: databases[role] ?? '',
});

/** Every process of ours, in the order in which they stop: who takes work first, so that the others finish it. */
export const PROCESSES: readonly ProcessDefinition[] = [
  {
    name: 'command-api',
    port: 8081,
    adminPort: 9081,
    schema: 'command_api',
    env: (around) => ({
      ...database(around, 'command_api'),
      EVENTSTORE_URL: around.eventStore,
      REDIS_URL: around.redis,
      JWKS: around.jwksFile,
      FREE_TEXT_KEY_FILE: around.freeTextKeyFile,
      QUERY_API_URL: around.urlOf('query-api'),
      READER_ROLES: 'query_api,upload',
    }),
  },
  {
    name: 'query-api',
    port: 8082,
    adminPort: 9082,
    schema: 'query_api',
    env: (around) => ({
      ...database(around, 'query_api'),
      REDIS_URL: around.redis,
      JWKS: around.jwksFile,
      CURSOR_SECRET_FILE: around.cursorSecretFile,
      DASHBOARD_FOLDER: around.dashboardFolder ?? '',
      COMMAND_API_URL: around.urlOf('command-api'),
      UPLOAD_API_URL: around.urlOf('upload-api'),
      SIGN_IN_PEOPLE_FILE: around.peopleFile,
      SIGN_IN_KEY_FILE: around.signingKeyFile,
      LOG_FOLDER: around.logFolder,
      SPAN_FOLDER: around.spanFolder,
      PROCESS_URLS: PROCESSES.map(({ name }) => `${name}=${around.operatorUrlOf(name)}`).join(','),
    }),
  },
  {
    name: 'upload-api',
    port: 8083,
    adminPort: 9083,
    schema: 'upload',
    env: (around) => ({
      ...database(around, 'upload'),
      JWKS: around.jwksFile,
      UPLOAD_FOLDER: around.uploadFolder,
      READER_ROLES: 'command_api,query_api',
    }),
  },
  {
    name: 'projector',
    adminPort: 9084,
    schema: 'read_model',
    createsSchemas: true,
    env: (around) => ({
      ...database(around, 'read_model'),
      EVENTSTORE_URL: around.eventStore,
      REDIS_URL: around.redis,
      READER_ROLES: 'query_api,command_api,process_manager',
    }),
  },
  {
    name: 'bridge',
    adminPort: 9085,
    schema: 'messaging',
    env: (around) => ({
      ...database(around, 'messaging'),
      EVENTSTORE_URL: around.eventStore,
      AMQP_URL: around.amqp,
      READER_ROLES: 'query_api,command_api',
    }),
  },
  {
    name: 'process-manager',
    adminPort: 9086,
    schema: 'process_manager',
    env: (around) => ({
      ...database(around, 'process_manager'),
      EVENTSTORE_URL: around.eventStore,
      READY_URLS: ['command-api', 'query-api'].map((name) => `${around.urlOf(name)}/health/ready`).join(','),
      READER_ROLES: 'query_api,command_api',
    }),
  },
  {
    name: 'pricing-worker',
    adminPort: 9087,
    schema: 'pricing',
    env: (around) => ({
      ...database(around, 'pricing'),
      EVENTSTORE_URL: around.eventStore,
      AMQP_URL: around.amqp,
      UPLOAD_API_URL: around.urlOf('upload-api'),
      MODEL_TOKEN_FILE: around.modelTokenFile,
      READER_ROLES: 'query_api,command_api',
    }),
  },
  {
    name: 'manufacturing-worker',
    adminPort: 9088,
    schema: 'production',
    env: (around) => ({
      ...database(around, 'production'),
      EVENTSTORE_URL: around.eventStore,
      AMQP_URL: around.amqp,
      READER_ROLES: 'query_api',
    }),
  },
];

/**
 * The names in a list that commas separate, in the order of the processes.
 * @throws ServiceProblem that names what is no process, and what there is
 */
export const processesIn = (option: string, list: string): string[] => {
  const names = list.split(',').map((name) => name.trim());
  const all = PROCESSES.map(({ name }) => name);
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined)
    throw new ServiceProblem(`${option}: there is no process "${unknown}", but ${all.join(', ')}`);
  return all.filter((name) => names.includes(name));
};
