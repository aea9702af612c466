import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** How long a caller may go on sending after his answer, milliseconds; nginx waits for 5 s of silence, and 30 s in all. */
const LINGER_MS = 5_000;

/**
 * Ends our half of a connection, and the whole when the caller has ended his. A connection that is closed over unread bytes
 * is reset, and a reset takes the answer away from who has not read it yet (RFC 9112, 9.6).
 */
export const closeLingering = (socket: Duplex): void => {
  socket.end();
  socket.resume();
  const cut = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once('close', () => clearTimeout(cut));
};

/** An answer that closes its connection before its request has come in whole leaves the caller the time to read it. */
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
