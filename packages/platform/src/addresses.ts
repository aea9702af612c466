import { z } from 'zod';

/** One place that an address leads to. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
}

/** Who should answer at an address, and how that is seen without an account. */
interface Kind {
  readonly who: string;
  /** Each scheme with its usual port. */
  readonly ports: Readonly<Record<string, number>>;
  readonly tls: (scheme: string, query: URLSearchParams) => boolean;
  /** What is said first; the server's first bytes show what it is. */
  readonly hello: (host: string) => Buffer;
  readonly answers: (first: Buffer) => boolean;
}

const TLS_SCHEMES: ReadonlySet<string> = new Set(['rediss', 'amqps', 'https']);
const byScheme = (scheme: string): boolean => TLS_SCHEMES.has(scheme);
const PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';
const NO_SETTINGS = [0, 0, 0, 4, 0, 0, 0, 0, 0];

export const ADDRESS_KINDS = {
  postgres: {
    who: 'PostgreSQL',
    ports: { postgres: 5432, postgresql: 5432 },
    // Whatever follows, it begins with a question in the clear: SSLRequest.
    tls: () => false,
    hello: () => Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]),
    answers: (first) => ['S', 'N', 'E'].includes(first.toString('latin1', 0, 1)),
  },
  redis: {
    who: 'Redis',
    ports: { redis: 6379, rediss: 6379 },
    tls: byScheme,
    hello: () => Buffer.from('PING\r\n'),
    answers: (first) => ['+', '-'].includes(first.toString('latin1', 0, 1)),
  },
  rabbitmq: {
    who: 'RabbitMQ',
    ports: { amqp: 5672, amqps: 5671 },
    tls: byScheme,
    hello: () => Buffer.from([...Buffer.from('AMQP'), 0, 0, 9, 1]),
    answers: (first) => first[0] === 1 || first.toString('latin1', 0, 4) === 'AMQP',
  },
  eventstore: {
    who: 'event store',
    ports: { esdb: 2113, 'esdb+discover': 2113, kurrentdb: 2113, 'kurrentdb+discover': 2113 },
    tls: (_scheme, query) => query.get('tls')?.toLowerCase() !== 'false',
    // HTTP/2, as gRPC speaks it: the server's first frame is its settings.
    hello: () => Buffer.concat([Buffer.from(PREFACE), Buffer.from(NO_SETTINGS)]),
    answers: (first) => first[3] === 4,
  },
  http: {
    who: 'HTTP server',
    ports: { http: 80, https: 443 },
    tls: byScheme,
    hello: (host) => Buffer.from(`HEAD / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    answers: (first) => first.toString('latin1', 0, 5) === 'HTTP/',
  },
} as const satisfies Record<string, Kind>;

export type AddressKind = keyof typeof ADDRESS_KINDS;
export const kindOf = (kind: AddressKind): Kind => ADDRESS_KINDS[kind];

const ADDRESS = /^([a-z][a-z0-9+]*):\/\/(?:[^/?#]*@)?([^/?#]*)([^#]*)/i;
const HOST = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::(\d{1,5}))?$/i;

export const schemesOf = (kind: AddressKind): string[] => Object.keys(kindOf(kind).ports);

const readAs = (kind: AddressKind, address: string) => {
  const [, given = '', hosts = '', rest = ''] = ADDRESS.exec(address) ?? [];
  const scheme = given.toLowerCase();
  const port = kindOf(kind).ports[scheme];
  return port === undefined ? undefined : { scheme, port, hosts, query: new URLSearchParams(rest.split('?')[1] ?? '') };
};

/**
 * Where an address leads: nowhere that could be asked where it names a socket of this machine, or a name behind which the
 * client looks for servers itself.
 */
export const endpointsOf = (kind: AddressKind, address: string): Endpoint[] => {
  const read = readAs(kind, address);
  if (read === undefined || read.scheme.endsWith('+discover')) return [];
  const tls = kindOf(kind).tls(read.scheme, read.query);
  return read.hosts.split(',').flatMap((each) => {
    const [, host, port] = HOST.exec(each) ?? [];
    if (host === undefined || host.includes('%')) return [];
    return [{ host: host.replace(/^\[|\]$/g, ''), port: port === undefined ? read.port : Number(port), tls }];
  });
};

/** The value of a variable that holds an address of this kind; a list of them has a comma between each two. */
export const address = (kind: AddressKind) =>
  z.string().refine((value) => readAs(kind, value) !== undefined, {
    error: `must begin with ${schemesOf(kind)
      .map((scheme) => `${scheme}://`)
      .join(' or ')}`,
  });

/** Of a variable, for `meta`: where it leads; `beside` where whoever answers there is started together with the process. */
export const leadsTo = (kind: AddressKind | 'file', description: string, beside?: 'beside') => ({
  description,
  // Accounts stand in addresses, in those of HTTP by mistake alone.
  ...(kind === 'http' || kind === 'file' ? {} : { secret: true }),
  leadsTo: kind,
  beside: beside !== undefined,
});
