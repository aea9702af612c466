import { expect, it } from '@jest/globals';
import { recordLongRun } from '@order-ledger/testing/long-run';
import { rehearse } from './support/rehearsal.ts';

/** Fewer only to try the campaign itself. */
const EVENTS = Number(process.env.REHEARSAL_EVENTS ?? 1_000_000);
const LIMIT_MS = 3 * 3_600_000;

it(
  `restores a system of ${EVENTS} events from its backup, with every answer of before`,
  async () => {
    const { lost, before, after, outcome, figures } = await rehearse(EVENTS, LIMIT_MS);
    expect(lost).toEqual([]);
    expect(after).toEqual(before);
    expect(outcome.keys).toMatchObject({ unopened: 0, dead: [] });
    recordLongRun('restore', figures, 'system-tests');
  },
  LIMIT_MS,
);
