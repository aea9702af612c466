import { type Span, SpanKind } from '@opentelemetry/api';
import type { Request, RequestHandler, Response } from 'express';
import { inPresentContext, withContext } from '../context.ts';
import type { Log } from '../log.ts';
import { defineMetrics, latencyBuckets } from '../metrics.ts';
import { attribute } from '../semantic-conventions.ts';
import { startSpan, traceparentOf, underSpan } from '../telemetry.ts';
import { CORRELATION_FAULTS, correlationOf, REPLACED_HEADER } from './correlation.ts';
import { beginRequestState, requestState } from './request-state.ts';
import type { RouteMatch } from './route.ts';

const metrics = defineMetrics({
  duration: {
    type: 'histogram',
    name: 'http_server_request_duration_seconds',
    help: 'Requests by route: rate (_count), errors (status) and duration',
    labels: ['method', 'route', 'status'],
    buckets: latencyBuckets,
  },
  failed: {
    type: 'counter',
    name: 'http_server_errors_total',
    help: 'Requests answered 5xx, by route; there at 0 from the first request to the route on',
    labels: ['method', 'route'],
  },
  correlationReplaced: {
    type: 'counter',
    name: 'http_correlation_ids_replaced_total',
    help: 'Correlation ids of callers that were not taken, by what was wrong with them',
    labels: ['reason'],
  },
  running: { type: 'gauge', name: 'http_server_active_requests', help: 'Requests that are being answered' },
});

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** nginx's word for a caller who went away before the answer was complete. */
const clientClosedRequest = 499;

/** Of all apps of the process. */
let running = 0;
metrics.running.onCollect(() => metrics.running.set({}, running));

/** Gives each request its correlation id, context and span, and counts, times and logs it when it is over. */
export const observeRequests = (log: Log, find: (method: string, path: string) => RouteMatch): RequestHandler => {
  return (request, response, next) => {
    const matched = find(request.method, request.path);
    const { id: correlationId, replaced } = correlationOf(request);
    const route = matched.kind === 'found' ? matched.route.path : 'unmatched';
    const method = knownMethods.has(request.method) ? request.method : 'OTHER';
    const began = performance.now();
    beginRequestState(response, { correlationId, replaced, matched });
    withContext({ correlation_id: correlationId }, () => {
      const isProbe = matched.kind === 'found' && matched.route.logLevel === 'debug';
      const span = requestSpan(request, method, route, isProbe);
      response.setHeader('X-Correlation-Id', correlationId);
      if (replaced !== undefined) {
        response.setHeader(REPLACED_HEADER, CORRELATION_FAULTS[replaced]);
        metrics.correlationReplaced.inc({ reason: replaced });
      }
      const traceparent = traceparentOf(span);
      if (traceparent !== undefined) response.setHeader('traceresponse', traceparent);
      running += 1;
      underSpan(span, () => {
        const over = () => {
          running -= 1;
          report({ log, response, span, method, route, seconds: (performance.now() - began) / 1_000 });
        };
        // The event comes from the socket, so the context is bound to it here.
        response.once('close', inPresentContext(over));
        next();
      });
    });
  };
};

const requestSpan = (request: Request, method: string, route: string, isProbe: boolean): Span => {
  const attributes = () => ({
    [attribute.httpRequestMethod]: method,
    [attribute.httpRoute]: route,
    [attribute.urlScheme]: request.protocol,
  });
  const parent = request.headers.traceparent;
  return startSpan(`${method} ${route}`, attributes, {
    kind: SpanKind.SERVER,
    parent: typeof parent === 'string' ? parent : null,
    unrecorded: isProbe,
  });
};

interface Finished {
  readonly log: Log;
  readonly response: Response;
  readonly span: Span;
  readonly method: string;
  readonly route: string;
  readonly seconds: number;
}

const report = ({ log, response, span, method, route, seconds }: Finished): void => {
  const status = response.writableFinished ? response.statusCode : clientClosedRequest;
  const { caller, problemCode, matched, replaced } = requestState(response);
  metrics.duration.observe({ method, route, status: String(status) }, seconds);
  metrics.failed.inc({ method, route }, status >= 500 ? 1 : 0);
  span.setAttribute(attribute.httpResponseStatusCode, status);
  if (status >= 500) span.setAttribute(attribute.errorType, problemCode ?? String(status));
  const level = (matched.kind === 'found' && matched.route.logLevel) || 'info';
  log[level]('request', {
    method,
    route,
    http_status: status,
    duration_ms: Math.round(seconds * 1_000_000) / 1_000,
    code: problemCode,
    correlation_replaced: replaced,
    caller_kind: caller?.kind,
    partner_id: caller?.kind === 'partner' ? caller.id : undefined,
  });
  span.end();
};
