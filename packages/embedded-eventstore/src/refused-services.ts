import { type Server, type ServiceDefinition, status, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { Refusal } from './refusal.ts';

/** What EventStoreDB does and this server does not: the client's methods, and what to use instead. */
const REFUSED: readonly { service: string; instead: string; methods: string }[] = [
  {
    service: 'persistent_subscriptions.PersistentSubscriptions',
    instead: 'persistent subscriptions are not kept here: use a catch-up subscription with a checkpoint of your own',
    methods: 'Create Update Delete Read GetInfo ReplayParked List RestartSubsystem',
  },
  {
    service: 'projections.Projections',
    instead: 'projections do not run here: use a catch-up subscription',
    methods: 'Create Update Delete Statistics Disable Enable Reset State Result RestartSubsystem',
  },
  {
    service: 'users.Users',
    instead: 'there is one account, given at the start (--username, --password-file)',
    methods: 'Create Update Delete Disable Enable Details ChangePassword ResetPassword',
  },
  {
    service: 'operations.Operations',
    instead: 'there is nothing to operate: nothing is scavenged, and one node elects nobody',
    methods:
      'StartScavenge StopScavenge Shutdown MergeIndexes ResignNode SetNodePriority RestartPersistentSubscriptions',
  },
  { service: 'monitoring.Monitoring', instead: 'use the metrics on the HTTP port (--http-port)', methods: 'Stats' },
];

const asIs = (bytes: Buffer): Buffer => bytes;

/** Registers every method above as UNIMPLEMENTED with a text that says what to use. */
export const refuseOtherServices = (server: Server): void => {
  for (const { service, instead, methods } of REFUSED) {
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
