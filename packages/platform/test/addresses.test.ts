import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { nowhere, watchAddresses } from '@order-ledger/platform/address-watch';
import { ADDRESS_KINDS, type AddressKind, address, endpointsOf } from '@order-ledger/platform/addresses';
import { keepingLog } from '@order-ledger/testing/lines';
import { testService } from '@order-ledger/testing/services/shared';
import { until } from '@order-ledger/testing/waiting';

/** A server of each kind that runs. */
const SERVERS: Readonly<Record<Exclude<AddressKind, 'http'>, string>> = {
  postgres: testService('postgres'),
  redis: testService('redis'),
  rabbitmq: testService('rabbitmq'),
  eventstore: testService('eventStore'),
};
const SCHEME: Readonly<Record<AddressKind, string>> = {
  ...{ postgres: 'postgres', redis: 'redis', rabbitmq: 'amqp', eventstore: 'esdb', http: 'http' },
};
const KINDS = Object.keys(ADDRESS_KINDS) as AddressKind[];
const TLS_OFF = { eventstore: '?tls=false' } as Partial<Record<AddressKind, string>>;
const at = (kind: AddressKind, place: string): string =>
  `${SCHEME[kind]}://jane:secretpw@${place}${TLS_OFF[kind] ?? ''}`;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const listening = async (server: Server, port = 0): Promise<number> => {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bound = server.address();
  return typeof bound === 'object' && bound !== null ? bound.port : 0;
};

const asked = (kind: AddressKind, value: string) => nowhere({ variable: 'SOME_URL', kind, values: [value] });

it.each(Object.entries(SERVERS))('hears a server of its kind without an account: %s', async (kind, url) => {
  expect(await asked(kind as AddressKind, url)).toBeNull();
});

describe.each(KINDS)('an address of %s', (kind) => {
  it.each(Object.entries(SERVERS).filter(([other]) => other !== kind))(
    'that leads to a server of another kind is told as such: %s',
    async (other, url) => {
      const [{ host, port } = { host: '', port: 0 }] = endpointsOf(other as AddressKind, url);
      const line = await asked(kind, at(kind, `${host}:${port}`));
      expect([
        `SOME_URL leads nowhere: what answers at ${host}:${port} is no ${ADDRESS_KINDS[kind].who}`,
        // It waits for the rest of what it takes for a line of its own.
        `SOME_URL leads nowhere: ${host}:${port} says nothing within 3000 ms`,
      ]).toContain(line);
    },
  );

  it('at which nobody listens, or whose host has no address, is told with the reason and without a secret', async () => {
    const gone = createServer();
    const port = await listening(gone);
    await new Promise((resolve) => gone.close(resolve));
    expect(await asked(kind, at(kind, `127.0.0.1:${port}`))).toBe(
      `SOME_URL leads nowhere: connect ECONNREFUSED 127.0.0.1:${port}`,
    );
    const unknown = await asked(kind, at(kind, 'nobody.invalid:80'));
    expect(unknown).toMatch(/^SOME_URL leads nowhere: getaddrinfo (ENOTFOUND|EAI_AGAIN) nobody\.invalid$/);
  });

  it('at which somebody accepts and says nothing, or closes at once, is told', async () => {
    const silent = await listening(createServer());
    expect(await asked(kind, at(kind, `127.0.0.1:${silent}`))).toMatch(/says nothing within \d+ ms$/);
    const closing = await listening(createServer((socket) => socket.destroy()));
    expect(await asked(kind, at(kind, `127.0.0.1:${closing}`))).toMatch(/ leads nowhere: /);
  });

  it('is refused by the configuration where it is none', () => {
    for (const value of ['nonsense', 'ftp://a', '127.0.0.1:5432', ''])
      expect(address(kind).safeParse(value).success).toBe(false);
    expect(address(kind).safeParse(at(kind, 'a.example:1')).success).toBe(true);
  });
});

it('tells where TLS is asked of a server that speaks none', async () => {
  const [{ port } = { port: 0 }] = endpointsOf('redis', SERVERS.redis);
  expect(await asked('redis', `rediss://127.0.0.1:${port}`)).toMatch(/ leads nowhere: /);
});

it.each([
  ['esdb://u:p@a:1,b,c:3?tls=true', 'eventstore', ['a:1', 'b:2113', 'c:3']],
  ['esdb://[::1]:2114', 'eventstore', ['::1:2114']],
  ['esdb+discover://cluster.example:2113', 'eventstore', []],
  ['postgresql:///db?host=/run/postgresql', 'postgres', []],
  ['postgres://u:p%40ss@db/x', 'postgres', ['db:5432']],
  ['amqps://broker.example/%2F', 'rabbitmq', ['broker.example:5671']],
  ['https://a.example/ready', 'http', ['a.example:443']],
] as const)('reads %s', (value, kind, places) => {
  expect(endpointsOf(kind, value).map(({ host, port }) => `${host}:${port}`)).toEqual(places);
});

it('says nothing of a list of servers of which one answers, and tells it once where none does', async () => {
  const [{ host, port } = { host: '', port: 0 }] = endpointsOf('eventstore', SERVERS.eventstore);
  expect(await asked('eventstore', `esdb://127.0.0.1:1,${host}:${port}?tls=false`)).toBeNull();
});

it('tells an address once, and that it is reached when somebody answers there', async () => {
  const { log, lines } = keepingLog();
  const gone = createServer();
  const port = await listening(gone);
  await new Promise((resolve) => gone.close(resolve));
  const stop = new AbortController();
  const lead = { variable: 'REDIS_URL', kind: 'redis', values: [`redis://127.0.0.1:${port}`], beside: false } as const;
  const watch = watchAddresses([lead], log, stop.signal);
  expect(await watch.first()).toHaveLength(1);
  await listening(
    createServer((socket) => void socket.once('data', () => socket.end('-NOAUTH\r\n'))),
    port,
  );
  const messages = () => lines().map(({ level, message }) => [level, message]);
  await until('two lines', () => messages().length >= 2);
  expect(messages()).toEqual([
    ['error', `REDIS_URL leads nowhere: connect ECONNREFUSED 127.0.0.1:${port}`],
    ['info', 'REDIS_URL is reachable again'],
  ]);
  stop.abort();
});
