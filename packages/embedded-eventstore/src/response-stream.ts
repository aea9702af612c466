import type { ServerWritableStream } from '@grpc/grpc-js';
import { onSent } from './eager-send.ts';

/** Bytes that may wait for one slow reader before its loop pauses. */
const MOST_OUTSTANDING = 256 * 1024;

/** The answers of a streaming read: a reader that does not read costs a bounded number of bytes, whatever their count. */
export interface ResponseStream {
  /** Undefined when the caller may go on at once; else resolves when it may, or when the call is over. */
  send(message: Buffer): Promise<void> | undefined;
  closed(): boolean;
  onClose(listener: () => void): void;
}

export const responseStream = (call: ServerWritableStream<unknown, Buffer>): ResponseStream => {
  let outstanding = 0;
  let over = false;
  let resume: (() => void) | undefined;
  const listeners = new Set<() => void>();

  const close = (): void => {
    if (over) return;
    over = true;
    resume?.();
    for (const listener of listeners) listener();
    listeners.clear();
  };
  call.on('cancelled', close);
  call.on('close', close);
  call.on('error', close);

  return {
    send(message) {
      if (over) return undefined;
      // Not the message: gRPC has a copy of its own, and a reader that takes nothing would keep both.
      const { length } = message;
      outstanding += length;
      onSent(message, () => {
        outstanding -= length;
        if (outstanding <= MOST_OUTSTANDING / 2) {
          resume?.();
          resume = undefined;
        }
      });
      call.write(message);
      if (outstanding <= MOST_OUTSTANDING) return undefined;
      return new Promise((resolve) => {
        resume = resolve;
      });
    },
    closed: () => over,
    onClose(listener) {
      if (over) listener();
      else listeners.add(listener);
    },
  };
};

/**
 * Sends a page, record by record, and takes from it what was sent: whoever waits for a reader that takes nothing holds no
 * more than is still to be sent.
 */
export const sendPage = async <T>(
  out: ResponseStream,
  page: T[],
  send: (each: T) => Promise<void> | undefined,
): Promise<void> => {
  const sendUntilFull = (): Promise<void> | undefined => {
    for (;;) {
      const each = page.shift();
      if (each === undefined || out.closed()) return undefined;
      const room = send(each);
      if (room) return room;
    }
  };
  for (let room = sendUntilFull(); room; room = sendUntilFull()) await room;
};
