import { randomUUID } from 'node:crypto';
import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js';
import { type Account, authenticator } from './account.ts';
import { sendEagerly } from './eager-send.ts';
import type { Outcome } from './outcome.ts';
import { gossipService, serverFeaturesService, streamsService } from './protocol.ts';
import { refuseOtherServices } from './refused-services.ts';
import type { Store } from './store.ts';
import { createStreamsService } from './streams-service.ts';
import type { Subscribers } from './subscribe.ts';

/** Begins as EventStoreDB's own version does, which clients compare; then says what this is. */
export const SERVER_VERSION =
  '23.10.6-embedded-single-node (order-ledger; for a cluster use EventStoreDB or KurrentDB)';

/** The client may send 3 MiB at a time, or one larger event, which is then refused by its size. */
const LARGEST_MESSAGE = 17 * 1024 * 1024;
const LEADER = 8;

export interface ServerOptions {
  readonly store: Store;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** PEM. Without them the server speaks plain text. */
  readonly tls?: { readonly certificate: Buffer; readonly key: Buffer };
  readonly account?: Account;
  readonly protectedPrefixes: readonly string[];
  readonly commitTimeoutMs: number;
  readonly subscribers: Subscribers;
  readonly beforeAnswer: (outcome: Outcome) => Promise<Outcome | undefined>;
  readonly onUnexpected: (error: unknown) => void;
}

export interface RunningServer {
  readonly port: number;
  /** Breaks every connection; new ones are welcome. */
  cutConnections(): void;
  /** The first step of a graceful stop: no more writes are taken, those under way are answered. */
  stopWrites(): void;
  stop(): void;
}

const SUPPORTED = [
  { service: 'event_store.client.streams.Streams', methods: ['read', 'append', 'batchappend', 'delete', 'tombstone'] },
  { service: 'event_store.client.server_features.ServerFeatures', methods: ['getsupportedmethods'] },
  { service: 'event_store.client.gossip.Gossip', methods: ['read'] },
];

export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const { host, tls } = options;
  const server = new Server({
    'grpc.max_receive_message_length': LARGEST_MESSAGE,
    'grpc.max_send_message_length': -1,
    interceptors: [sendEagerly],
  });
  const instance = randomUUID();
  let port = 0;

  const streams = createStreamsService({ ...options, authenticate: authenticator(options.account) });
  server.addService(streamsService, streams.implementation);
  server.addService(serverFeaturesService, {
    GetSupportedMethods: (_call: ServerUnaryCall<object, object>, done: sendUnaryData<object>) =>
      done(null, {
        server_version: SERVER_VERSION,
        methods: SUPPORTED.flatMap(({ service, methods }) =>
          methods.map((method) => ({ method_name: method, service_name: service, features: [] })),
        ),
      }),
  });
  server.addService(gossipService, {
    Read: (_call: ServerUnaryCall<object, object>, done: sendUnaryData<object>) =>
      done(null, {
        members: [
          {
            instance_id: { text: instance },
            // .NET's 100 ns ticks since 1970.
            time_stamp: `${Date.now()}0000`,
            state: LEADER,
            is_alive: true,
            http_end_point: { address: host, port },
          },
        ],
      }),
  });
  refuseOtherServices(server);

  const credentials = tls
    ? ServerCredentials.createSsl(null, [{ cert_chain: tls.certificate, private_key: tls.key }])
    : ServerCredentials.createInsecure();
  const address = host.includes(':') ? `[${host}]` : host;
  port = await new Promise<number>((resolve, reject) =>
    server.bindAsync(`${address}:${options.port}`, credentials, (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  return {
    port,
    stopWrites: streams.stopWrites,
    cutConnections: () => server.drain(`${address}:${port}`, 0),
    stop: () => server.forceShutdown(),
  };
};
