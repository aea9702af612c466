import { beforeEach, describe, expect, it } from '@jest/globals';
import { freshnessState } from '../src/live/freshness-state.ts';
import { nextWait } from '../src/live/waits.ts';

describe('how fresh the page is', () => {
  it.each([
    [{ lagMs: 0, stream: 'open', since: null }, 'live'],
    [{ lagMs: 1_999, stream: 'open', since: null }, 'live'],
    [{ lagMs: 2_000, stream: 'open', since: null }, 'behind'],
    [{ lagMs: null, stream: 'open', since: null }, 'unknown'],
    [{ lagMs: 0, stream: 'opening', since: null }, 'opening'],
    [{ lagMs: 0, stream: 'lost', since: '2026-11-30T10:00:00Z' }, 'stale'],
    [{ lagMs: 0, stream: 'opening', since: '2026-11-30T10:00:00Z' }, 'stale'],
  ] as const)('is told by the worst that is known: %j is %s', (freshness, state) => {
    expect(freshnessState(freshness)).toBe(state);
  });
});

describe('a lost stream', () => {
  let waits: number[] = [];
  beforeEach(() => {
    waits = [1, 2, 3, 4, 5, 20].map((failures) => nextWait(failures, 1));
  });

  it('is tried again soon, then less and less often, but never given up', () => {
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000]);
  });

  it('is not tried by all pages at once', () => {
    expect([nextWait(3, 0), nextWait(3, 0.5)]).toEqual([1_000, 1_500]);
  });
});
