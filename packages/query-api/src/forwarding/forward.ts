import { Agent } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import { ProblemError } from '@order-ledger/platform/http/problem';
import { correlationIdFor } from '@order-ledger/platform/http/request-state';
import { isSafeMethod } from '@order-ledger/platform/http/route';
import { currentTraceparent } from '@order-ledger/platform/telemetry';
import type { Request, RequestHandler, Response } from 'express';
import { ProxyServer } from 'httpxy';
import type { Interface } from './forwarded-routes.ts';
import { cleanAnswer, cleanRequest } from './headers.ts';

interface ForwardOptions {
  /** Base address of the process. */
  url: string;
  /** Whether this origin has the path. */
  isHere: (path: string) => boolean;
  silenceMs?: number;
}

/** After so long without a byte there will be no answer, milliseconds; an interface gives up its own work before. */
const SILENCE_MS = 60_000;

const RETRY_AFTER = { 'Retry-After': '5' };

/** Failed before the connection stood. */
const isUnsent = (error: unknown): boolean =>
  ['connect', 'getaddrinfo'].includes(String((error as NodeJS.ErrnoException | undefined)?.syscall));

/** What the caller is told when no answer came. */
const problemOf = (to: Interface, method: string, cause: unknown): ProblemError => {
  const told = { cause, headers: RETRY_AFTER };
  if (isUnsent(cause))
    return new ProblemError(
      503,
      'interface-unavailable',
      `${to} cannot be reached, and nothing was sent to it. Try again.`,
      told,
    );
  if (isSafeMethod(method))
    return new ProblemError(502, 'interface-unavailable', `${to} ended without an answer. Try again.`, told);
  if (to === 'upload-api')
    return new ProblemError(
      502,
      'upload-interrupted',
      'upload-api ended without an answer: ask HEAD where the upload stands, and go on from there.',
      told,
    );
  return new ProblemError(
    503,
    'outcome-unknown',
    `${to} ended without an answer, and may have done this: send it again with the same Idempotency-Key.`,
    told,
  );
};

/** An answer closes its connection where this process has said so: it is about to stop. */
const keepConnection = (request: Request, response: Response): void => {
  request.headers.connection = String(response.getHeader('connection') ?? 'keep-alive');
};

const proxyTo = ({ url, isHere, silenceMs = SILENCE_MS }: ForwardOptions): ProxyServer<Request, Response> => {
  const agent = new URL(url).protocol === 'https:' ? new TlsAgent({ keepAlive: true }) : new Agent({ keepAlive: true });
  const proxy = new ProxyServer<Request, Response>({
    target: url,
    agent,
    changeOrigin: true,
    proxyTimeout: silenceMs,
  });
  proxy.on('proxyRes', (answer, request, response) => {
    cleanAnswer(answer.headers, isHere);
    keepConnection(request, response);
  });
  return proxy;
};

/**
 * Sends a request on as it comes in, and its answer as that comes back; nothing of either is kept. The process behind asks
 * for the credential, and counts for the address that this one has found out.
 */
export const createForward = (to: Interface, options: ForwardOptions): RequestHandler => {
  const proxy = proxyTo(options);
  return (request, response, next) => {
    // As the headers say it that end here.
    const from = { 'x-forwarded-for': request.ip ?? '', 'x-forwarded-proto': request.protocol };
    cleanRequest(request.headers);
    const hasLength =
      request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined;
    const traceparent = currentTraceparent();
    proxy
      .web(request, response, {
        headers: {
          'x-correlation-id': correlationIdFor(response),
          ...from,
          ...(traceparent === undefined ? {} : { traceparent }),
          ...(hasLength || isSafeMethod(request.method) ? {} : { 'content-length': '0' }),
        },
      })
      .catch((error: unknown) => {
        // Of a body that is not wholly here the rest is not waited for.
        if (!request.complete && !response.headersSent) response.setHeader('Connection', 'close');
        next(problemOf(to, request.method, error));
      });
  };
};
