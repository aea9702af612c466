import { fileURLToPath } from 'node:url';
import type { MethodDefinition } from '@grpc/grpc-js';
import {
  type AnyDefinition,
  loadSync,
  type MessageTypeDefinition,
  type PackageDefinition,
  type ServiceDefinition,
} from '@grpc/proto-loader';

const PROTO_DIRECTORY = fileURLToPath(new URL('../proto/', import.meta.url));

const definitions: PackageDefinition = loadSync(['streams.proto', 'server.proto', 'gossip.proto'], {
  includeDirs: [PROTO_DIRECTORY],
  keepCase: true,
  longs: String,
  oneofs: true,
});

const missing = (name: string): Error => new Error(`the protocol files in ${PROTO_DIRECTORY} lack ${name}`);

const isMessage = (definition: AnyDefinition): definition is MessageTypeDefinition<object, object> =>
  'format' in definition && 'serialize' in definition;

const service = (name: string): ServiceDefinition => {
  const definition = definitions[name];
  if (!definition || 'format' in definition) throw missing(name);
  return definition as ServiceDefinition;
};

const message = (name: string): MessageTypeDefinition<object, object> => {
  const definition = definitions[name];
  if (!definition || !isMessage(definition)) throw missing(name);
  return definition;
};

const PACKAGE = 'event_store.client';

const streams = service(`${PACKAGE}.streams.Streams`);
const read = streams.Read as MethodDefinition<object, object>;

/** Reads answer with bytes that are encoded already: those of the log, or of `encodeReadResponse`. */
export const streamsService: ServiceDefinition = {
  ...streams,
  Read: { ...streams.Read, responseSerialize: (bytes: Buffer) => bytes } as ServiceDefinition[string],
};
export const encodeReadResponse = (response: object): Buffer => read.responseSerialize(response);
export const serverFeaturesService = service(`${PACKAGE}.server_features.ServerFeatures`);
export const gossipService = service(`${PACKAGE}.gossip.Gossip`);

/** A message packed into google.protobuf.Any, by its name in the package all services share. */
export const packAny = (name: string, value: object): { type_url: string; value: Buffer } => ({
  type_url: `type.googleapis.com/${PACKAGE}.${name}`,
  value: message(`${PACKAGE}.${name}`).serialize(value),
});

/** Shapes that the loader gives, as far as they are read here. 64-bit numbers are decimal strings. */
export interface WireUuid {
  readonly text?: string;
}
export interface WireStream {
  readonly name?: Buffer;
}
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
export interface WireAppend {
  readonly options?: WireOptions;
  readonly event?: WireEvent;
}
export interface WireBatchAppend {
  readonly correlation_id?: WireUuid;
  readonly options?: WireOptions & { readonly deadline?: { readonly seconds?: string; readonly nanos?: number } };
  readonly events?: readonly WireEvent[];
  readonly is_final?: boolean;
}
export interface WireDelete {
  readonly options?: WireOptions;
}
export interface WireRead {
  readonly options?: {
    readonly stream?: { readonly identifier?: WireStream; readonly from?: string; readonly revision?: string };
    readonly all?: {
      readonly from?: string;
      readonly position?: { readonly commit?: string; readonly prepare?: string };
    };
    readonly direction?: number;
    readonly resolve_links?: boolean;
    readonly until?: 'count' | 'subscription';
    readonly count?: string;
    readonly filter?: {
      readonly by?: 'stream_name' | 'event_type';
      readonly stream_name?: { readonly regex?: string; readonly prefix?: readonly string[] };
      readonly event_type?: { readonly regex?: string; readonly prefix?: readonly string[] };
      readonly max?: number;
      readonly checkpoint_interval?: number;
    };
    readonly uuid_form?: { readonly form?: 'structured' | 'text' };
  };
}
