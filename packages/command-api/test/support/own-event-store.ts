import {
  freshDirectory,
  type ServerProcess,
  startServerProcess,
} from '../../../embedded-eventstore/test/server-process.ts';

export interface OwnEventStore {
  url: string;
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  remove(): Promise<void>;
}

/** An event store of a test's own, so that it can be stopped, or followed from its beginning. */
export const startOwnEventStore = async (): Promise<OwnEventStore> => {
  const server: ServerProcess = await startServerProcess(freshDirectory());
  return {
    url: server.url,
    signal: (name) => void server.process.kill(name),
    remove: async () => {
      // A stopped process does not take any other signal to heart.
      server.process.kill('SIGCONT');
      await server.kill('SIGKILL');
    },
  };
};
