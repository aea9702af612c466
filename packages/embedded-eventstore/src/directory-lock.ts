import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer } from 'node:net';

/**
 * Keeps a second server from opening the same data directory. The lock is a socket in Linux's abstract namespace: the
 * kernel lets go of it when the process dies, however it dies. Answers the function that releases it.
 */
export const lockDirectory = (directory: string): Promise<() => Promise<void>> => {
  const name = createHash('sha256').update(realpathSync(directory)).digest('hex').slice(0, 40);
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`another server uses the data directory ${directory}: stop it, or name another directory`)
          : error,
      ),
    );
    server.listen(`\0embedded-eventstore-${name}`, () => {
      server.unref();
      resolve(() => new Promise((closed) => server.close(() => closed())));
    });
  });
};
