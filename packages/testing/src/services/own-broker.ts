import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensurePrograms } from '@order-ledger/local/packages';
import { freePort } from '@order-ledger/local/ports';
import { controlRabbitmq, startRabbitmq } from '@order-ledger/local/rabbitmq';

/** A broker of a test's own, which it may treat as it likes. */
export interface OwnBroker {
  readonly url: string;
  kill(): Promise<void>;
  /** On the same data and port. */
  start(): Promise<void>;
  /** Runs rabbitmqctl on it. */
  control(...args: string[]): Promise<void>;
  remove(): Promise<void>;
}

const UNPACKED = fileURLToPath(new URL('../../../../.data/packages', import.meta.url));

export const startOwnBroker = async (): Promise<OwnBroker> => {
  const program = ensurePrograms(['rabbitmq'], UNPACKED, () => undefined).rabbitmq;
  if (program === null) throw new Error('there is no RabbitMQ to start');
  const folder = mkdtempSync(join(tmpdir(), 'broker-test-'));
  const port = await freePort();
  const start = () =>
    startRabbitmq({
      program,
      folder,
      logFile: join(folder, 'broker.log'),
      port,
      password: 'secret-of-the-test',
      processes: {},
    });
  let service = await start();
  return {
    url: service.url,
    kill: async () => {
      // The group, so that its epmd goes too.
      process.kill(-service.pid, 'SIGKILL');
      await service.exited;
    },
    start: async () => {
      service = await start();
    },
    control: async (...args) => void (await controlRabbitmq(program, service.pid, args)),
    remove: async () => {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
