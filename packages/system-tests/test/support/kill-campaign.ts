import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demonstration } from '@order-ledger/demo/run';
import { isWell, type Summary } from '@order-ledger/demo/summary';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { createLog } from '@order-ledger/platform/log';
import { until } from '@order-ledger/testing/waiting';
import { type PrivateSystem, startPrivateSystem } from '../../src/private-system.ts';

const log = createLog({ service: 'kill-test', level: 'error' });
/** Of the run with all its kills. */
const LIMIT_MS = 900_000;

let system: PrivateSystem;
let ledger: Ledger;
const evidence = new Map<string, string>();
/** Orders that this test made itself while a process stood still, by their key. */
const made = new Map<string, string>();

const createOrder = async (key: string): Promise<Response> =>
  fetch(`${system.url('command-api')}/v1/orders`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${system.credentials.bearer({ who: 'customer', account: 'house' })}`,
      'Idempotency-Key': key,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ customer_ref: 'kill-test', channel: 'ONLINE_STORE' }),
    signal: AbortSignal.timeout(20_000),
  });

/** A command that is sent until it is answered, always under the same key, as a careful caller does. */
const createOrderSurely = (key: string): Promise<string> =>
  until('an order is created', async () => {
    const answer = await createOrder(key).catch(() => null);
    if (answer?.status !== 201) return null;
    const { order_id } = (await answer.json()) as { order_id: string };
    made.set(key, order_id);
    return order_id;
  });

const rows = async (text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await system.database.query(text, values)).rows;

/** An unanswered command, sent while the process that should answer or store it stands still. */
const unanswered = async (): Promise<string> => {
  const key = randomUUID();
  const first = await Promise.race([
    createOrder(key).then(
      ({ status }) => `answered with ${status}`,
      () => 'broken',
    ),
    new Promise<string>((resolve) => setTimeout(resolve, 400, 'none')),
  ]);
  if (first !== 'none') throw new Error(`the command should have no answer yet, but was ${first}`);
  pending.push(key);
  return 'a command was sent and not answered';
};
const pending: string[] = [];

/** What the process had sent before it stood still may be committed meanwhile: it is no news of the order made since. */
const behind = async (checkpoint: string): Promise<string> => {
  await createOrderSurely(randomUUID());
  const end = (await ledger.tail())?.position.commit ?? 0n;
  const passed = await rows(`select commit_position from ${checkpoint}`);
  expect(passed).not.toEqual([]);
  for (const { commit_position } of passed) expect(BigInt(String(commit_position ?? 0))).toBeLessThan(end);
  return `the ledger has an event that ${checkpoint} has not passed`;
};

/**
 * What shows that the process, which stands still at this moment, has work that it has not finished; an empty text when
 * it has none. What is seldom at work comes first.
 */
const IN_FLIGHT = {
  'upload-api': async () => {
    const open = await rows(`select upload_id from upload.upload where state in ('RECEIVING', 'RECEIVED')`);
    return open.length > 0 ? `${open.length} uploads are being received or checked` : '';
  },
  'pricing-worker': async () => {
    const running = await rows(`select job_id from pricing.price_job where state = 'RUNNING'`);
    return running.length > 0 ? `${running.length} calculations are running` : '';
  },
  // While it stands still, every order that is approved waits for it: there is no moment to be caught.
  'manufacturing-worker': () =>
    until('an approved order has no plan yet', async () => {
      const waiting = await rows(
        `select order_id from read_model_1.order_row where status = 'MANUFACTURING_APPROVED' and planned_start_at is null`,
      );
      return waiting.length > 0 && `${waiting.length} approved orders have no plan yet`;
    }),
  'command-api': unanswered,
  'event store': unanswered,
  'process-manager': () => behind('process_manager.checkpoint'),
  bridge: () => behind('messaging.checkpoint'),
  projector: () => behind('read_model.checkpoint'),
  'query-api': async () => {
    const answer = fetch(`${system.url('query-api')}/v1/board`, {
      headers: { Authorization: `Bearer ${system.credentials.reader}` },
      signal: AbortSignal.timeout(300),
    });
    await expect(answer).rejects.toThrow();
    return 'a question was sent and not answered';
  },
} satisfies Record<string, () => Promise<string>>;

export type Killed = keyof typeof IN_FLIGHT;
/** In the order in which they are killed. */
export const KILLED = Object.keys(IN_FLIGHT) as Killed[];

const pidOf = (name: string): number =>
  name === 'event store' ? (system.services.running.eventStore?.pid ?? 0) : (system.processes.get(name)?.pid ?? 0);

/** Kills it at a moment at which it provably has work in flight, and waits until it is back. */
const killInFlight = async (name: Killed, isOver: () => boolean): Promise<void> => {
  const shows = IN_FLIGHT[name];
  const pid = pidOf(name);
  const seen = await until(
    `${name} has work in flight`,
    async () => {
      if (isOver()) throw new Error(`all orders had ended before ${name} was seen at work`);
      process.kill(pid, 'SIGSTOP');
      const found = await shows();
      if (found === '') process.kill(pid, 'SIGCONT');
      return found === '' ? null : found;
    },
    300_000,
  );
  process.kill(pid, 'SIGKILL');
  evidence.set(name, seen);
  await until(`${name} is back`, async () => pidOf(name) !== pid && system.reports.includes(`${name} is ready again`));
};

/** While these stand still, an order is made. */
const MAKES_ORDERS: readonly Killed[] = ['command-api', 'event store', 'process-manager', 'bridge', 'projector'];

/** Kills each of them once while so many orders are played, as tests. */
export const killing = (killed: readonly Killed[], orders: number): void => {
  let summary: Summary;

  beforeAll(async () => {
    system = await startPrivateSystem((name) =>
      name === 'pricing-worker' ? { LEASE_MS: '6000', HEARTBEAT_MS: '1000', RECONCILE_MS: '3000' } : {},
    );
    ledger = openLedger({ connectionString: system.credentials.addresses.event_store, log });
    const { credentials } = system;
    const { run, progress } = demonstration({
      credentials,
      orders,
      concurrency: 8,
      patienceMs: 600_000,
      settleMs: 60_000,
      log,
    });
    const running = run();
    const killing = (async () => {
      for (const name of KILLED.filter((each) => killed.includes(each)))
        await killInFlight(name, () => progress().phase !== 'playing');
      for (const key of pending) await createOrderSurely(key);
    })();
    // Both to their ends, whichever fails: nothing may go on when the system is stopped.
    const [played, killedAll] = await Promise.allSettled([running, killing]);
    if (killedAll.status === 'rejected') throw killedAll.reason;
    if (played.status === 'rejected') throw played.reason;
    summary = played.value;
  }, LIMIT_MS);
  afterAll(async () => {
    await ledger.close();
    await system.stop();
  }, 300_000);

  describe('killing a process with -9 while it has work in flight', () => {
    it.each(killed)('%s comes back by itself [K10]', (name) => {
      expect(evidence.get(name)).toBeTruthy();
    });

    it('loses nothing and doubles nothing: answers, ledger and read model agree [E8]', () => {
      expect({ mismatches: summary.mismatches, failures: summary.failures }).toEqual({ mismatches: [], failures: [] });
      expect(isWell(summary)).toBe(true);
      // Without a request that had to be repeated nothing would have been interrupted.
      expect(Object.keys(summary.requests_repeated)).not.toEqual([]);
    });

    it('stores a command once whose answer was lost, and answers its repetition with it', async () => {
      expect(made.size).toBeGreaterThanOrEqual(killed.filter((name) => MAKES_ORDERS.includes(name)).length);
      for (const [key, order_id] of made) {
        const events = [];
        for await (const event of ledger.readOrder(order_id)) events.push(event.type);
        expect(events).toEqual(['OrderInitiated']);
        expect(await createOrderSurely(key)).toBe(order_id);
        const shown = await until('the read model shows the order', async () => {
          const found = await rows('select event_version from read_model_1.order_row where order_id = $1', [order_id]);
          return found.length > 0 && found;
        });
        expect(shown).toEqual([{ event_version: 1 }]);
      }
    });

    it('prices each attempt once and plans each approval once', async () => {
      const counts = await rows(`
      select order_id, type, data->>'attempt' as attempt, count(*)::int as count
      from read_model_1.order_timeline where type in ('PriceCalculated', 'ProductionPlanned')
      group by 1, 2, 3 having count(*) > 1`);
      expect(counts).toEqual([]);
      const lost = await rows(`
      select order_id, status from read_model_1.order_row
      where status in ('SUBMITTED', 'PRICE_CALCULATION_STARTED')`);
      expect(lost).toEqual([]);
    });
  });
};
