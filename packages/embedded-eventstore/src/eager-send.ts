import { ServerInterceptingCall, type ServerInterceptor } from '@grpc/grpc-js';

const sentListeners = new WeakMap<object, () => void>();
const nobody = (): void => {};

/** Calls the listener when the HTTP/2 stream has taken the message: how much waits for a reader is counted by that. */
export const onSent = (message: object, listener: () => void): void => {
  sentListeners.set(message, listener);
};

class EagerCall extends ServerInterceptingCall {
  override sendMessage(message: object, taken: () => void): void {
    super.sendMessage(message, sentListeners.get(message) ?? nobody);
    taken();
  }
}

/**
 * grpc-js hands HTTP/2 one message at a time and waits until it is sent, so that each becomes a frame and a write to
 * the socket. This interceptor passes the next one on at once, so that HTTP/2 packs waiting messages into full frames.
 * Reads are bounded by `onSent` instead.
 */
export const sendEagerly: ServerInterceptor = (_method, call) => new EagerCall(call);
