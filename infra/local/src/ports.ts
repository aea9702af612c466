import { createServer } from 'node:net';

const listen = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });

/** A port that nobody listens on at this moment. Another process may take it before it is used: then the start fails. */
export const freePort = async (): Promise<number> => {
  const port = await listen(0);
  if (port === null) throw new Error('the system gives no free port on 127.0.0.1');
  return port;
};

export const isFree = async (port: number): Promise<boolean> => (await listen(port)) !== null;
