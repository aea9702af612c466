/** A span as a collector gets it, with its attributes as a plain record. */
export interface OtlpSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly service: string;
  /** Tells two runs, or two instances, of one service apart. */
  readonly instance: string | undefined;
  readonly name: string;
  readonly kind: 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  /** Milliseconds since 1970, with fractions. */
  readonly start: number;
  readonly end: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly links: readonly { readonly traceId: string; readonly spanId: string }[];
  readonly events: readonly {
    readonly at: number;
    readonly name: string;
    readonly attributes: Readonly<Record<string, unknown>>;
  }[];
  /** 2 for an error, as OTLP numbers them. */
  readonly statusCode: number;
  readonly statusMessage: string | undefined;
}

type KeyValue = { key: string; value: AnyValue };
interface AnyValue {
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly intValue?: number | string;
  readonly doubleValue?: number;
  readonly arrayValue?: { readonly values?: readonly AnyValue[] };
}

/** The body of a POST to `/v1/traces`, as OTLP/JSON writes it. */
interface TraceExport {
  resourceSpans?: {
    resource?: { attributes?: KeyValue[] };
    scopeSpans?: {
      spans?: {
        name: string;
        traceId: string;
        spanId: string;
        parentSpanId?: string;
        kind?: number;
        startTimeUnixNano: string;
        endTimeUnixNano: string;
        attributes?: KeyValue[];
        links?: { traceId: string; spanId: string }[];
        events?: { timeUnixNano: string; name: string; attributes?: KeyValue[] }[];
        status?: { code?: number; message?: string };
      }[];
    }[];
  }[];
}

/** As OTLP numbers them; 0 is unspecified. */
const KINDS = ['internal', 'internal', 'server', 'client', 'producer', 'consumer'] as const;

/** Throws on what is no export of traces. */
export const spansOfExport = (body: string): OtlpSpan[] =>
  ((JSON.parse(body) as TraceExport).resourceSpans ?? []).flatMap(({ resource, scopeSpans = [] }) => {
    const of = recordOf(resource?.attributes);
    const service = String(of['service.name']);
    const instance = of['service.instance.id'] === undefined ? undefined : String(of['service.instance.id']);
    return scopeSpans
      .flatMap(({ spans = [] }) => spans)
      .map((span) => ({
        traceId: String(span.traceId),
        spanId: String(span.spanId),
        parentSpanId: span.parentSpanId === '' ? undefined : span.parentSpanId,
        service,
        instance,
        name: String(span.name),
        kind: KINDS[span.kind ?? 0] ?? 'internal',
        start: millisecondsOf(span.startTimeUnixNano),
        end: millisecondsOf(span.endTimeUnixNano),
        attributes: recordOf(span.attributes),
        links: (span.links ?? []).map(({ traceId, spanId }) => ({ traceId, spanId })),
        events: (span.events ?? []).map(({ timeUnixNano, name, attributes }) => ({
          at: millisecondsOf(timeUnixNano),
          name,
          attributes: recordOf(attributes),
        })),
        statusCode: span.status?.code ?? 0,
        statusMessage: span.status?.message,
      }));
  });

/** Nanoseconds are more digits than a number holds; microseconds are enough to order spans by. */
const millisecondsOf = (unixNano: string): number => Number(BigInt(unixNano) / 1_000n) / 1_000;

const recordOf = (attributes: readonly KeyValue[] = []): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, plain(value)]));

const plain = (value: AnyValue): unknown => {
  if (value.arrayValue !== undefined) return (value.arrayValue.values ?? []).map(plain);
  return Object.values(value)[0];
};
