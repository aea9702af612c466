import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { ServiceProblem } from './problem.ts';

const listen = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });

/**
 * Below the range that the system gives to outgoing connections (32768 up, as a rule) and to who asks for any port: a
 * broker opens its port seconds after it was chosen, and until then nobody should get it by chance.
 */
const LOWEST = 20_000;
const HIGHEST = 32_000;

/**
 * Marks a port as given away until this process is gone: whoever gets it opens it seconds later, and until then a second
 * one could be given the same. The mark is a socket in Linux's abstract namespace, which all processes see and which the
 * kernel lets go of when the process dies, however it dies.
 */
const reserve = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const mark = createServer((socket) => socket.destroy());
    mark.once('error', () => resolve(false));
    mark.listen(`\0order-ledger-port-${port}`, () => {
      mark.unref();
      resolve(true);
    });
  });

/**
 * A port that nobody listens on at this moment, and that nobody else is given by this function. A foreign process may
 * take it before it is used: then the start fails.
 */
export const freePort = async (): Promise<number> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if ((await reserve(port)) && (await listen(port)) !== null) return port;
  }
  throw new Error(`the system gives no free port from ${LOWEST} to ${HIGHEST} on 127.0.0.1`);
};

/** @throws ServiceProblem that names the port, who needs it, and how to find who has it */
export const requireFreePorts = async (needed: readonly { name: string; port: number }[]): Promise<void> => {
  for (const { name, port } of needed) {
    if ((await listen(port)) === null)
      throw new ServiceProblem(
        `Port ${port}, which ${name} needs, is taken by another program. Stop that program (ss -ltnp 'sport = :${port}' shows it) and start again.`,
      );
  }
};
