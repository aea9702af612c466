import { AsyncLocalStorage } from 'node:async_hooks';
import { type Context, type ContextManager, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { attribute } from './semantic-conventions.ts';

/** What belongs to the piece of work that is going on; stands in each of its log lines and on its spans. */
interface ContextFields {
  readonly order_id?: string;
  readonly correlation_id?: string;
  readonly causation_id?: string;
  readonly command_id?: string;
  readonly message_id?: string;
  readonly job_id?: string;
}

/** All that goes with a piece of work through its awaits: node pays for each store by itself, with each promise. */
interface Running {
  /** Shared by everything that was begun within it. */
  readonly work: { fields: ContextFields } | undefined;
  /** With the running span in it. */
  readonly spans: Context;
}

const storage = new AsyncLocalStorage<Running | undefined>();

const NONE: ContextFields = {};

/** Runs `fn` with `fields` added to those around it. */
export const withContext = <T>(fields: ContextFields, fn: () => T): T => {
  const around = storage.getStore();
  const work = { fields: { ...around?.work?.fields, ...fields } };
  return storage.run({ work, spans: around?.spans ?? ROOT_CONTEXT }, () => {
    markSpan(fields);
    return fn();
  });
};

/**
 * Adds to the context that is already running, so that what was begun before (a request's access log) shows the
 * fields too. Without a surrounding `withContext` there is nothing to add to, and nothing happens.
 */
export const addToContext = (fields: ContextFields): void => {
  const work = storage.getStore()?.work;
  if (work === undefined) return;
  work.fields = { ...work.fields, ...fields };
  markSpan(fields);
};

export const currentContext = (): ContextFields => storage.getStore()?.work?.fields ?? NONE;

/** `fn` in the context that runs now, for whoever calls it from elsewhere: an event of a socket, another's end. */
export const inPresentContext = (fn: () => void): (() => void) => {
  const running = storage.getStore();
  return () => storage.run(running, fn);
};

/** Keeps the running span where the other fields are kept. */
export const spanContexts: ContextManager = {
  active: () => storage.getStore()?.spans ?? ROOT_CONTEXT,
  with: (spans, fn, self, ...args) =>
    storage.run({ work: storage.getStore()?.work, spans }, () => fn.apply(self, args)),
  bind: (spans, target) =>
    typeof target === 'function'
      ? (((...args: unknown[]) => spanContexts.with(spans, () => target(...args))) as typeof target)
      : target,
  enable: () => spanContexts,
  disable: () => spanContexts,
};

/** The context as attributes of a span. */
export const contextAttributes = (fields: ContextFields = currentContext()): Record<string, string> => {
  const attributes: Record<string, string> = {};
  if (fields.order_id !== undefined) attributes[attribute.orderId] = fields.order_id;
  if (fields.correlation_id !== undefined) attributes[attribute.correlationId] = fields.correlation_id;
  if (fields.causation_id !== undefined) attributes[attribute.causationId] = fields.causation_id;
  if (fields.command_id !== undefined) attributes[attribute.commandId] = fields.command_id;
  if (fields.message_id !== undefined) attributes[attribute.messagingMessageId] = fields.message_id;
  if (fields.job_id !== undefined) attributes[attribute.jobId] = fields.job_id;
  return attributes;
};

const markSpan = (fields: ContextFields): void => {
  const span = trace.getActiveSpan();
  if (span?.isRecording()) span.setAttributes(contextAttributes(fields));
};
