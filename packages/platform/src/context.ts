import { AsyncLocalStorage } from 'node:async_hooks';
import { trace } from '@opentelemetry/api';
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

const storage = new AsyncLocalStorage<{ fields: ContextFields }>();

/** Runs `fn` with `fields` added to those around it. */
export const withContext = <T>(fields: ContextFields, fn: () => T): T => {
  return storage.run({ fields: { ...currentContext(), ...fields } }, () => {
    markSpan(fields);
    return fn();
  });
};

/**
 * Adds to the context that is already running, so that what was begun before (a request's access log) shows the
 * fields too. Without a surrounding `withContext` there is nothing to add to, and nothing happens.
 */
export const addToContext = (fields: ContextFields): void => {
  const current = storage.getStore();
  if (current === undefined) return;
  current.fields = { ...current.fields, ...fields };
  markSpan(fields);
};

export const currentContext = (): ContextFields => {
  return storage.getStore()?.fields ?? {};
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
  trace.getActiveSpan()?.setAttributes(contextAttributes(fields));
};
