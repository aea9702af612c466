import { describe, expect, it } from '@jest/globals';
import { sortedProcesses, wellBeingOf } from '../src/system-health/well-being.ts';

const process = (name: string, state: 'ready' | 'not-ready' | 'silent', codes: string[] = []) => ({
  ...{ name, state, codes, silence: null, version: null, node_version: null, started_at: null },
});

describe('the processes of the system', () => {
  it('are well where they are ready and warn of nothing', () => {
    expect(wellBeingOf(process('a', 'ready'))).toBe('well');
    expect(wellBeingOf(process('a', 'ready', ['clock: clock-skew']))).toBe('warns');
    expect(wellBeingOf(process('a', 'not-ready', ['ledger: timeout']))).toBe('warns');
    expect(wellBeingOf(process('a', 'silent'))).toBe('ill');
  });

  it('stand with those on top that somebody must look at', () => {
    const all = [process('a', 'ready'), process('b', 'silent'), process('c', 'not-ready'), process('d', 'ready')];
    expect(sortedProcesses(all).map(({ name }) => name)).toEqual(['b', 'c', 'a', 'd']);
  });
});
