import { describe, expect, it } from '@jest/globals';
import { ledgerBy, processAddresses } from '@order-ledger/diagnosis/asking-processes';
import { failingAt, ready, stopped } from './situations.ts';

describe('whether the event store is away, by those who use it', () => {
  it.each(['ledger-unavailable', 'timeout', 'failed', 'ECONNREFUSED'])('it is where all of them say %s', (code) => {
    const away = [
      failingAt('bridge', `ledger: ${code}`),
      failingAt('projector', `ledger: ${code}`),
      ready('query-api'),
    ];
    expect(ledgerBy([...away, stopped('pricing-worker')])).toEqual({ unknown: expect.stringMatching(/none of the 2/) });
  });

  it('it is not where only one says so, or where it is another ledger', () => {
    expect(ledgerBy([failingAt('bridge', 'ledger: timeout'), ready('projector')])).toEqual({ is: 'answers' });
    expect(ledgerBy([failingAt('bridge', 'ledger: ledger-diverged')])).toEqual({ is: 'answers' });
    expect(ledgerBy([ready('query-api'), stopped('bridge')])).toEqual({ is: 'not asked' });
  });
});

it.each(['bridge', 'bridge=ftp://h', '=http://h', 'bridge=http://h/path'])('refuses %j as an address', (text) => {
  expect(() => processAddresses(text)).toThrow(/no process with its address/);
});
