import { readFileSync } from 'node:fs';
import { connect } from 'amqplib';
import type { Copy } from './published.ts';

// Confirmed publishing and nothing else: the messages of a file, so many in flight. Prints how long it took, from the
// first confirm to the last, and its processor time, both in ms.
const IN_FLIGHT = 100;
const copies = readFileSync(process.argv[2] ?? '', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Copy)
  .map((copy) => ({ ...copy, content: Buffer.from(copy.content) }));

const model = await connect(process.env.AMQP_URL ?? '', { noDelay: true });
const channel = await model.createConfirmChannel();
let sent = 0;
let confirmed = 0;
let began = 0;
const processorBefore = process.cpuUsage();
await new Promise<void>((resolve, reject) => {
  const next = (): void => {
    const copy = copies[sent];
    if (copy === undefined) return;
    sent += 1;
    channel.publish(copy.exchange, copy.routingKey, copy.content, copy.options, (error) => {
      if (error !== null && error !== undefined) return reject(error);
      if (confirmed === 0) began = performance.now();
      confirmed += 1;
      if (confirmed === copies.length) return resolve();
      next();
    });
  };
  for (let n = 0; n < IN_FLIGHT; n += 1) next();
});
const ms = performance.now() - began;
const { user, system } = process.cpuUsage(processorBefore);
process.stdout.write(`${JSON.stringify({ ms, processor_ms: (user + system) / 1_000 })}\n`);
await model.close();
