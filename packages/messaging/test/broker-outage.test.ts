import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { type Consumer, type Messaging, openMessaging } from '@order-ledger/messaging/connection';
import { registry } from '@order-ledger/platform/metrics';
import { keepingLog } from '@order-ledger/testing/lines';
import { recalculation } from '@order-ledger/testing/messages';
import { type OwnBroker, startOwnBroker } from '@order-ledger/testing/services/own-broker';
import { until } from '@order-ledger/testing/waiting';

const QUEUE = 'pricing.intake.v1';
const LONG = 120_000;
let broker: OwnBroker;
const opened: Messaging[] = [];
const { log, lines } = keepingLog();

beforeAll(async () => {
  broker = await startOwnBroker();
}, LONG);
afterEach(async () => {
  for (const messaging of opened.splice(0)) await messaging.close();
});
afterAll(() => broker.remove(), LONG);

/** What is published while the broker refuses waits for as long as a slow machine needs to change that. */
const open = (name = 'test', url = broker.url, publishTimeoutMs = LONG): Messaging => {
  const messaging = openMessaging({ url, log, name, publishTimeoutMs });
  opened.push(messaging);
  return messaging;
};

it(
  'loses nothing that was confirmed when the broker is killed, and goes on when it is back [E7]',
  async () => {
    const messaging = open();
    await messaging.ready(20_000);
    const confirmed: string[] = [];
    const handled = new Set<string>();
    let stopped = false;
    const publishing = Array.from({ length: 8 }, async () => {
      while (!stopped) {
        const message = recalculation();
        await messaging.publish(message, { mandatory: true }).then(
          () => void confirmed.push(message.id),
          () => undefined,
        );
      }
    });
    await until('some messages', () => confirmed.length > 100);
    await broker.kill();
    const before = confirmed.length;
    await broker.start();
    await messaging.consume(QUEUE, { prefetch: 100, handler: async ({ id }) => void handled.add(id) });
    await until('messages again', () => confirmed.length > before + 100, 60_000);
    stopped = true;
    await Promise.all(publishing);
    await until('everything that was confirmed', () => confirmed.every((id) => handled.has(id)), 60_000);
  },
  LONG,
);

it(
  'is well within seconds of the broker’s return, however long it was away [E7]',
  async () => {
    const messaging = open();
    const consumer = await messaging.consume(QUEUE, { handler: async () => undefined });
    const isWell = async () => {
      try {
        consumer.check();
        await messaging.ready(1);
        return true;
      } catch {
        return false;
      }
    };
    await until('all is well', isWell);
    await broker.kill();
    // So many failures that a wait that only grows would be long.
    const tries = lines().length;
    await until('many tries', () => lines().length > tries + 10);
    await until('it is noticed', async () => !(await isWell()));
    await broker.start();
    // Three times what it takes here; a wait of up to ten seconds does not pass often.
    await until('all is well', isWell, 15_000);
  },
  LONG,
);

it(
  'says that it is refused while its account may not use the virtual host, and goes on when it may again',
  async () => {
    const messaging = open();
    const handled: string[] = [];
    const consumer = await messaging.consume(QUEUE, { handler: async ({ id }) => void handled.push(id) });
    await messaging.ready(20_000);
    const { username } = new URL(broker.url);
    await broker.control('set_permissions', username, '^$', '^$', '^$');
    const told = () =>
      messaging.ready(100).then(
        () => false as const,
        (error: { code?: string }) => error.code === 'access-refused' && error,
      );
    await until('it is told', told);
    await broker.control('set_permissions', username, '.*', '.*', '.*');
    await messaging.publish(recalculation(), { mandatory: true }).catch(() => undefined);
    await until('all is well', () =>
      messaging.ready(100).then(
        () => true,
        () => false,
      ),
    );
    const message = recalculation();
    await messaging.publish(message, { mandatory: true });
    await until('the message', () => handled.includes(message.id));
    consumer.check();
  },
  LONG,
);

it(
  'says that its virtual host is not there, and goes on in one that was made again [E7]',
  async () => {
    const url = new URL(broker.url);
    const make = async () => {
      await broker.control('add_vhost', 'gone');
      await broker.control('set_permissions', '-p', 'gone', decodeURIComponent(url.username), '.*', '.*', '.*');
    };
    url.pathname = '/gone';
    const messaging = open('in the virtual host', url.href);
    const handled: string[] = [];
    const consumer = await messaging.consume(QUEUE, { handler: async ({ id }) => void handled.push(id) });
    const told = () =>
      messaging.ready(100).then(
        () => false,
        (error: { code?: string }) => error.code === 'not-allowed',
      );
    for (let times = 0; times < 2; times += 1) {
      await until('it is told', told);
      await until('the consumer tells it', () => String(checked(consumer)).includes('not-allowed'));
      await make();
      const message = recalculation();
      await messaging.publish(message, { mandatory: true });
      await until('the message', () => handled.includes(message.id));
      await broker.control('delete_vhost', 'gone');
    }
  },
  LONG,
);

it(
  'notices that the broker has forgotten its consumer, and consumes anew [E7]',
  async () => {
    const messaging = open();
    const handled: string[] = [];
    await messaging.consume(QUEUE, { handler: async ({ id }) => void handled.push(id) });
    await messaging.ready(20_000);
    const first = recalculation();
    await messaging.publish(first, { mandatory: true });
    await until('the first', () => handled.includes(first.id));
    // What a fault of the broker's own does: the queue drops the consumer, and nobody is told.
    await broker.control(
      'eval',
      `{ok, Q} = rabbit_amqqueue:lookup(rabbit_misc:r(<<"/">>, queue, <<"${QUEUE}">>)),
       [ra:process_command(amqqueue:get_pid(Q), rabbit_fifo:make_checkout({element(2, C), element(1, C)}, cancel, #{}))
        || C <- rabbit_amqqueue:consumers(Q)].`,
    );
    const second = recalculation();
    await messaging.publish(second, { mandatory: true });
    await until('the second', () => handled.includes(second.id));
  },
  LONG,
);

it(
  'publishes nothing while the broker says that it is short of memory, and goes on afterwards [E7]',
  async () => {
    const messaging = open();
    const hasty = open('hasty', broker.url, 500);
    for (const each of [messaging, hasty]) await each.ready(20_000);
    const isBlocked = async (name: string) =>
      (await registry.metrics()).includes(`messaging_connection_blocked{connection="${name} publish"} 1`);
    await broker.control('set_vm_memory_high_watermark', '0');
    // The broker tells a connection only when that connection publishes, and sees a second later that its memory is short.
    const published: Promise<void>[] = [];
    await until('blocked', () => {
      published.push(messaging.publish(recalculation(), { mandatory: true }));
      return isBlocked('test');
    });
    let done = false;
    const second = messaging.publish(recalculation(), { mandatory: true }).then(() => {
      done = true;
    });
    await until('the other is blocked', async () => {
      await hasty.publish(recalculation()).catch(() => undefined);
      return isBlocked('hasty');
    });
    // In these words nothing was sent: whether it was taken would else not be known.
    await expect(hasty.publish(recalculation())).rejects.toThrow('the broker blocks publishing');
    expect(done).toBe(false);
    const told = await until('readiness tells', () =>
      messaging.ready(1).then(
        () => false,
        (error: Error) => error,
      ),
    );
    expect(told).toMatchObject({ code: 'broker-blocked' });
    await broker.control('set_vm_memory_high_watermark', '0.6');
    await Promise.all([...published, second]);
    await until('not blocked', async () => !(await isBlocked('test')));
    await messaging.ready();
  },
  LONG,
);

const checked = (consumer: Consumer): unknown => {
  try {
    return consumer.check();
  } catch (error) {
    return error;
  }
};
