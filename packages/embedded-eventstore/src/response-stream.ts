import type { ServerWritableStream } from '@grpc/grpc-js';
import { onSent } from './eager-send.ts';

/** Bytes that may wait for one slow reader before its loop pauses. */
const MOST_OUTSTANDING = 256 * 1024;

/** The answers of a streaming read: a reader that does not read costs a bounded number of bytes, whatever their count. */
export interface ResponseStream {
  /** Undefined when the caller may go on at once; else resolves when it may, or when the call is over. */
  send(message: Buffer): Promise<void> | undefined;
  /** Aborted at the end of the call. */
  readonly over: AbortSignal;
}

export const responseStream = (call: ServerWritableStream<unknown, Buffer>): ResponseStream => {
  const ending = new AbortController();
  const over = ending.signal;
  let outstanding = 0;
  let resume = (): void => {};
  for (const event of ['cancelled', 'close', 'error'])
    call.on(event, () => {
      ending.abort();
      resume();
    });
  return {
    send(message) {
      if (over.aborted) return undefined;
      // Not the message: gRPC has a copy of its own, and a reader that takes nothing would keep both.
      const { length } = message;
      outstanding += length;
      onSent(message, () => {
        outstanding -= length;
        if (outstanding <= MOST_OUTSTANDING / 2) resume();
      });
      call.write(message);
      if (outstanding <= MOST_OUTSTANDING) return undefined;
      return new Promise((resolve) => {
        resume = resolve;
      });
    },
    over,
  };
};

/**
 * Sends a page, record by record, and removes what was sent: while a reader takes nothing, only the unsent rest is held
 * in memory.
 */
export const sendPage = async <T>(
  out: ResponseStream,
  page: T[],
  send: (each: T) => Promise<void> | undefined,
): Promise<void> => {
  const sendUntilFull = (): Promise<void> | undefined => {
    for (;;) {
      const each = page.shift();
      if (each === undefined || out.over.aborted) return undefined;
      const room = send(each);
      if (room) return room;
    }
  };
  for (let room = sendUntilFull(); room; room = sendUntilFull()) await room;
};
