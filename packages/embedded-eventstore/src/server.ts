import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js';
import { sendEagerly } from './eager-send.ts';
import { gossipService, serverFeaturesService, streamsService } from './protocol.ts';
import { refuseOtherServices } from './refused-services.ts';
import { createStreamsService, type StreamsOptions, type StreamsService } from './streams-service.ts';

/** Begins as EventStoreDB's own version does, which clients compare; then says what this is. */
export const SERVER_VERSION =
  '23.10.6-embedded-single-node (order-ledger; for a cluster use EventStoreDB or KurrentDB)';

/** The client may send 3 MiB at a time, or one larger event, which is then refused by its size. */
const LARGEST_MESSAGE = 17 * 1024 * 1024;
const LEADER = 8;

export interface ServerOptions extends StreamsOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** PEM. Without them the server speaks plain text. */
  readonly tls: { readonly certificate: Buffer; readonly key: Buffer } | undefined;
}

export interface RunningServer extends Pick<StreamsService, 'stopWrites' | 'endBatchAppends'> {
  readonly port: number;
  /** Breaks every connection; new ones are welcome. */
  cutConnections(): void;
  stop(): void;
}

const SUPPORTED = [
  { service: 'event_store.client.streams.Streams', methods: ['read', 'append', 'batchappend', 'delete', 'tombstone'] },
  { service: 'event_store.client.server_features.ServerFeatures', methods: ['getsupportedmethods'] },
  { service: 'event_store.client.gossip.Gossip', methods: ['read'] },
].flatMap(({ service, methods }) =>
  methods.map((method) => ({ method_name: method, service_name: service, features: [] })),
);

const answering =
  (answer: () => object) =>
  (_call: ServerUnaryCall<object, object>, done: sendUnaryData<object>): void =>
    done(null, answer());

export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const { host, tls } = options;
  const server = new Server({
    'grpc.max_receive_message_length': LARGEST_MESSAGE,
    'grpc.max_send_message_length': -1,
    interceptors: [sendEagerly],
  });
  const streams = createStreamsService(options);
  server.addService(streamsService, streams.implementation);
  server.addService(serverFeaturesService, {
    GetSupportedMethods: answering(() => ({ server_version: SERVER_VERSION, methods: SUPPORTED })),
  });
  const instance = { text: randomUUID() };
  let port = 0;
  server.addService(gossipService, {
    Read: answering(() => {
      // .NET's 100 ns ticks since 1970.
      const time = { instance_id: instance, time_stamp: `${Date.now()}0000` };
      return { members: [{ ...time, state: LEADER, is_alive: true, http_end_point: { address: host, port } }] };
    }),
  });
  refuseOtherServices(server);

  const credentials = tls
    ? ServerCredentials.createSsl(null, [{ cert_chain: tls.certificate, private_key: tls.key }])
    : ServerCredentials.createInsecure();
  const address = host.includes(':') ? `[${host}]` : host;
  port = await promisify(server.bindAsync.bind(server))(`${address}:${options.port}`, credentials);
  return {
    port,
    ...streams,
    cutConnections: () => server.drain(`${address}:${port}`, 0),
    stop: () => server.forceShutdown(),
  };
};
