import { readFileSync } from 'node:fs';
import { EventStoreDBClient } from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { diagnose } from '@order-ledger/diagnosis/diagnose';
import { limitSettings } from '@order-ledger/diagnosis/stage-limits';
import type { Diagnosis } from '@order-ledger/diagnosis/verdict';
import { collect } from '@order-ledger/incident/collecting';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { orderStream } from '@order-ledger/ledger/stored/codec';
import { PROCESSES } from '@order-ledger/local/processes';
import { createLog } from '@order-ledger/platform/log';
import type { Subject } from '@order-ledger/status/subject';
import { rechained } from '@order-ledger/testing/ledger/foreign-events';
import { discStl } from '@order-ledger/testing/models/bodies';
import { createOrders, type Orders } from '@order-ledger/testing/orders/in-ledger';
import { tusClient } from '@order-ledger/testing/running/tus-client';
import { proxyTo, type Way } from '@order-ledger/testing/services/proxy';
import { until } from '@order-ledger/testing/waiting';
import { connect } from 'amqplib';
import { type PrivateSystem, startPrivateSystem } from '../src/private-system.ts';

jest.setTimeout(180_000);

const log = createLog({ service: 'stuck-test', level: 'error' });
const LIMITS = '1';
/** What was lost is to stay lost: the reconcilers of both workers look only after hours. */
const NO_RECONCILER = { OVERLOOKED_AFTER_MS: '3600000', RECONCILE_MS: '3600000' };
const OF_PROCESS: Readonly<Record<string, Record<string, string>>> = {
  'pricing-worker': NO_RECONCILER,
  'manufacturing-worker': NO_RECONCILER,
  'query-api': { STUCK_LIMITS: LIMITS },
  'command-api': { CLAIM_PERIOD_S: '5' },
};

let system: PrivateSystem;
let ledger: Ledger;
let orders: Orders;
let token = '';
/** Their own ways to RabbitMQ. */
const ways = new Map<string, Way>();
const wayOf = (name: string): Way => ways.get(name) as Way;
beforeAll(async () => {
  for (const name of ['bridge', 'pricing-worker']) ways.set(name, await proxyTo('amqp://127.0.0.1:1'));
  system = await startPrivateSystem((name, { AMQP_URL = '' }) => {
    const way = ways.get(name);
    if (way === undefined) return OF_PROCESS[name] ?? {};
    way.leadTo(AMQP_URL);
    const through = new URL(AMQP_URL);
    through.port = new URL(way.url).port;
    return { ...OF_PROCESS[name], AMQP_URL: through.href };
  });
  token = JSON.parse(readFileSync(system.credentialsFile, 'utf8')).tokens.ops;
  ledger = openLedger({ connectionString: urlOf('eventStore'), log });
  orders = createOrders(ledger);
}, 240_000);
afterAll(async () => {
  await ledger?.close();
  await system?.stop();
  for (const way of ways.values()) await way.close();
}, 120_000);

const urlOf = (name: 'postgres' | 'rabbitmq' | 'eventStore' | 'redis'): string => {
  const url = new URL(system.services.running[name]?.url ?? '');
  if (name === 'postgres') url.pathname = '/order_ledger';
  return url.href;
};

const subject = (): Subject => ({
  ...{ started: null, isNamed: true, data: null },
  processes: PROCESSES.map(({ name }) => ({ name, url: system.adminUrl(name), pid: null })),
  services: { postgres: urlOf('postgres'), rabbitmq: urlOf('rabbitmq'), eventStore: urlOf('eventStore') },
});

const byCommand = async (orderId: string): Promise<Diagnosis> => {
  const collecting = await collect(subject(), { prefix: '', limits: limitSettings(LIMITS), log });
  try {
    const order = await collecting.order(orderId);
    return diagnose({ system: collecting.system, order }, collecting.limits);
  } finally {
    collecting.close();
  }
};

const fromApi = async (path: string): Promise<Response> =>
  fetch(`${system.url('query-api')}${path}`, { headers: { Authorization: `Bearer ${token}` } });

const byApi = async (orderId: string): Promise<Diagnosis | { status: number }> => {
  const response = await fromApi(`/v1/orders/${orderId}/diagnosis`);
  return response.ok ? ((await response.json()) as Diagnosis) : { status: response.status };
};

/** Both say it, sooner or later: the situation comes about by itself. */
const shows = async (orderId: string, verdict: string, cause: string, text: RegExp, api = true): Promise<void> => {
  const expected = [verdict, cause].join(' ');
  const askers: [string, (id: string) => Promise<Partial<Diagnosis>>][] = [['the command', byCommand]];
  if (api) askers.push(['the API', byApi as (id: string) => Promise<Partial<Diagnosis>>]);
  for (const [who, ask] of askers) {
    let last: Partial<Diagnosis> = {};
    await until(
      () => `${who} to say ${expected}; it says ${JSON.stringify(last)}`,
      async () => {
        last = await ask(orderId);
        return `${last.verdict} ${last.cause}` === expected && last.stuck === true;
      },
      60_000,
    );
    expect(last.text).toMatch(text);
  }
};

const pidOf = (name: string): number => system.processes.get(name)?.pid ?? Number.NaN;

/** Held by a signal while something is done. */
const whileFrozen = async (pid: number, work: () => Promise<void>): Promise<void> => {
  process.kill(pid, 'SIGSTOP');
  try {
    await work();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
};

const whileDown = async (name: string, work: () => Promise<void>): Promise<void> => {
  const back = await system.processes.get(name)?.takeDown('killed');
  try {
    await work();
  } finally {
    await back?.();
  }
};

const onBroker = async <T>(
  work: (channel: Awaited<ReturnType<Awaited<ReturnType<typeof connect>>['createChannel']>>) => Promise<T>,
) => {
  const connection = await connect(urlOf('rabbitmq'));
  try {
    return await work(await connection.createChannel());
  } finally {
    await connection.close();
  }
};
const waiting = (queue: string): Promise<number> =>
  onBroker(async (channel) => (await channel.checkQueue(queue)).messageCount);

/** The read side knows it. */
const shown = (orderId: string): Promise<boolean> =>
  until('the order on the read side', async () => (await fromApi(`/v1/orders/${orderId}`)).ok, 60_000);

describe('an order that stands still, by npm run stuck and by GET /v1/stuck [L7] [G4]', () => {
  it('a worker that does not run, then its message taken out of the queue by hand', async () => {
    let submitted = '';
    await whileDown('pricing-worker', async () => {
      submitted = await orders.bring('SUBMITTED');
      await shows(submitted, 'process-away', 'process-away', /pricing-worker does not run/);
      await until('the message', async () => (await waiting('pricing.intake.v1')) > 0, 60_000);
      await onBroker((channel) => channel.purgeQueue('pricing.intake.v1'));
    });
    await shows(submitted, 'event-missing', 'message-lost', /OrderSubmitted.*pricing-worker has not heard of it/);
  });

  it('a frozen worker; then a calculation that is tried again; then its row deleted', async () => {
    let order = '';
    await whileFrozen(pidOf('pricing-worker'), async () => {
      order = await orders.bring('SUBMITTED');
      await shows(order, 'process-away', 'process-away', /pricing-worker is frozen/);
    });
    // Its model was never uploaded.
    await shows(order, 'in-queue', 'waits-for-retry', /tried again at/);
    await system.database.query('delete from pricing.waiter where order_id = $1', [order]);
    await system.database.query(
      'delete from pricing.price_job where not exists (select from pricing.waiter w where w.measure_key = price_job.measure_key)',
    );
    await shows(order, 'job-missing', 'job-missing', /no job waits for it/);
  });

  it('a frozen bridge, and a bridge that is down', async () => {
    await whileFrozen(pidOf('bridge'), async () => {
      const order = await orders.bring('SUBMITTED');
      await shows(order, 'process-away', 'bridge-away', /bridge is frozen.*has not been published/);
    });
    await whileDown('bridge', async () => {
      const order = await orders.bring('SUBMITTED');
      await shows(order, 'process-away', 'bridge-away', /bridge does not run/);
    });
  });

  it('a bridge that is cut off from RabbitMQ', async () => {
    wayOf('bridge').shut();
    const order = await orders.bring('SUBMITTED');
    await shows(order, 'event-late', 'bridge-cut-off', /rabbitmq/);
    wayOf('bridge').open();
    await shows(order, 'in-queue', 'waits-for-retry', /tried again at/);
  });

  it('a worker that is cut off from RabbitMQ', async () => {
    wayOf('pricing-worker').shut();
    const order = await orders.bring('SUBMITTED');
    await shows(order, 'event-late', 'broker-away', /pricing-worker cannot take messages.*OrderSubmitted/);
    wayOf('pricing-worker').open();
    await shows(order, 'in-queue', 'waits-for-retry', /tried again at/);
  });

  it('two processes that are down at once, each of which it needs', async () => {
    await whileDown('bridge', () =>
      whileDown('pricing-worker', async () => {
        const order = await orders.bring('SUBMITTED');
        await shows(order, 'process-away', 'bridge-away', /bridge does not run/);
        expect((await byCommand(order)).also.map(({ text }) => text)).toContainEqual(
          expect.stringMatching(/pricing-worker does not run/),
        );
      }),
    );
  });

  it('an order that the bridge has parked: what it did not publish is not said to be lost', async () => {
    const order = await orders.bring('FILE_UPLOADED');
    const { event_version } = (await orders.events(order)).at(-1)?.metadata ?? { event_version: 0 };
    await system.database.query(
      `insert into messaging.parked_order (exchange, order_id, event_version, event_id, reason, detail)
       values ('orders.pricing.v1', $1, $2, gen_random_uuid(), 'unpublishable', 'by a test')`,
      [order, event_version + 1],
    );
    await system.restart('bridge');
    await orders.act(order, 'SubmitOrder');
    await shows(order, 'parked', 'parked-on-the-way', /bridge has parked the order \(unpublishable\)/);
    expect((await byCommand(order)).also.map(({ cause }) => cause)).not.toContain('message-lost');
  });

  it('an order that was recorded by a clock that is ahead', async () => {
    const order = crypto.randomUUID();
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const events = await orders.events(await orders.bring('WAITING_PAYMENT'));
    const ahead = events.map((event, index) =>
      index < events.length - 1
        ? event
        : { ...event, metadata: { ...event.metadata, recorded_at: later, occurred_at: later } },
    );
    const client = EventStoreDBClient.connectionString(urlOf('eventStore'));
    await client.appendToStream(orderStream(order), rechained(order, ahead));
    await client.dispose();
    await shows(order, 'clocks-apart', 'recorded-ahead', /QuoteAccepted.*ahead of now.*cannot be told/);
    expect((await byCommand(order)).also.map(({ cause }) => cause)).toEqual(['payment-missing']);
    const { stuck } = (await (await fromApi('/v1/stuck?verdict=clocks-apart')).json()) as { stuck: Diagnosis[] };
    expect(stuck.map(({ order_id }) => order_id)).toEqual([order]);
    await orders.act(order, 'CancelOrder');
  });

  it('a process that was told of another ledger: nobody else is said to have one', async () => {
    const person = await orders.bring('WAITING_PAYMENT');
    const order = await orders.bring('WAITING_PAYMENT');
    const back = await system.processes.get('process-manager')?.takeDown('in-order');
    await orders.act(order, 'RecordPayment');
    const { rows } = await system.database.query('select event_id from process_manager.checkpoint');
    const standOn = (id: string) => system.database.query('update process_manager.checkpoint set event_id = $1', [id]);
    await standOn(crypto.randomUUID());
    const returned = back?.();
    await shows(order, 'ledger-away', 'ledger-diverged', /process-manager says/);
    await shows(person, 'waiting-for-person', 'payment-missing', /0 of/);
    await standOn(rows[0].event_id);
    await returned;
    await system.restart('process-manager');
    await shows(order, 'waiting-for-person', 'nobody-claims', /nobody has claimed it/);
  });

  it('a read side that is behind, and an order that the projector has parked', async () => {
    await whileFrozen(pidOf('projector'), async () => {
      const order = await orders.bring('WAITING_PAYMENT');
      await shows(order, 'read-side-behind', 'projector-away', /does not show it at all/, false);
    });
    const order = await orders.bring('PRICE_CALCULATED');
    await shown(order);
    await system.database.query(
      `alter table read_model_1.order_timeline add constraint none_of_his check (order_id <> '${order}') not valid`,
    );
    await orders.act(order, 'AcceptQuote');
    await shows(order, 'parked', 'parked-by-projector', /has parked the order after event/);
    await system.database.query('alter table read_model_1.order_timeline drop constraint none_of_his');
  });

  it('a price that waits for the models', async () => {
    await whileDown('upload-api', async () => {
      // A job of its own: the model's other one waits for its next try.
      const order = await orders.bring('FILE_UPLOADED');
      await orders.act(order, 'SubmitOrder', { orientation: 'BEST' });
      await shows(order, 'dependency-away', 'dependency-away', /upload-api-away/);
    });
  });

  it('a calculation that takes long, and its worker frozen meanwhile', async () => {
    const store = JSON.parse(readFileSync(system.credentialsFile, 'utf8')).tokens['store.service'];
    const uploads = tusClient(system.url('upload-api'), store);
    const { path } = await uploads.upload(discStl(40, 20, 100_000));
    const { sha256 } = await uploads.verdict(path);
    const command = async (at: string, body: object): Promise<{ order_id: string }> => {
      const response = await fetch(`${system.url('command-api')}/v1/orders${at}`, {
        method: 'POST',
        headers: {
          ...{ Authorization: `Bearer ${store}`, 'Content-Type': 'application/json' },
          'Idempotency-Key': crypto.randomUUID(),
        },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${at}: ${await response.text()}`);
      return response.json() as Promise<{ order_id: string }>;
    };
    const { order_id } = await command('', { customer_ref: 'c-slow', channel: 'ONLINE_STORE' });
    await command(`/${order_id}/commands/attach-model`, { upload_id: path.split('/').at(-1), sha256, unit: 'MM' });
    await command(`/${order_id}/commands/submit-order`, {
      ...{ material: 'PLA', process: 'FDM', quantity: 1, orientation: 'BEST', delivery: { method: 'PICKUP' } },
    });
    await shows(order_id, 'work-slow', 'calculation-runs', /its worker gave a sign of life/);
    process.kill(pidOf('pricing-worker'), 'SIGSTOP');
    await shows(order_id, 'process-away', 'process-away', /pricing-worker is frozen/);
    const ofJob = (change: string) =>
      system.database.query(
        `update pricing.price_job set ${change} where measure_key = (select measure_key from pricing.waiter where order_id = $1)`,
        [order_id],
      );
    // As it stands there, with its child, so that it brings nothing to an end.
    const back = await system.processes.get('pricing-worker')?.takeDown('killed');
    await shows(order_id, 'process-away', 'process-away', /pricing-worker does not run/);
    // No other takes it over before that.
    await ofJob(`lease_expires_at = '2099-01-01', timed_at = now() - interval '4 minutes'`);
    await back?.();
    await shows(order_id, 'work-slow', 'lease-expired', /nobody takes its calculation over before 2099/);
    await ofJob(
      `state = 'DEAD', dead_code = 'PRICING_DEAD', dead_until = now() + interval '1 day', finished_at = now(), lease_id = null, lease_expires_at = null, worker_id = null`,
    );
    await shows(order_id, 'work-slow', 'calculation-dead', /is given up \(PRICING_DEAD\)/);
    await command(`/${order_id}/commands/cancel-order`, { reason: 'CUSTOMER_ASKED' });
  });

  it('an order on hold, and one in error', async () => {
    const held = await orders.bring('MANUFACTURING_APPROVED');
    await orders.act(held, 'HoldOrder');
    await shows(held, 'on-hold', 'on-hold', /out of MANUFACTURING_APPROVED/);
    const wrong = await orders.bring('MANUFACTURING_STARTED');
    await orders.act(wrong, 'ReportError');
    await shows(wrong, 'in-error', 'in-error', /out of MANUFACTURING_STARTED/);
  });

  it('a payment that is missing, then one that nobody follows', async () => {
    const order = await orders.bring('WAITING_PAYMENT');
    await shows(order, 'waiting-for-person', 'payment-missing', /0 of \d+ RUB/);
    await whileFrozen(pidOf('process-manager'), async () => {
      await orders.act(order, 'RecordPayment');
      await shows(order, 'process-away', 'process-away', /process-manager is frozen/);
    });
  });

  it('an order that nobody claims, one that is claimed, and one whose holder has left', async () => {
    const order = await orders.bring('MANUFACTURING_APPROVED');
    await shows(order, 'waiting-for-person', 'nobody-claims', /nobody has claimed it/);
    const { who_may } = await byCommand(order);
    expect(who_may.find(({ command }) => command === 'ClaimOrder')?.by).toContain('mes.operator');
    await orders.act(order, 'ClaimOrder');
    await shows(order, 'waiting-for-person', 'claim-held', /holds the claim, until/);
    // Its keeper, who would end the claim, stands still too.
    await whileFrozen(pidOf('command-api'), async () => {
      await shows(order, 'waiting-for-person', 'claim-left', /has not renewed it.*command-api is frozen/);
    });
  });

  it('a silent carrier', async () => {
    const order = await orders.bring('WAITING_SHIPMENT_CONFIRMATION');
    await shows(order, 'waiting-for-carrier', 'carrier-silent', /has not answered the shipment request/);
  });

  it('a dead letter', async () => {
    await system.database.query(`update production.work_centre_version set materials = '{NONE}'`);
    const order = await orders.bring('MANUFACTURING_APPROVED');
    await shows(order, 'dead-letter', 'dead-letter', /no-work-centre/);
  });

  it('lists them by page, by verdict and by status, and counts them', async () => {
    const list = async (query: string) =>
      (await fromApi(`/v1/stuck?${query}`)).json() as Promise<{
        stuck: (Diagnosis & { past_since: string })[];
        next_cursor: string | null;
      }>;
    const order = await orders.bring('WAITING_SHIPMENT_CONFIRMATION');
    await orders.bring('WAITING_PAYMENT');
    const held = await orders.bring('PRICE_CALCULATED');
    await orders.act(held, 'HoldOrder');
    await shows(held, 'on-hold', 'on-hold', /out of PRICE_CALCULATED/);
    await shows(order, 'waiting-for-carrier', 'carrier-silent', /has not answered/);
    const all = (await list('limit=100')).stuck;
    expect(all.map(({ order_id }) => order_id)).toEqual(expect.arrayContaining([order, held]));
    expect(all.map(({ past_since }) => past_since)).toEqual(all.map(({ past_since }) => past_since).sort());
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof list>> = await list(
        `limit=3${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      paged.push(...page.stuck.map(({ order_id }) => order_id));
      cursor = page.next_cursor;
    }
    expect(new Set(paged)).toEqual(new Set(all.map(({ order_id }) => order_id)));
    expect(paged).toHaveLength(new Set(paged).size);
    const carriers = (await list('verdict=waiting-for-carrier')).stuck;
    expect(new Set(carriers.map(({ verdict }) => verdict))).toEqual(new Set(['waiting-for-carrier']));
    const onHold = (await list('stage=ON_HOLD')).stuck;
    expect(onHold.map(({ order_id }) => order_id)).toContain(held);
    expect(new Set(onHold.map(({ status }) => status))).toEqual(new Set(['ON_HOLD']));
    expect((await list(`since=${new Date().toISOString()}`)).stuck).toEqual([]);
    for (const wrong of ['verdict=none', 'stage=CLOSED', 'since=soon', 'limit=0', 'cursor=x', 'nonsense=1'])
      expect([wrong, (await fromApi(`/v1/stuck?${wrong}`)).status]).toEqual([wrong, 400]);
    await until(
      'the metric',
      async () =>
        /^orders_stuck\{verdict="waiting-for-carrier"[^}]*\} [1-9]/m.test(
          await (await fetch(`${system.adminUrl('query-api')}/metrics`)).text(),
        ),
      90_000,
    );
  });

  it('an incident file of the API has logs, and is a page too', async () => {
    const order = await orders.bring('WAITING_PAYMENT');
    await shows(order, 'waiting-for-person', 'payment-missing', /0 of/);
    const response = await fromApi(`/v1/orders/${order}/incident`);
    const incident = (await response.json()) as Record<string, unknown[]>;
    expect(response.status).toBe(200);
    expect(incident.events?.length).toBeGreaterThan(2);
    expect(incident.programs).toHaveLength(PROCESSES.length);
    expect(JSON.stringify(incident.programs)).toContain('"node_version":"v');
    expect(Array.isArray(incident.logs)).toBe(true);
    const page = await fromApi(`/v1/orders/${order}/incident?format=html`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('payment-missing');
    expect((await fromApi(`/v1/orders/${crypto.randomUUID()}/incident`)).status).toBe(404);
  });

  it('an event store that is away', async () => {
    const order = await orders.bring('WAITING_PAYMENT');
    await shown(order);
    await whileFrozen(system.services.running.eventStore?.pid ?? Number.NaN, () =>
      shows(order, 'ledger-away', 'ledger-away', /does not answer/),
    );
  });
});
