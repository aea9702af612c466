import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface StallingProxy {
  readonly port: number;
  /** From now on nobody takes what the server sends: its socket fills up. */
  stall(): void;
  close(): void;
}

/** A TCP proxy to a server on this machine, for callers that stop reading without closing. */
export const openStallingProxy = async (to: number): Promise<StallingProxy> => {
  const sockets = new Set<Socket>();
  const fromServer = new Set<Socket>();
  const proxy = createServer((caller) => {
    const server = connect(to, '127.0.0.1');
    fromServer.add(server);
    for (const socket of [caller, server]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    caller.pipe(server).pipe(caller);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port: (proxy.address() as AddressInfo).port,
    stall() {
      for (const socket of fromServer) {
        socket.unpipe();
        socket.pause();
      }
    },
    close() {
      proxy.close();
      for (const socket of sockets) socket.destroy();
    },
  };
};
