import { nowhere } from '@order-ledger/platform/address-watch';
import { type AddressKind, address as schemaOf, schemesOf } from '@order-ledger/platform/addresses';
import { ServiceProblem } from './problem.ts';
import type { ServiceName } from './services.ts';

/** Where the environment names a server, that one is used and none is started. */
export const SERVERS: Readonly<Record<ServiceName, { readonly variable: string; readonly kind: AddressKind }>> = {
  postgres: { variable: 'DATABASE_URL', kind: 'postgres' },
  redis: { variable: 'REDIS_URL', kind: 'redis' },
  rabbitmq: { variable: 'AMQP_URL', kind: 'rabbitmq' },
  eventStore: { variable: 'EVENTSTORE_URL', kind: 'eventstore' },
};

/** What processes are handed on, and do without. */
const HANDED_ON: readonly { readonly variable: string; readonly kind: AddressKind }[] = [
  { variable: 'DATABASE_REPLICA_URL', kind: 'postgres' },
  { variable: 'OTEL_EXPORTER_OTLP_ENDPOINT', kind: 'http' },
];

/** What is wrong with the form of an address; null: nothing. */
export const wrongForm = (variable: string, kind: AddressKind, value: string): string | null => {
  if (schemaOf(kind).safeParse(value).success) return null;
  const schemes = schemesOf(kind).map((scheme) => `${scheme}://`);
  return `${variable} is no address: it begins with ${schemes.join(' or ')}`;
};

const faultOf = async (variable: string, kind: AddressKind): Promise<string | null> => {
  const value = process.env[variable];
  if (value === undefined || value === '') return null;
  return wrongForm(variable, kind, value) ?? nowhere({ variable, kind, values: [value] });
};

const faultsOf = async (named: typeof HANDED_ON): Promise<string[]> => {
  const faults = await Promise.all(named.map(({ variable, kind }) => faultOf(variable, kind)));
  return faults.filter((fault) => fault !== null);
};

/**
 * The addresses of the servers that the environment names, each asked before anything is started.
 * @throws ServiceProblem with a line for each that leads nowhere
 */
export const namedServers = async (report: (line: string) => void): Promise<Partial<Record<ServiceName, string>>> => {
  const [faults, others] = await Promise.all([faultsOf(Object.values(SERVERS)), faultsOf(HANDED_ON)]);
  for (const line of others) report(line);
  if (faults.length > 0)
    throw new ServiceProblem(
      `${faults.join('\n')}\nName a server that runs, or unset the variable: then npm start runs one of its own.`,
    );
  return Object.fromEntries(
    Object.entries(SERVERS).flatMap(([name, { variable }]) => {
      const address = process.env[variable];
      return address === undefined || address === '' ? [] : [[name, address]];
    }),
  );
};
