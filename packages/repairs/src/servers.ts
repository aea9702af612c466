import { join } from 'node:path';
import { databaseAt } from '@order-ledger/backup/servers';
import { runningServices } from '@order-ledger/local/backing';
import { namedServers } from '@order-ledger/local/named-servers';
import { ServiceProblem } from '@order-ledger/local/problem';
import { runningInstance } from '@order-ledger/local/single-instance';

/** What repairs need; null: no server is named, and none runs here. */
interface RepairServers {
  readonly postgres: string | null;
  readonly rabbitmq: string | null;
}

/** What the environment names, else what `npm start` runs in this clone, with or without its processes. */
export const repairServers = async (root: string, report: (line: string) => void): Promise<RepairServers> => {
  const named = await namedServers(report);
  const data = join(root, '.data');
  const running = runningInstance(join(data, 'start.pid')) === null ? null : runningServices(data);
  return {
    postgres: named.postgres === undefined ? (running?.postgres ?? null) : await databaseAt(named.postgres),
    rabbitmq: named.rabbitmq ?? running?.rabbitmq ?? null,
  };
};

/** @throws ServiceProblem where there is none */
export const needed = (servers: RepairServers, name: keyof RepairServers): string => {
  const address = servers[name];
  if (address !== null) return address;
  const [program, variable] = name === 'postgres' ? ['PostgreSQL', 'DATABASE_URL'] : ['RabbitMQ', 'AMQP_URL'];
  throw new ServiceProblem(
    `There is no ${program} to work on: npm start does not run here (for repairs: npm start -- --services-only), and ${variable} names none.`,
  );
};
