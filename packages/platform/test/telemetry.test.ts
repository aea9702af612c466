import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { keepingLog } from '@order-ledger/testing/lines';
import { until } from '@order-ledger/testing/waiting';
import fc from 'fast-check';
import { addToContext, inPresentContext, withContext } from '../src/context.ts';
import { listen } from '../src/http/server.ts';
import { createRegistry, defineMetrics } from '../src/metrics.ts';
import { type OtlpSink, startOtlpSink } from '../src/otlp-sink.ts';
import {
  currentTraceparent,
  following,
  inSpan,
  linkRunningSpan,
  startTelemetry,
  type Telemetry,
  traceIdOf,
} from '../src/telemetry.ts';
import { plantedPersonalData } from './support/personal-data.ts';

let sink: OtlpSink;
let telemetry: Telemetry;
const { log, lines } = keepingLog();

beforeAll(async () => {
  sink = await startOtlpSink();
  telemetry = await startTelemetry({ service: 'command-api', endpoint: sink.url, log });
});

afterAll(() => sink.close());

/** Spans leave in batches; shutting down sends the last one, so the expectations stand behind it. */
it('exports nested spans with context, parents, links and failures, and nothing personal [L3] [B6] [M1]', async () => {
  const upstream = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const linked = '00-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbb-01';
  let inside: string | undefined;
  const failing = withContext({ order_id: 'o-1', correlation_id: 'c-1' }, () =>
    inSpan(
      'consume',
      { 'order_ledger.command': 'submit-order' },
      () =>
        inSpan('append', {}, async (span) => {
          inside = currentTraceparent();
          log.info('within');
          span.setAttribute('note', 'from jane@example.com');
          span.addEvent('asked +79261234567');
          throw new Error('no room for jane@example.com');
        }),
      { parent: upstream, links: [linked, undefined, 'malformed'] },
    ),
  );
  await expect(failing).rejects.toThrow('no room');

  const registry = createRegistry();
  const metrics = defineMetrics(
    { wait: { type: 'histogram', name: 'wait_seconds', help: 'x', buckets: [1], labels: ['lane'] } },
    registry,
  );
  await inSpan('observe', {}, () => metrics.wait.observe({ lane: 'short' }, 0.5));
  await inSpan('alone', {}, () => inSpan('apart', {}, () => undefined, { parent: null }));
  const planted = fc.sample(plantedPersonalData, 200);
  for (const text of planted) {
    const spoilt = inSpan(`about ${text} `, { note: text, list: [text] }, (span) => {
      span.addEvent(`event ${text}`, { note: `x ${text}` });
      throw new Error(`failed for ${text}`);
    });
    await expect(spoilt).rejects.toThrow(text);
  }
  await telemetry.shutdown();

  const byName = Object.fromEntries(sink.spans().map((span) => [span.name, span]));
  expect(byName.consume).toMatchObject({
    service: 'command-api',
    traceId: traceIdOf(upstream),
    parentSpanId: 'b7ad6b7169203331',
    links: [{ traceId: traceIdOf(linked) }],
    attributes: {
      'order_ledger.command': 'submit-order',
      'order_ledger.order_id': 'o-1',
      'order_ledger.correlation_id': 'c-1',
    },
  });
  expect(byName.append).toMatchObject({
    traceId: traceIdOf(upstream),
    parentSpanId: byName.consume?.spanId,
    statusCode: 2,
    attributes: { 'order_ledger.order_id': 'o-1', 'error.type': 'Error', note: 'from [email]' },
  });
  expect(inside).toBe(`00-${traceIdOf(upstream)}-${byName.append?.spanId}-01`);
  expect(lines()[0]).toMatchObject({ trace_id: traceIdOf(upstream), span_id: byName.append?.spanId });
  expect(byName.apart?.traceId).not.toBe(byName.alone?.traceId);
  expect(sink.received()).not.toMatch(/jane@|9261234567/);
  expect(planted.filter((text) => sink.received().includes(text))).toEqual([]);
  expect(await registry.metrics()).toContain(`# {trace_id="${byName.observe?.traceId}"}`);
});

/** A traceparent of an id that a ratio of a tenth takes, or not, and of a span that was recorded, or not. */
const given = (begins: string, flags: '00' | '01'): string => `00-${begins.padEnd(32, '1')}-${'b'.repeat(16)}-${flags}`;

it('records a part of the traces whole: what follows is recorded where its beginning was, a batch where an event of it was', async () => {
  const own = await startOtlpSink();
  const sampling = { sampler: 'parentbased_traceidratio', ratio: 0.1 } as const;
  const local = await startTelemetry({ service: 'local', endpoint: own.url, sampling });
  const begun: boolean[] = [];
  for (let index = 0; index < 2_000; index += 1)
    await inSpan('begins', {}, (span) =>
      inSpan('follows', {}, (below) => {
        begun.push(span.isRecording());
        expect(below.isRecording()).toBe(span.isRecording());
        expect(below.spanContext().traceId).toBe(span.spanContext().traceId);
      }),
    );
  const part = begun.filter(Boolean).length / begun.length;
  expect(part).toBeGreaterThan(0.05);
  expect(part).toBeLessThan(0.17);
  const recorded = async (options: Parameters<typeof inSpan>[3]) =>
    inSpan('one', {}, (span) => span.isRecording(), options);
  expect(await recorded({ parent: given('ff', '01') })).toBe(true);
  expect(await recorded({ parent: given('00', '00') })).toBe(false);
  expect(await recorded({ parent: null, links: [given('a', '00'), given('b', '01')] })).toBe(true);
  expect(await recorded({ parent: given('ff', '01'), unrecorded: true })).toBe(false);
  await local.shutdown();
  const traces = (name: string) =>
    own
      .spans()
      .filter((span) => span.name === name)
      .map(({ traceId }) => traceId);
  expect(traces('begins').length).toBe(begun.filter(Boolean).length);
  expect(new Set(traces('follows'))).toEqual(new Set(traces('begins')));
  await own.close();

  const off = await startTelemetry({
    service: 'local',
    endpoint: own.url,
    sampling: { sampler: 'always_off', ratio: 1 },
  });
  expect(await recorded({ parent: given('ff', '01') })).toBe(false);
  await off.shutdown();
});

it('lets what follows from an event stand in its trace while it is young, and links what runs here', async () => {
  const own = await startOtlpSink();
  const local = await startTelemetry({ service: 'local', endpoint: own.url });
  const event = given('e', '01');
  const now = new Date().toISOString();
  await inSpan('calculation', {}, async () => {
    await inSpan('young', {}, () => undefined, following(event, now));
    await inSpan('old', {}, () => undefined, following(event, '2026-01-01T00:00:00.000Z'));
    linkRunningSpan(event);
  });
  await inSpan('intake', {}, () => inSpan('within', {}, () => undefined, following(event, now)), { parent: event });
  await local.shutdown();
  await own.close();
  const byName = Object.fromEntries(own.spans().map((span) => [span.name, span]));
  const { calculation, intake, young, old, within } = byName;
  const [traceId, eventSpan] = [traceIdOf(event), 'b'.repeat(16)];
  const here = { traceId: calculation?.traceId, spanId: calculation?.spanId };
  expect(young).toMatchObject({ traceId, parentSpanId: eventSpan, links: [here] });
  expect(old).toMatchObject({ parentSpanId: undefined, links: [{ traceId, spanId: eventSpan }, here] });
  expect(calculation?.links).toEqual([{ traceId, spanId: eventSpan }]);
  expect(within).toMatchObject({ traceId, parentSpanId: intake?.spanId, links: [] });
});

it('gives ids for logs and messages where there is no collector, of the trace that is continued, and records nothing', async () => {
  const local = await startTelemetry({ service: 'local' });
  const upstream = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const seen: (string | undefined)[] = [];
  const look = async () => {
    await Promise.resolve();
    seen.push(currentTraceparent());
  };
  const recorded = await inSpan('work', {}, async (span) => {
    await look();
    await inSpan('part', {}, look);
    await inSpan('another trace', {}, look, { parent: upstream });
    await inSpan('a new one', {}, look, { parent: null });
    await inSpan('a malformed one is none', {}, look, { parent: 'malformed' });
    await look();
    return span.isRecording();
  });
  await local.shutdown();
  expect(recorded).toBe(false);
  for (const traceparent of seen) expect(traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
  const [work, part, continued, fresh, malformed, again] = seen;
  expect(traceIdOf(part)).toBe(traceIdOf(work));
  expect(again).toBe(work);
  expect(traceIdOf(continued)).toBe(traceIdOf(upstream));
  expect(traceIdOf(fresh)).not.toBe(traceIdOf(work));
  expect(new Set([work, part, continued, fresh, malformed]).size).toBe(5);
  expect(currentTraceparent()).toBeUndefined();
});

it('shows in a line what was added to the context within a span that has ended', async () => {
  const { log: own, lines: said } = keepingLog();
  const local = await startTelemetry({ service: 'local' });
  let later: () => void = () => undefined;
  await withContext({ correlation_id: 'c' }, async () => {
    later = inPresentContext(() => own.info('over'));
    await inSpan('work', {}, async () => {
      await Promise.resolve();
      addToContext({ order_id: 'o' });
    });
  });
  withContext({ correlation_id: 'of another' }, later);
  await local.shutdown();
  expect(said()).toEqual([expect.objectContaining({ message: 'over', correlation_id: 'c', order_id: 'o' })]);
});

it('says in the log that the collector takes no spans, and goes on', async () => {
  let asked = 0;
  const refusing = await listen(
    (_request, response) => {
      asked += 1;
      response.writeHead(400).end();
    },
    { port: 0 },
  );
  const { log: own, lines: said } = keepingLog();
  const local = await startTelemetry({ service: 'local', endpoint: refusing.url, log: own });
  expect(await inSpan('work', {}, () => 7)).toBe(7);
  await until('it is told', () => said().length > 0);
  // An outage is a line, and not one for each export.
  for (let index = 0; index < 3; index += 1) {
    const before = asked;
    await inSpan('work', {}, () => undefined);
    await until('it is tried again', () => asked > before);
  }
  await local.shutdown();
  await refusing.close();
  expect(said()).toEqual([expect.objectContaining({ level: 'warn', message: 'spans may be lost', count: 1 })]);
});
