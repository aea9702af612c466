import { expect, it } from '@jest/globals';
import { keepingLog } from '@order-ledger/testing/lines';
import { createResolvedAppend } from '../src/appending/resolve-append.ts';
import { LedgerUnavailableError } from '../src/errors.ts';
import type { Read } from '../src/reading/reading.ts';
import type { SameLedger } from '../src/restored/same-ledger.ts';
import type { AppendAnswer } from '../src/server/connection.ts';
import type { Append } from '../src/stored/codec.ts';

const same: SameLedger = {
  assert: async () => undefined,
  stands: () => true,
  doubt: () => undefined,
  found: () => undefined,
};
const decided: Append = { stream: 'order-1', expectedRevision: 4n, events: [], follows: 'known' };

/** An append without an answer, after which the stream cannot be read; then a connection comes with `before` on it. */
const resolvedWith = async (before: string) => {
  let isAway = true;
  let sent = 0;
  const read = (async () => {
    if (isAway) throw new LedgerUnavailableError('the event store cannot be read');
    return [{ event: { id: before, revision: 4n } }];
  }) as unknown as Read;
  const append = async ({ holds }: Append): Promise<AppendAnswer> => {
    sent += 1;
    if (sent === 1) return { kind: 'in-doubt', error: new Error('no answer') };
    isAway = false;
    return (await holds?.()) === false ? { kind: 'unsent' } : { kind: 'stored' };
  };
  const { log } = keepingLog();
  return createResolvedAppend({ connection: { append }, read, same, log, resolveForMs: 10_000 })(decided);
};

it('sends an append again on a new connection where the event that it was decided on stands before it [K7]', async () => {
  expect(await resolvedWith('known')).toBe('stored');
});

it('has it decided again where another event stands there: the connection is one to another ledger [K7]', async () => {
  expect(await resolvedWith('other')).toBe('unsent');
});
