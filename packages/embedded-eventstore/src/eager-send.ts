import { ServerInterceptingCall, type ServerInterceptingCallInterface, type ServerInterceptor } from '@grpc/grpc-js';

const sentListeners = new WeakMap<object, () => void>();

/** Calls the listener when the HTTP/2 stream has taken the message: how much waits for a reader is counted by that. */
export const onSent = (message: object, listener: () => void): void => {
  sentListeners.set(message, listener);
};

/**
 * grpc-js hands HTTP/2 one message at a time and waits until it is sent, which makes a frame and a write to the socket
 * of each: this interceptor lets the next one go at once, so that HTTP/2 packs what is waiting into full frames. Reads
 * are bounded by `onSent` instead.
 */
export const sendEagerly: ServerInterceptor = (_method, call) => {
  const eager: ServerInterceptingCallInterface = {
    start: (listener) => call.start(listener),
    sendMetadata: (metadata) => call.sendMetadata(metadata),
    sendMessage(message: object, taken) {
      const listener = sentListeners.get(message);
      call.sendMessage(message, listener ?? (() => {}));
      taken();
    },
    sendStatus: (status) => call.sendStatus(status),
    startRead: () => call.startRead(),
    getPeer: () => call.getPeer(),
    getDeadline: () => call.getDeadline(),
    getHost: () => call.getHost(),
    getAuthContext: () => call.getAuthContext(),
    getConnectionInfo: () => call.getConnectionInfo(),
    getMetricsRecorder: () => call.getMetricsRecorder(),
  };
  return new ServerInterceptingCall(eager);
};
