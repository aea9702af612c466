import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { keepingLog } from '@order-ledger/testing/lines';
import fc from 'fast-check';
import { addToContext, inPresentContext, withContext } from '../src/context.ts';
import { listen } from '../src/http/server.ts';
import { createRegistry, defineMetrics } from '../src/metrics.ts';
import { type OtlpSink, startOtlpSink } from '../src/otlp-sink.ts';
import { currentTraceparent, inSpan, startTelemetry, type Telemetry, traceIdOf } from '../src/telemetry.ts';
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
  const refusing = await listen((_request, response) => void response.writeHead(400).end(), { port: 0 });
  const { log: own, lines: said } = keepingLog();
  const local = await startTelemetry({ service: 'local', endpoint: refusing.url, log: own });
  expect(await inSpan('work', {}, () => 7)).toBe(7);
  await local.shutdown();
  await refusing.close();
  expect(said()).toContainEqual(expect.objectContaining({ level: 'warn', message: expect.stringContaining('spans') }));
});
