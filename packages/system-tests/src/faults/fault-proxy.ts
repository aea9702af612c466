import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** What a way does to those who use it. `silent`: connections stay open and nothing is carried; new ones are never answered. */
export type WayFault = 'refused' | 'reset' | 'silent' | 'slow';

/** A way to a server, on a port of its own. Bytes are passed on as they are, so that TLS and passwords hold. */
export interface FaultProxy {
  readonly port: number;
  /** Where it leads; nobody may connect before. */
  lead(to: { host: string; port: number }): void;
  begin(fault: WayFault): void;
  mend(): Promise<void>;
  /** The next bytes that come back are replaced, once. Resolves when it has happened, or when it is mended before. */
  garble(bytesOf: (length: number) => Buffer): Promise<void>;
  close(): Promise<void>;
}

const SLOW_MS = 2_000;

export const startFaultProxy = async (port: number): Promise<FaultProxy> => {
  let target: { host: string; port: number } | null = null;
  let fault: WayFault | null = null;
  let garbling: { bytesOf: (length: number) => Buffer; done: () => void } | null = null;
  const open = new Set<Socket>();
  /** Connections that came while the way was silent. */
  const unanswered = new Set<Socket>();

  const keep = (socket: Socket): void => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    // Its close follows; whatever broke the connection, the other side is told by the same means.
    socket.on('error', () => undefined);
  };

  const replaced = (chunk: Buffer): Buffer => {
    if (garbling === null) return chunk;
    const { bytesOf, done } = garbling;
    garbling = null;
    done();
    return bytesOf(chunk.length);
  };

  /** One direction: in order, each chunk as late as the way is slow, and no faster than the other side takes it. */
  const carry = (from: Socket, to: Socket, isAnswer: boolean): void => {
    let lastAt = 0;
    const later = (act: () => void): void => {
      const at = Math.max(lastAt, performance.now() + (fault === 'slow' && isAnswer ? SLOW_MS : 0));
      lastAt = at;
      const wait = at - performance.now();
      if (wait <= 0) act();
      else setTimeout(act, wait);
    };
    from.on('data', (data) => {
      const chunk = isAnswer ? replaced(data) : data;
      later(() => {
        if (to.destroyed || to.write(chunk)) return;
        from.pause();
        to.once('drain', () => fault !== 'silent' && from.resume());
      });
    });
    from.once('end', () => later(() => void to.end()));
    from.once('close', (broken) => later(() => void (broken ? to.resetAndDestroy() : to.end())));
  };

  const join = (near: Socket): void => {
    if (target === null) return void near.resetAndDestroy();
    const far = connect({ ...target, allowHalfOpen: true });
    keep(far);
    carry(near, far, false);
    carry(far, near, true);
  };

  const accept = (near: Socket): void => {
    if (fault === 'reset') return void near.resetAndDestroy();
    keep(near);
    if (fault === 'silent') {
      near.pause();
      unanswered.add(near);
      near.once('close', () => unanswered.delete(near));
    } else join(near);
  };

  let server: Server | null = null;
  const listen = async (): Promise<void> => {
    const opened = createServer({ allowHalfOpen: true }, accept);
    server = opened;
    opened.listen(port, '127.0.0.1');
    await once(opened, 'listening');
  };
  const stopListening = (): void => {
    server?.close();
    server = null;
  };
  await listen();

  const ACTS: Readonly<Record<WayFault, () => void>> = {
    refused: () => {
      stopListening();
      for (const socket of open) socket.destroy();
    },
    reset: () => {
      for (const socket of open) socket.resetAndDestroy();
    },
    silent: () => {
      for (const socket of open) socket.pause();
    },
    slow: () => undefined,
  };

  return {
    port,
    lead: (to) => {
      target = to;
    },
    begin: (begun) => {
      fault = begun;
      ACTS[begun]();
    },
    mend: async () => {
      fault = null;
      garbling?.done();
      garbling = null;
      for (const socket of open) if (!unanswered.has(socket)) socket.resume();
      for (const near of unanswered) {
        unanswered.delete(near);
        near.resume();
        join(near);
      }
      if (server === null) await listen();
    },
    garble: (bytesOf) =>
      new Promise((resolve) => {
        garbling = { bytesOf, done: resolve };
      }),
    close: async () => {
      stopListening();
      for (const socket of open) socket.destroy();
    },
  };
};
