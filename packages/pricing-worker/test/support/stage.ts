import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '@order-ledger/ledger/ledger';
import { openMessaging } from '@order-ledger/messaging/connection';
import { createPool } from '@order-ledger/platform/postgres';
import { keepingLog } from '@order-ledger/testing/lines';
import { startUploads } from '@order-ledger/testing/running/uploads';
import { brokerUrl, openBroker, ownPrefix } from '@order-ledger/testing/services/broker';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import { startEventStore } from '@order-ledger/testing/services/event-store';
import { until } from '@order-ledger/testing/waiting';
import { migrateSchema, SCHEMA } from '../../src/schema.ts';
import { createOrders, type Model, modelOf } from './orders.ts';
import { startWorkerProcess, type WorkerProcess } from './worker-process.ts';

/** Ledger, broker, database and upload service with their own names, for workers that a test starts and ends. */
export const openStage = async () => {
  const uploads = await startUploads();
  const database = await createTestDatabase();
  const { log } = keepingLog();
  // Workers follow the whole ledger, so each stage has one of its own.
  const eventStore = await startEventStore();
  const ledger = openLedger({ connectionString: eventStore.url, log });
  const prefix = ownPrefix();
  const messaging = openMessaging({ url: brokerUrl(), log, name: 'pricing-worker test', prefix });
  await messaging.ready(10_000);
  const broker = await openBroker(prefix);
  await migrateSchema({ connectionString: database.url, log });
  const pool = createPool({
    connectionString: database.url,
    applicationName: 'pricing-worker test',
    name: `test-${randomUUID()}`,
    log,
    searchPath: SCHEMA,
  });
  const orders = createOrders(ledger, messaging);
  const tokenOf = (role: string) =>
    uploads.tokens.token({
      kind: 'service',
      roles: [role],
      sub: 'pricing-test',
      exp: Math.floor(Date.now() / 1_000) + 3_600,
    });
  const store = uploads.client(await tokenOf('store.service'));
  const token = await tokenOf('pricing.worker');
  const workers: WorkerProcess[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'pricing-stage-'));
  const holdFile = join(folder, 'hold');

  const startWorker = async (env: Record<string, string> = {}): Promise<WorkerProcess> => {
    const worker = await startWorkerProcess(holdFile, {
      EVENTSTORE_URL: eventStore.url,
      DATABASE_URL: database.url,
      AMQP_URL: brokerUrl(),
      AMQP_PREFIX: prefix,
      UPLOAD_API_URL: uploads.url(),
      MODEL_TOKEN: token,
      ...env,
    });
    workers.push(worker);
    return worker;
  };

  /** A model that the upload service has. */
  const upload = async (bytes: Uint8Array): Promise<Model> => {
    const { path } = await store.upload(bytes);
    const verdict = await store.verdict(path);
    if (verdict.valid !== true) throw new Error(`the upload is not valid: ${JSON.stringify(verdict)}`);
    return modelOf(bytes);
  };

  /** The row that query-api shows of an order's calculation. */
  const jobOf = async (orderId: string) =>
    (
      await pool.query(
        `select v.*, j.lease_token::integer, j.measure_key from job_view v join price_job j using (job_id) where order_id = $1`,
        [orderId],
      )
    ).rows[0];

  const reaches = (orderId: string, status: string, withinMs = 30_000) =>
    until(
      `${status} of an order`,
      async () => {
        const now = await orders.status(orderId);
        return now === status;
      },
      withinMs,
    );

  const close = async () => {
    await endWorkers();
    await messaging.close();
    await broker.remove();
    await broker.close();
    await ledger.close();
    await pool.end();
    await eventStore.stop();
    await database.drop();
    await uploads.close();
    await rm(folder, { recursive: true });
  };

  const seen = new Set<unknown>();
  const begun = (worker: WorkerProcess) => worker.lines().filter(({ message }) => message === 'calculation begins');
  /** What has begun until now is not what `freeze` waits for. */
  const overlookEarlier = (worker: WorkerProcess) => {
    for (const { pid } of begun(worker)) seen.add(pid);
  };
  /** Each calculation that begins meanwhile lives and does not move, until it gets SIGCONT. */
  const whileHeld = async <T>(work: () => Promise<T>): Promise<T> => {
    await writeFile(holdFile, '');
    try {
      return await work();
    } finally {
      await rm(holdFile);
    }
  };
  /** This worker's next calculation, once it stands still. */
  const frozen = async (worker: WorkerProcess): Promise<number> => {
    const next = await until('a calculation', () => begun(worker).find(({ pid }) => !seen.has(pid)), 30_000);
    seen.add(next.pid);
    const pid = Number(next.pid);
    await until('its standstill', () => stateOf(pid) === 'T');
    return pid;
  };
  /**
   * Stops a worker between two transactions. Within one it would hold its locks, the claims' among them, until Postgres
   * ends the transaction.
   */
  const pause = (worker: WorkerProcess) =>
    until('a moment without a transaction', async () => {
      worker.signal('SIGSTOP');
      await until('its standstill', () => stateOf(worker.pid) === 'T');
      const { rowCount } = await pool.query(
        `select from pg_stat_activity where datname = current_database() and application_name = 'pricing-worker' and state <> 'idle'`,
      );
      if (rowCount === 0) return true;
      worker.signal('SIGCONT');
      return false;
    });

  const endWorkers = async () => {
    for (const worker of workers.splice(0)) await worker.end('SIGKILL');
  };

  return {
    database,
    pool,
    log,
    eventStore,
    ledger,
    messaging,
    broker,
    orders,
    uploads,
    startWorker,
    upload,
    jobOf,
    reaches,
    overlookEarlier,
    whileHeld,
    frozen,
    pause,
    endWorkers,
    close,
  };
};
export type Stage = Awaited<ReturnType<typeof openStage>>;

/** As the kernel names it, such as T for stopped; null where there is no such process. */
const stateOf = (pid: number): string | null => {
  try {
    return /^\d+ \(.*\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? null;
  } catch {
    return null;
  }
};

/** A process that has ended and that nobody has asked about is not alive. */
export const isAlive = (pid: number): boolean => !['Z', 'X', null].includes(stateOf(pid));
