import { expect, it } from '@jest/globals';
import type { Span } from '@order-ledger/traces/spans';
import { waterfall } from '@order-ledger/traces/waterfall';

const at = Date.parse('2026-11-29T10:00:00.000Z');
const span = (name: string, from: number, to: number, more: Partial<Span> = {}): Span => ({
  traceId: 't',
  spanId: name,
  service: 'command-api',
  name,
  kind: 'internal',
  start: at + from,
  end: at + to,
  attributes: {},
  events: [],
  links: [],
  ...more,
});

const LIFE: readonly Span[] = [
  span('POST /v1/orders', 0, 40, { kind: 'server', attributes: { 'http.response.status_code': 201 } }),
  span('ledger SubmitOrder', 5, 38, {
    parentSpanId: 'POST /v1/orders',
    attributes: { 'order_ledger.outcome': 'done' },
  }),
  span('relay orders.pricing.v1', 1_238, 1_250, { traceId: 'r', service: 'bridge', links: ['t-ledger SubmitOrder'] }),
  span('send orders.pricing.v1', 1_240, 1_245, {
    ...{ traceId: 'r', service: 'bridge', parentSpanId: 'relay orders.pricing.v1', kind: 'producer' },
    attributes: { 'messaging.message.id': 'm' },
  }),
  span('process pricing.intake.v1', 61_245, 61_300, {
    ...{ service: 'pricing-worker', parentSpanId: 'ledger SubmitOrder', kind: 'consumer' },
    attributes: { 'messaging.message.id': 'm', 'error.type': 'PermanentError' },
    error: 'no such order',
  }),
  span('GET /v1/orders/:order_id', 90, 95, { attributes: { 'http.request.method': 'GET' } }),
  span('POST /v1/orders/:order_id/claim', 3_700_000, 3_700_001, { traceId: 'u' }),
];

it('shows what followed from what, what was waited for, and what failed, in its place [L3] [L6]', () => {
  const lines = waterfall(LIFE, { width: 140, colours: false, reads: false });
  const shown = lines.map((line) => line.replace(/│.*│/, '│').trimEnd());
  expect(shown).toEqual([
    '2026-11-29T10:00:00.000Z  POST /v1/orders  1 min 1 s in all',
    '   +0.00 ms     40 ms │ POST /v1/orders  command-api  201',
    '    +5.0 ms     33 ms │   ledger SubmitOrder  command-api  done',
    expect.stringMatching(/^ +· 1\.2 s until the bridge published \(orders\.pricing\.v1\)$/),
    '     +1.2 s     12 ms │     ⤷ relay orders.pricing.v1  bridge',
    '     +1.2 s    5.0 ms │       send orders.pricing.v1  bridge',
    expect.stringMatching(/^ +· 1 min 0 s until pricing-worker took the message from pricing\.intake\.v1$/),
    ' +1 min 1 s     55 ms │     process pricing.intake.v1  pricing-worker',
    expect.stringMatching(/^ +✗ PermanentError: no such order$/),
    '',
    '  1 h 0 min later',
    '2026-11-29T11:01:40.000Z  POST /v1/orders/:order_id/claim  1.0 ms in all',
    '   +0.00 ms    1.0 ms │ POST /v1/orders/:order_id/claim  command-api',
    '',
    '  1 requests that only read: --reads shows them',
  ]);
  const all = waterfall(LIFE, { width: 140, colours: false, reads: true }).join('\n');
  expect(all).toContain('GET /v1/orders/:order_id  command-api');
  expect(lines.join('')).not.toContain('\u001b[');
  expect(waterfall(LIFE, { width: 140, colours: true, reads: false }).join('')).toContain('\u001b[31m');
  expect(
    Math.max(...waterfall(LIFE, { width: 100, colours: false, reads: false }).map((line) => line.length)),
  ).toBeLessThan(101);
});

it('shows spans whose parent is not kept, and traces that are linked in a circle, each once', () => {
  const odd = [
    span('orphan', 0, 1, { parentSpanId: 'elsewhere' }),
    span('a', 2, 3, { traceId: 'x', links: ['y-b'] }),
    span('b', 4, 5, { traceId: 'y', links: ['x-a'] }),
  ];
  const text = waterfall(odd, { width: 120, colours: false, reads: false }).join('\n');
  for (const name of ['orphan', 'a', 'b']) expect(text.match(new RegExp(` ${name}  command-api`, 'g'))).toHaveLength(1);
});
