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
      outstanding += message.length;
      onSent(message, () => {
        outstanding -= message.length;
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
