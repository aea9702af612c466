import { fileURLToPath } from 'node:url';
import type { MethodDefinition } from '@grpc/grpc-js';
import { loadSync, type MessageTypeDefinition, type ServiceDefinition } from '@grpc/proto-loader';

const PACKAGE = 'event_store.client';
const PROTO_DIRECTORY = fileURLToPath(new URL('../proto/', import.meta.url));

const definitions = loadSync(['streams.proto', 'server.proto', 'gossip.proto'], {
  includeDirs: [PROTO_DIRECTORY],
  keepCase: true,
  longs: String,
  oneofs: true,
});

const definition = <T>(name: string): T => {
  const found = definitions[`${PACKAGE}.${name}`];
  if (!found) throw new Error(`the protocol files in ${PROTO_DIRECTORY} lack ${name}`);
  return found as T;
};

const streams = definition<ServiceDefinition>('streams.Streams');
const read = streams.Read as MethodDefinition<object, object>;

/** Reads answer with bytes that are encoded already: those of the log, or of `encodeReadResponse`. */
export const streamsService: ServiceDefinition = {
  ...streams,
  Read: { ...streams.Read, responseSerialize: (bytes: Buffer) => bytes } as ServiceDefinition[string],
};
export const encodeReadResponse = (response: object): Buffer => read.responseSerialize(response);
export const serverFeaturesService = definition<ServiceDefinition>('server_features.ServerFeatures');
export const gossipService = definition<ServiceDefinition>('gossip.Gossip');

/** A message packed into google.protobuf.Any, by its name in the package all services share. */
export const packAny = (name: string, value: object): { type_url: string; value: Buffer } => ({
  type_url: `type.googleapis.com/${PACKAGE}.${name}`,
  value: definition<MessageTypeDefinition<object, object>>(name).serialize(value),
});

/** Shapes that the loader gives, as far as they are read here. 64-bit numbers are decimal strings. */
type WireUuid = { readonly text?: string };
type WireStream = { readonly name?: Buffer };
export interface WireOptions {
  readonly stream?: WireStream;
  readonly expected?: 'revision' | 'no_stream' | 'any' | 'stream_exists';
  readonly revision?: string;
}
export interface WireEvent {
  readonly id?: WireUuid;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly custom_metadata?: Buffer;
  readonly data?: Buffer;
}
export type WireAppend = { readonly options?: WireOptions; readonly event?: WireEvent };
export interface WireBatchAppend {
  readonly correlation_id?: WireUuid;
  readonly options?: WireOptions & { readonly deadline?: { readonly seconds?: string; readonly nanos?: number } };
  readonly events?: readonly WireEvent[];
  readonly is_final?: boolean;
}
export type WireDelete = { readonly options?: WireOptions };
type WireExpression = { readonly regex?: string; readonly prefix?: readonly string[] };
export interface WireFilter {
  readonly by?: 'stream_name' | 'event_type';
  readonly stream_name?: WireExpression;
  readonly event_type?: WireExpression;
  readonly max?: number;
  readonly checkpoint_interval?: number;
}
type WirePosition = { readonly commit?: string; readonly prepare?: string };
export interface WireReadOptions {
  readonly stream?: { readonly identifier?: WireStream; readonly from?: string; readonly revision?: string };
  readonly all?: { readonly from?: string; readonly position?: WirePosition };
  readonly direction?: number;
  readonly resolve_links?: boolean;
  readonly until?: 'count' | 'subscription';
  readonly count?: string;
  readonly filter?: WireFilter;
  readonly uuid_form?: { readonly form?: 'structured' | 'text' };
}
export type WireRead = { readonly options?: WireReadOptions };
