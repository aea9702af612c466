import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut, closed and opened again. */
export interface Way {
  /** The server's address with this way's host and port in it. */
  readonly url: string;
  /** Resets every connection that there is. */
  cut(): void;
  /** Resets what there is and refuses what comes, until `open`. */
  shut(): void;
  open(): void;
  /** Lets nothing through, in silence, as a network that drops packets, until `open`; then it goes on. */
  hold(): void;
  /** Leads to another server from now on; the connections that there are stay where they are. */
  leadTo(target: string): void;
  close(): Promise<void>;
}

export const proxyTo = async (target: string): Promise<Way> => {
  let { hostname, port } = new URL(target);
  const pairs = new Set<readonly [Socket, Socket]>();
  let isShut = false;
  let isHeld = false;
  const server = createServer((near) => {
    if (isShut) return near.resetAndDestroy();
    const far = connect(Number(port), hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [from, to] of [pair, [far, near] as const]) {
      from.on('data', (bytes) => {
        to.write(bytes);
      });
      if (isHeld) from.pause();
      from.on('error', () => to.destroy());
      from.on('close', () => {
        pairs.delete(pair);
        to.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  const cut = () => {
    for (const [near, far] of pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
  };
  return {
    url: url.href,
    cut,
    shut: () => {
      isShut = true;
      cut();
    },
    open: () => {
      isShut = false;
      isHeld = false;
      for (const [near, far] of pairs) for (const socket of [near, far]) socket.resume();
    },
    hold: () => {
      isHeld = true;
      for (const [near, far] of pairs) for (const socket of [near, far]) socket.pause();
    },
    leadTo: (other) => {
      ({ hostname, port } = new URL(other));
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
};
