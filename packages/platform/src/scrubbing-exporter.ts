import type { Attributes, AttributeValue } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node';
import { scrub } from './mask.ts';

/** The last scrub of spans, as the logger's is of lines: whatever set a name, an attribute or an event's text. */
export const scrubbingExporter = (exporter: SpanExporter): SpanExporter => {
  return {
    export: (spans, done) => exporter.export(spans.map(scrubbed), done),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
};

const scrubbed = (span: ReadableSpan): ReadableSpan => {
  const { message } = span.status;
  // The span's other members are getters and methods of its class: a copy that inherits keeps them.
  return Object.create(span, {
    name: { value: scrub(span.name) },
    attributes: { value: scrubAttributes(span.attributes) },
    status: { value: message === undefined ? span.status : { ...span.status, message: scrub(message) } },
    events: {
      value: span.events.map((event) => ({
        ...event,
        name: scrub(event.name),
        ...(event.attributes === undefined ? {} : { attributes: scrubAttributes(event.attributes) }),
      })),
    },
  });
};

const scrubAttributes = (attributes: Attributes): Attributes => {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, scrubValue(value)]));
};

const scrubValue = (value: AttributeValue | undefined): AttributeValue | undefined => {
  if (typeof value === 'string') return scrub(value);
  if (!Array.isArray(value)) return value;
  return value.map((one) => (typeof one === 'string' ? scrub(one) : one)) as AttributeValue;
};
