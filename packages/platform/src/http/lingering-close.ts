import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** How long a caller may go on sending after his answer, milliseconds; nginx waits for 5 s of silence, and 30 s in all. */
const LINGER_MS = 5_000;

/**
 * Ends our half of a connection, and the whole when the caller has ended his. Closing a connection with unread bytes
 * resets it, and a reset may destroy an answer that the caller has not read yet (RFC 9112, 9.6).
 */
export const closeLingering = (socket: Duplex): void => {
  socket.end();
  socket.resume();
  const cut = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once('close', () => clearTimeout(cut));
};

/** When an answer closes its connection before the whole request has come in, the caller gets the time to read it. */
export const lingerOnClose = (server: Server): void => {
  const newest = new WeakMap<Duplex, IncomingMessage>();
  server.on('request', (request) => newest.set(request.socket, request));
  server.on('connection', (socket) => {
    const closeNow = socket.destroySoon.bind(socket);
    // What node calls when an answer is out that says so.
    socket.destroySoon = () => {
      const request = newest.get(socket);
      if (request === undefined || request.complete) return closeNow();
      request.once('end', closeNow);
      closeLingering(socket);
    };
  });
};
