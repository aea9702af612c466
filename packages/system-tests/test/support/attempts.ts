import { type Channel, connect } from 'amqplib';

/** What one user of the broker was let do, each try on a channel of its own. */
export interface Attempts {
  publish(exchange: string, key?: string): Promise<string>;
  read(queue: string): Promise<string>;
  purge(queue: string): Promise<string>;
  make(queue: string): Promise<string>;
  close(): Promise<void>;
}

export const attemptsOf = async (url: string): Promise<Attempts> => {
  const connection = await connect(url);
  connection.on('error', () => undefined);
  const tried = async (work: (channel: Channel) => Promise<unknown>): Promise<string> => {
    const channel = await connection.createConfirmChannel();
    const refused = new Promise<string>((resolve) =>
      channel.on('error', (error: { code?: number; message: string }) => resolve(codeOf(error))),
    );
    try {
      return await Promise.race([work(channel).then(() => 'done'), refused]);
    } catch (error) {
      return codeOf(error as { code?: number; message: string });
    } finally {
      // A channel that the broker closed cannot be closed again.
      await channel.close().catch(() => undefined);
    }
  };
  return {
    // To a key that no queue is bound to.
    publish: (exchange, key = 'of.nobody') =>
      tried(async (channel) => {
        channel.publish(exchange, key, Buffer.from('{}'));
        await (channel as Awaited<ReturnType<typeof connection.createConfirmChannel>>).waitForConfirms();
      }),
    read: (queue) => tried((channel) => channel.get(queue)),
    purge: (queue) => tried((channel) => channel.purgeQueue(queue)),
    make: (queue) => tried((channel) => channel.assertQueue(queue, { exclusive: true, durable: false })),
    close: () => connection.close(),
  };
};

const codeOf = ({ code, message }: { code?: number; message: string }): string =>
  code === 403 || message.includes('ACCESS_REFUSED') ? 'refused' : message;
