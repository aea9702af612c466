import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Messaging, type MessagingOptions, openMessaging } from '@order-ledger/messaging/connection';
import { NackedError } from '@order-ledger/messaging/errors';
import { retryQueue, TOPOLOGY, type Topology } from '@order-ledger/messaging/topology';
import { keepingLog } from '@order-ledger/testing/lines';
import { recalculation } from '@order-ledger/testing/messages';
import { type Broker, brokerUrl, openBroker, ownPrefix } from '@order-ledger/testing/services/broker';
import { proxyTo, type Way } from '@order-ledger/testing/services/proxy';
import { until } from '@order-ledger/testing/waiting';
import { connect } from 'amqplib';

/** Servers start and queues are made on a machine that others use too. */
jest.setTimeout(120_000);

const QUEUE = 'pricing.intake.v1';
const topology: Topology = {
  ...TOPOLOGY,
  queues: { ...TOPOLOGY.queues, [QUEUE]: { ...TOPOLOGY.queues[QUEUE], deliveryLimit: 2, maxLength: 3 } },
};

let broker: Broker;
let proxy: Way;
let prefix: string;
let queue: string;
const opened: Messaging[] = [];
const { log } = keepingLog();

beforeEach(async () => {
  prefix = ownPrefix();
  broker = await openBroker(prefix, topology);
  queue = broker.topology.queues[QUEUE].name;
  proxy = await proxyTo(brokerUrl());
});
afterEach(async () => {
  proxy.open();
  for (const messaging of opened.splice(0)) await messaging.close();
  await proxy.close();
  await broker.remove();
  await broker.close();
});

const open = (changes: Partial<MessagingOptions> = {}): Messaging => {
  const messaging = openMessaging({ url: brokerUrl(), log, name: 'test', prefix, topology, ...changes });
  opened.push(messaging);
  return messaging;
};
const gate = () => {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
};

describe('a delivery', () => {
  it('is acknowledged only when its handler is done', async () => {
    const messaging = open();
    const { passed, open: finish } = gate();
    let begun = 0;
    let handled = 0;
    const consumer = await messaging.consume(QUEUE, {
      handler: async () => {
        begun += 1;
        await passed;
        handled += 1;
      },
    });
    await messaging.publish(recalculation(), { mandatory: true });
    await until('the delivery', () => begun === 1);
    const closing = consumer.close();
    finish();
    await closing;
    expect(handled).toBe(1);
    // Nothing is left that would come again.
    await messaging.close();
    expect(await broker.ready(queue)).toBe(0);
  });

  it('goes to another consumer when its own died with it', async () => {
    const dying = open({ url: proxy.url });
    const living = open();
    const begun: string[] = [];
    const { passed, open: finish } = gate();
    await dying.consume(QUEUE, {
      handler: async ({ id }) => {
        begun.push(id);
        await passed;
      },
    });
    const sent = recalculation();
    await living.publish(sent, { mandatory: true });
    await until('the first delivery', () => begun.length === 1);
    const handled: string[] = [];
    await living.consume(QUEUE, { handler: async ({ id }) => void handled.push(id) });
    proxy.shut();
    await until('the second delivery', () => handled.length === 1);
    expect(handled).toEqual([sent.id]);
    finish();
  });

  it('that kills its consumers again and again ends in the dead letters', async () => {
    const messaging = open();
    const sent = recalculation();
    await messaging.publish(sent, { mandatory: true });
    for (let n = 0; n <= 2; n += 1) {
      const victim = await connect(brokerUrl());
      const channel = await victim.createChannel();
      await until('a delivery', () => channel.get(queue));
      await victim.close();
    }
    const dead = await until('the dead letter', () => broker.take(broker.topology.queues[QUEUE].deadLetterQueue));
    expect(dead.properties.messageId).toBe(sent.id);
    expect(dead.properties.headers?.['x-death']?.[0]).toMatchObject({ reason: 'delivery_limit', queue });
  });
});

describe('a consumer', () => {
  it('goes on after its connection was cut, and an answer that came too late does no harm', async () => {
    const messaging = open({ url: proxy.url });
    const { passed, open: finish } = gate();
    const begun: string[] = [];
    await messaging.consume(QUEUE, {
      handler: async ({ id }) => {
        begun.push(id);
        if (begun.length === 1) await passed;
      },
    });
    const first = recalculation();
    await messaging.publish(first, { mandatory: true });
    await until('the delivery', () => begun.length === 1);
    proxy.cut();
    await until('the delivery again', () => begun.length === 2);
    finish();
    const second = recalculation();
    await messaging.publish(second, { mandatory: true });
    await until('the next one', () => begun.length === 3);
    expect(begun).toEqual([first.id, first.id, second.id]);
  });

  it('declares its queue again and goes on when somebody deleted it', async () => {
    const messaging = open();
    const handled: string[] = [];
    await messaging.consume(QUEUE, { handler: async ({ id }) => void handled.push(id) });
    const one = recalculation();
    await messaging.publish(one, { mandatory: true });
    await until('the first', () => handled.length === 1);
    await broker.channel.deleteQueue(queue);
    const two = recalculation();
    await until('the second', async () => {
      // As long as nobody consumes the queue is soon full; its publisher comes again.
      await messaging.publish(two).catch((error: unknown) => {
        if (!(error instanceof NackedError)) throw error;
      });
      return handled.includes(two.id);
    });
  });

  it('says so while the broker is silent, and goes on when it is heard again [E7]', async () => {
    const messaging = open({ url: proxy.url });
    const handled: string[] = [];
    const consumer = await messaging.consume(QUEUE, { handler: async ({ id }) => void handled.push(id) });
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
    proxy.hold();
    await until('it is noticed', async () => !(await isWell()));
    // The silent connections are gone, and no other is let through.
    proxy.cut();
    proxy.open();
    await until('all is well again', isWell);
    const message = recalculation();
    await messaging.publish(message, { mandatory: true });
    await until('the message', () => handled.includes(message.id));
  });

  it('says so while it cannot consume', async () => {
    const messaging = open({ url: proxy.url });
    const consumer = await messaging.consume(QUEUE, { handler: async () => undefined });
    const isFine = () => {
      try {
        consumer.check();
        return true;
      } catch {
        return false;
      }
    };
    await until('it consumes', isFine);
    proxy.shut();
    await until('it does not', () => !isFine());
    proxy.open();
    await until('it does again', isFine);
  });
});

describe('a publication', () => {
  it('that is mandatory fails where no queue of the topology takes it; another does not', async () => {
    const messaging = open();
    await messaging.ready(20_000);
    const nobodys = recalculation({ type: 'order.price_calculated' });
    await expect(messaging.publish(nobodys, { mandatory: true })).rejects.toThrow(
      expect.objectContaining({ name: 'UnroutableError', code: 'unroutable' }),
    );
    await messaging.publish(nobodys);
  });

  it('fails where a queue is full, and works once there is room [E6]', async () => {
    const messaging = open();
    const refused = await until('a refusal', async () => {
      const error = await messaging.publish(recalculation(), { mandatory: true }).catch((fault: unknown) => fault);
      return error instanceof Error && error;
    });
    expect(refused).toMatchObject({ name: 'NackedError', code: 'nacked' });
    const kept = await broker.ready(queue);
    expect(kept).toBeGreaterThanOrEqual(3);
    await broker.channel.purgeQueue(queue);
    // The broker tells those who publish of the room a little later than it makes it.
    await until('a message is taken', () =>
      messaging.publish(recalculation(), { mandatory: true }).then(
        () => true,
        (error: Error) => error.name !== 'NackedError' && Promise.reject(error),
      ),
    );
  });

  it('waits for the broker to come back, and no longer than it is told', async () => {
    const patient = open({ url: proxy.url });
    const hasty = open({ url: proxy.url, publishTimeoutMs: 100 });
    for (const messaging of [patient, hasty]) await messaging.ready(20_000);
    proxy.shut();
    for (const messaging of [patient, hasty]) {
      await until('the loss is noticed', () =>
        messaging.ready(1).then(
          () => false,
          () => true,
        ),
      );
    }
    const waiting = patient.publish(recalculation(), { mandatory: true });
    await expect(hasty.publish(recalculation())).rejects.toMatchObject({ code: 'broker-unavailable' });
    await expect(hasty.ready(50)).rejects.toThrow();
    expect(await broker.ready(queue)).toBe(0);
    proxy.open();
    await waiting;
    expect(await broker.ready(queue)).toBe(1);
  });

  it('is confirmed each by itself, hundreds at once, with a fault among them', async () => {
    const messaging = open();
    await messaging.ready(20_000);
    const results = await Promise.allSettled(
      Array.from({ length: 300 }, (_, n) =>
        messaging.publish(
          // Nobody consumes either.
          recalculation(n % 3 === 0 ? { type: 'order.price_calculation_started' } : { type: 'order.price_calculated' }),
          { mandatory: n % 3 === 0 },
        ),
      ),
    );
    expect(results.map(({ status }) => status)).toEqual(
      Array.from({ length: 300 }, (_, n) => (n % 3 === 0 ? 'rejected' : 'fulfilled')),
    );
  });
});

describe('the topology', () => {
  it('may be declared by many at once', async () => {
    await broker.remove();
    await Promise.all(Array.from({ length: 3 }, () => open().ready(20_000)));
  });

  it('is refused in plain words where the broker holds another form of it', async () => {
    const other = {
      ...topology,
      queues: { ...topology.queues, [QUEUE]: { ...topology.queues[QUEUE], deliveryLimit: 4 } },
    };
    const messaging = open({ topology: other });
    const error = await until('the refusal', () =>
      messaging
        .ready(500)
        .catch((fault: unknown) => (fault as Error).name === 'TopologyMismatchError' && (fault as Error)),
    );
    expect(error).toMatchObject({
      code: 'topology-mismatch',
      message: expect.stringContaining(`The queue ${queue} exists on the broker with other arguments`),
    });
  });

  it('has a dead-letter queue, a limit and retry tiers for each consumer, and binds no foreign exchange whole [E1] [E3] [E6]', async () => {
    for (const [name, one] of Object.entries(TOPOLOGY.queues)) {
      expect([one.name, one.deadLetterQueue]).toEqual([name, `${name}.dlq`]);
      expect(one.tiers.map((tier) => retryQueue(one, tier))).toEqual(
        ['1s', '5s', '30s', '5m'].map((delay) => `${name}.retry.${delay}`),
      );
      expect(one.attempts).toBe(8);
      expect(one.bindings.filter(({ key }) => /[#*]/.test(key))).toEqual([]);
    }
  });
});
