import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { type Messaging, openMessaging } from '@order-ledger/messaging/connection';
import { registry } from '@order-ledger/platform/metrics';
import { keepingLog } from '../../platform/test/support/lines.ts';
import { eventually } from './support/eventually.ts';
import { recalculation } from './support/messages.ts';
import { type OwnBroker, startOwnBroker } from './support/own-broker.ts';

const QUEUE = 'pricing.intake.v1';
const LONG = 120_000;
let broker: OwnBroker;
const opened: Messaging[] = [];
const { log } = keepingLog();

beforeAll(async () => {
  broker = await startOwnBroker();
}, LONG);
afterEach(async () => {
  for (const messaging of opened.splice(0)) await messaging.close();
});
afterAll(() => broker.remove(), LONG);

/** What is published while the broker refuses waits for as long as a slow machine needs to change that. */
const open = (name = 'test', publishTimeoutMs = LONG): Messaging => {
  const messaging = openMessaging({ url: broker.url, log, name, publishTimeoutMs });
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
    await eventually('some messages', () => confirmed.length > 100);
    await broker.kill();
    const before = confirmed.length;
    await broker.start();
    await messaging.consume(QUEUE, { prefetch: 100, handler: async ({ id }) => void handled.add(id) });
    await eventually('messages again', () => confirmed.length > before + 100, 60_000);
    stopped = true;
    await Promise.all(publishing);
    await eventually('everything that was confirmed', () => confirmed.every((id) => handled.has(id)), 60_000);
  },
  LONG,
);

it(
  'publishes nothing while the broker says that it is short of memory, and goes on afterwards [E7]',
  async () => {
    const messaging = open();
    const hasty = open('hasty', 500);
    for (const each of [messaging, hasty]) await each.ready(20_000);
    const isBlocked = async (name: string) =>
      (await registry.metrics()).includes(`messaging_connection_blocked{connection="${name} publish"} 1`);
    await broker.control('set_vm_memory_high_watermark', '0');
    // The broker tells a connection only when that connection publishes.
    const published = messaging.publish(recalculation(), { mandatory: true });
    await eventually('blocked', () => isBlocked('test'));
    let done = false;
    const second = messaging.publish(recalculation(), { mandatory: true }).then(() => {
      done = true;
    });
    await hasty.publish(recalculation()).catch(() => undefined);
    await eventually('the other is blocked', () => isBlocked('hasty'));
    // In these words nothing was sent: whether it was taken would else not be known.
    await expect(hasty.publish(recalculation())).rejects.toThrow('the broker takes no messages for now');
    expect(done).toBe(false);
    await broker.control('set_vm_memory_high_watermark', '0.6');
    await Promise.all([published, second]);
    await eventually('not blocked', async () => !(await isBlocked('test')));
  },
  LONG,
);
