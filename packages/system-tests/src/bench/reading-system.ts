import { READ_MODEL_VERSION, versionSchema } from '@order-ledger/read-model/schema';
import { seedReadModel } from '@order-ledger/seed/into-read-model';
import { benchClient } from './client.ts';
import { type LoadedSystem, startLoadedSystem } from './loaded-system.ts';
import { drive, type Turn } from './measure.ts';
import { progress } from './program.ts';
import { type Server, startServer } from './server.ts';

const IN_FLIGHT = 32;
const MONTHS = 24;
const MONTH_MS = 30.5 * 86_400_000;

export interface ReadingSystem extends Omit<LoadedSystem, 'ping'> {
  readonly naive: Server;
  /** Asks query-api as somebody who sees all orders; fails unless the status is this one. */
  ask(path: string, status?: number, headers?: Readonly<Record<string, string>>): Promise<string>;
  askNaive(path: string): Promise<void>;
  ping(): Promise<void>;
  /** Begins with new connections. */
  reconnect(): void;
  turn(piece: (worker: number) => Promise<void>, seconds: number): Promise<Turn>;
}

/** query-api over tables that are filled with whole lives, and the projector that keeps its first pages. */
export const startReadingSystem = async (profile: boolean, lives: number): Promise<ReadingSystem> => {
  const system = await startLoadedSystem({ profile, only: ['query-api', 'projector'] });
  const naive = await startServer('list-server', { DATABASE_URL: String(system.database.options.connectionString) });
  let client = benchClient();
  // A server closes a connection that was idle for some seconds, perhaps just when it is wanted again.
  const reconnect = (): void => {
    client.close();
    client = benchClient();
  };
  const { reader } = system.credentials;
  const until = Date.now();
  progress(`folding ${lives} lives into the tables …`);
  await seedReadModel(system.database, versionSchema(READ_MODEL_VERSION), {
    ...{ orders: lives, seed: 1, from: until - MONTHS * MONTH_MS, until },
    seen: () => undefined,
  });
  const pids = { ...system.pids(), ping: system.ping.pid, naive: naive.pid };
  return {
    ...system,
    naive,
    ask: async (path, status = 200, headers = {}) => {
      const answer = await client.send('GET', `${system.url('query-api')}${path}`, {
        Authorization: `Bearer ${reader}`,
        ...headers,
      });
      if (answer.status !== status) throw new Error(`${path}: ${answer.status} ${answer.text}`);
      return answer.text;
    },
    askNaive: async (path) => {
      const { status, text } = await client.send('GET', `${naive.url}${path}`);
      if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
    },
    ping: async () => void (await client.send('GET', system.ping.url)),
    reconnect,
    turn: (piece, seconds) => {
      reconnect();
      return drive(piece, { inFlight: IN_FLIGHT, seconds, pids });
    },
    stop: async () => {
      client.close();
      await naive.stop();
      await system.stop();
    },
  };
};
