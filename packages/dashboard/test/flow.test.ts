import { describe, expect, it } from '@jest/globals';
import { legalPairs } from '@order-ledger/domain/graph';
import { recordOf, type Status } from '@order-ledger/domain/status';
import type { Flow } from '../src/analysis/analysis-queries.ts';
import { boardOf, nodesOf, waysOf } from '../src/flow/flow-figures.ts';
import { layoutOf, NODE, pathOf } from '../src/flow/flow-layout.ts';

const kindOf = (from: Status, to: Status) =>
  recordOf(from).frozen ?? recordOf(to).frozen ?? (to === 'CANCELLED' ? 'cancel' : 'way');
const FLOW: Flow = {
  ...{ since: '2026-11-01T00:00:00.000Z', until: '2026-12-01T00:00:00.000Z', rework: { begun: 4, again: 1 } },
  graph: legalPairs().map(([from, to]) => ({ from, to, kind: kindOf(from, to) })),
  edges: [
    { from: 'NONE', to: 'INITIATED', count: 9, rate: 1, mean_dwell_ms: null, median_dwell_ms: null },
    { from: 'INITIATED', to: 'FILE_UPLOADED', count: 6, rate: 0.75, mean_dwell_ms: 1_000, median_dwell_ms: 900 },
    { from: 'INITIATED', to: 'CANCELLED', count: 2, rate: 0.25, mean_dwell_ms: 5_000, median_dwell_ms: 5_000 },
    { from: 'SUBMITTED', to: 'ON_HOLD', count: 1, rate: 1, mean_dwell_ms: 7_000, median_dwell_ms: null },
  ],
};
const WAYS = waysOf(FLOW);

describe('the figures of the flow', () => {
  it('[A18] stand on the ways that the graph of the API has, taken or not', () => {
    expect(WAYS).toHaveLength(FLOW.graph.filter(({ kind }) => kind === 'way').length);
    expect(WAYS.find(({ from, to }) => from === 'INITIATED' && to === 'FILE_UPLOADED')).toEqual({
      ...{ from: 'INITIATED', to: 'FILE_UPLOADED', count: 6, rate: 0.75, medianMs: 900 },
    });
    expect(WAYS.find(({ from }) => from === 'SHIPPED')?.count).toBe(0);
  });

  it('tell of each status who came, and how long those stood who went on', () => {
    const { onWay, stopped } = nodesOf(FLOW, undefined);
    expect(stopped.map(({ status }) => status)).toEqual(['CANCELLED', 'ON_HOLD', 'ERROR']);
    expect(onWay.find(({ status }) => status === 'INITIATED')).toEqual({
      ...{ status: 'INITIATED', now: null, came: 9, meanMs: 2_000, limitMs: null },
    });
    // A hold only interrupts.
    expect(onWay.find(({ status }) => status === 'SUBMITTED')?.meanMs).toBeNull();
  });

  it('lead to the list of their orders, of those that have ended too', () => {
    expect(boardOf('SUBMITTED')).toEqual({ status: 'SUBMITTED' });
    expect(boardOf('CLOSED')).toEqual({ status: 'CLOSED', ended: 'alone' });
  });
});

describe('the picture of the flow', () => {
  const plan = layoutOf(WAYS);

  it('has every status in a place of its own', () => {
    const places = [...plan.nodes.values()];
    expect(places).toHaveLength(nodesOf(FLOW, undefined).onWay.length);
    const overlapping = places.filter((one, index) =>
      places
        .slice(index + 1)
        .some((other) => Math.abs(one.x - other.x) < NODE.width && Math.abs(one.y - other.y) < NODE.height),
    );
    expect(overlapping).toEqual([]);
  });

  it('fits a page of 1024 px, and goes from the draft down to the end', () => {
    expect(plan.width).toBeLessThanOrEqual(920);
    expect(plan.nodes.get('INITIATED')?.y).toBeLessThan(plan.nodes.get('DELIVERED')?.y ?? 0);
  });

  it('stays as it is whatever orders do', () => {
    expect(layoutOf(WAYS.map((way) => ({ ...way, count: way.count + 1_000 }))).nodes).toEqual(plan.nodes);
  });

  it('draws each way through its bends', () => {
    expect(pathOf([])).toBe('');
    expect(
      pathOf([
        { x: 0, y: 0 },
        { x: 4, y: 4 },
        { x: 8, y: 0 },
      ]),
    ).toBe('M 0 0 Q 4 4 6 2 L 8 0');
  });
});
