import { openLedger } from '@order-ledger/ledger/ledger';
import { openMessaging } from '@order-ledger/messaging/connection';
import { programOf } from '@order-ledger/platform/own-program';
import { keepingLog } from '@order-ledger/testing/lines';
import { createOrders } from '@order-ledger/testing/orders/in-ledger';
import { type RunningProcess, startProcess } from '@order-ledger/testing/processes/child';
import { brokerUrl, openBroker, ownPrefix } from '@order-ledger/testing/services/broker';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import { startEventStore } from '@order-ledger/testing/services/event-store';
import { messageOf } from './approvals.ts';

const MAIN = programOf('manufacturing-worker');

/** A ledger, a database and a broker of their own, and the built process in any number. */
export const openShopFloor = async () => {
  const { log } = keepingLog();
  const prefix = ownPrefix();
  const store = await startEventStore();
  const database = await createTestDatabase();
  const ledger = openLedger({ connectionString: store.url, log });
  const orders = createOrders(ledger);
  const broker = await openBroker(prefix);
  const bridge = openMessaging({ url: brokerUrl(), log, name: 'bridge', prefix });
  await bridge.ready(20_000);
  const running: RunningProcess[] = [];

  return {
    ...{ log, store, database, ledger, orders, broker, bridge },
    queue: broker.topology.queues['manufacturing.plan.v1'],
    start: async (env: Record<string, string>): Promise<RunningProcess> => {
      const process = await startProcess(MAIN, {
        EVENTSTORE_URL: store.url,
        DATABASE_URL: database.url,
        AMQP_URL: brokerUrl(),
        AMQP_PREFIX: prefix,
        ...env,
      });
      running.push(process);
      return process;
    },
    endWorkers: async () => {
      for (const process of running.splice(0)) await process.stop();
    },
    publish: async (orderId: string, type: 'ManufacturingApproved' | 'OrderCancelled') =>
      bridge.publish(await messageOf(orders, orderId, type), { mandatory: true }),
    close: async () => {
      await bridge.close();
      await broker.remove();
      await broker.close();
      await ledger.close();
      await database.drop();
      await store.stop();
    },
  };
};
export type ShopFloor = Awaited<ReturnType<typeof openShopFloor>>;
