import { expect, it } from '@jest/globals';
import { collectProcessMetrics, createRegistry, defineMetrics } from '../src/metrics.ts';

it('shows what a table of metrics was told, with its labels', async () => {
  const registry = createRegistry();
  const metrics = defineMetrics(
    {
      commands: { type: 'counter', name: 'commands_total', help: 'Commands', labels: ['command', 'outcome'] },
      depth: { type: 'gauge', name: 'queue_depth', help: 'Messages', labels: ['queue'] },
      wait: { type: 'histogram', name: 'wait_seconds', help: 'Wait', labels: [], buckets: [0.1, 1] },
    },
    registry,
  );
  metrics.commands.inc({ command: 'submit-order', outcome: 'accepted' });
  metrics.commands.inc({ command: 'submit-order', outcome: 'accepted' }, 2);
  let depth = 4;
  metrics.depth.onCollect(() => metrics.depth.set({ queue: 'pricing' }, depth));
  metrics.wait.observe({}, 0.5);
  depth = 9;
  const shown = await registry.metrics();
  expect(shown).toContain('commands_total{command="submit-order",outcome="accepted"} 3');
  expect(shown).toContain('queue_depth{queue="pricing"} 9');
  expect(shown).toContain('wait_seconds_bucket{le="0.1"} 0');
  expect(shown).toContain('wait_seconds_bucket{le="1"} 1');
  expect(shown.trimEnd().endsWith('# EOF')).toBe(true);
});

it.each(['order_id', 'email', 'trace', 'correlation_id', 'customer_phone'])(
  'refuses the unbounded label %s [M1]',
  (label) => {
    const table = { x: { type: 'gauge', name: 'x', help: 'x', labels: [label] } } as const;
    expect(() => defineMetrics(table, createRegistry())).toThrow(label);
  },
);

it('refuses a counter whose name does not end in _total', () => {
  expect(() => defineMetrics({ x: { type: 'counter', name: 'x', help: 'x' } }, createRegistry())).toThrow('_total');
});

it('shows memory, CPU and event loop lag of the process', async () => {
  const registry = createRegistry();
  collectProcessMetrics('projector', registry);
  const shown = await registry.metrics();
  expect(shown).toMatch(/nodejs_eventloop_lag_seconds\{service="projector"\}/);
  expect(shown).toMatch(/process_resident_memory_bytes\{service="projector"\}/);
  expect(shown).toMatch(/process_cpu_seconds_total\{service="projector"\}/);
});
