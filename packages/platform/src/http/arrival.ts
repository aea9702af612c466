import type { RequestHandler } from 'express';
import { requestState } from './request-state.ts';

/**
 * Cuts a request whose body does not come in time, for a server without a limit for all: where some routes take bodies
 * that may come slowly. The caller is told what he would be told by a server with one.
 */
export const bodyInTime = (limitMs: number): RequestHandler => {
  return (request, response, next) => {
    const { matched } = requestState(response);
    const mayBeSlow = matched.kind === 'found' && matched.route.slow === true;
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
    if (mayBeSlow || (encoding === undefined && !(Number(length) > 0))) return next();
    const late = setTimeout(() => {
      const fault = Object.assign(new Error('the body did not come in time'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
      serverOf(request.socket)?.emit('clientError', fault, request.socket);
    }, limitMs);
    late.unref();
    const over = (): void => clearTimeout(late);
    request.once('end', over);
    request.once('close', over);
    next();
  };
};

/** Node's server of a connection, which it does not declare. */
const serverOf = (socket: object): NodeJS.EventEmitter | undefined =>
  'server' in socket ? (socket.server as NodeJS.EventEmitter) : undefined;
