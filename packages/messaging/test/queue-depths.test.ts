import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { readQueueDepths } from '@order-ledger/messaging/queue-depths';
import { type Broker, brokerUrl, openBroker, ownPrefix } from '@order-ledger/testing/services/broker';
import { until } from '@order-ledger/testing/waiting';

let broker: Broker;
beforeEach(async () => {
  broker = await openBroker(ownPrefix());
});
afterEach(async () => {
  await broker.remove();
  await broker.close();
});

const depths = async () => (await readQueueDepths(brokerUrl(), broker.topology, 5_000)).queues;

it('counts what waits, what is to be tried again and what is dead, and takes none of it', async () => {
  const { queues } = broker.topology;
  const pricing = queues['pricing.intake.v1'];
  const put = (queue: string) => broker.channel.sendToQueue(queue, Buffer.from('x'));
  put(pricing.name);
  put(pricing.name);
  put(`${pricing.name}.retry.5m`);
  put(pricing.deadLetterQueue);
  await broker.channel.waitForConfirms();
  const wanted = [
    { queue: pricing.name, messages: 2, retrying: 1, deadLetters: 1 },
    { queue: queues['manufacturing.plan.v1'].name, messages: 0, retrying: 0, deadLetters: 0 },
  ];
  // A queue tells its length a moment after it has confirmed.
  const isSo = async () => JSON.stringify(await depths()) === JSON.stringify(wanted);
  await until('the queues are counted', isSo);
  await until('they are counted again', isSo);
});

it('tells of a queue that is gone, and of the others all the same', async () => {
  const { queues } = broker.topology;
  await broker.byHand((channel) => channel.deleteQueue(queues['pricing.intake.v1'].deadLetterQueue));
  expect(await depths()).toEqual([
    { queue: queues['pricing.intake.v1'].name, messages: 0, retrying: 0, deadLetters: null },
    { queue: queues['manufacturing.plan.v1'].name, messages: 0, retrying: 0, deadLetters: 0 },
  ]);
});
