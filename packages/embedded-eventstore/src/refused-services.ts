import { type Server, type ServiceDefinition, status, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { Refusal } from './refusal.ts';

/** What EventStoreDB does and this server does not: its services, what to use instead, and the client's methods. */
const REFUSED: Readonly<Record<string, readonly [instead: string, methods: string]>> = {
  'persistent_subscriptions.PersistentSubscriptions': [
    'persistent subscriptions are not kept here: use a catch-up subscription with a checkpoint of your own',
    'Create Update Delete Read GetInfo ReplayParked List RestartSubsystem',
  ],
  'projections.Projections': [
    'projections do not run here: use a catch-up subscription',
    'Create Update Delete Statistics Disable Enable Reset State Result RestartSubsystem',
  ],
  'users.Users': [
    'accounts are given at the start (--username, --password-file, --accounts)',
    'Create Update Delete Disable Enable Details ChangePassword ResetPassword',
  ],
  'operations.Operations': [
    'there is nothing to operate: nothing is scavenged, and one node elects nobody',
    'StartScavenge StopScavenge Shutdown MergeIndexes ResignNode SetNodePriority RestartPersistentSubscriptions',
  ],
  'monitoring.Monitoring': ['use the metrics on the HTTP port (--http-port)', 'Stats'],
};

const asIs = (bytes: Buffer): Buffer => bytes;

/** Registers every method above as UNIMPLEMENTED with a text that says what to use. */
export const refuseOtherServices = (server: Server): void => {
  for (const [service, [instead, methods]] of Object.entries(REFUSED)) {
    const definition: Record<string, ServiceDefinition[string]> = {};
    const implementation: UntypedServiceImplementation = {};
    for (const method of methods.split(' ')) {
      definition[method] = {
        path: `/event_store.client.${service}/${method}`,
        // As a stream both ways: the refusal comes before any request is read, whatever its shape.
        requestStream: true,
        responseStream: true,
        requestSerialize: asIs,
        requestDeserialize: asIs,
        responseSerialize: asIs,
        responseDeserialize: asIs,
      };
      implementation[method] = (call: { emit(event: 'error', error: Error): void }) =>
        call.emit('error', new Refusal(status.UNIMPLEMENTED, `${instead} (embedded event store, single node)`));
    }
    server.addService(definition, implementation);
  }
};
