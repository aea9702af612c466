import { expect, it } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { BrokenChainError, LedgerUnavailableError } from '@order-ledger/ledger/errors';
import pg from 'pg';
import { readMissing } from '../src/gaps.ts';
import { isAboutData, isSystemic } from '../src/poison.ts';

const refusal = (code: string, fields: object = {}): pg.DatabaseError =>
  Object.assign(new pg.DatabaseError('refused', 0, 'error'), { code, ...fields });

it('parks nothing for what Postgres cannot do now, and does not stop for it', () => {
  const outages = [
    ...['25006', '53100', '53200', '53300', '55000', '57P01', '57P03', '58030', '08006', '40001', '57014'].map((code) =>
      refusal(code),
    ),
    // The code is that of a row which is too long for an index, too.
    refusal('54000', { routine: 'GetNewTransactionId' }),
  ];
  expect(outages.filter((error) => isAboutData(error) || isSystemic(error))).toEqual([]);
  const ofRows = ['22001', '22003', '23502', '23514'].map((code) => refusal(code));
  expect([...ofRows, refusal('54000', { routine: 'index_form_tuple' })].every(isAboutData)).toBe(true);
});

it('parks no order whose missing events cannot be asked for now', async () => {
  const missing = { order_id: crypto.randomUUID(), from_version: 2, to_version: 3 };
  const ledgerThat = (error: Error) => ({
    // biome-ignore lint/correctness/useYield: it fails before the first event
    readOrder: async function* (): AsyncGenerator<RecordedEvent> {
      throw error;
    },
  });
  const unknown = Object.assign(new Error('2 UNKNOWN: '), { type: 'unknown', code: 2 });
  for (const error of [new LedgerUnavailableError('away'), unknown])
    await expect(readMissing(ledgerThat(error), missing)).rejects.toBe(error);
  const fault = await readMissing(ledgerThat(new BrokenChainError('changed')), missing);
  expect(fault).toEqual({ fault: 'BrokenChainError: changed' });
});
