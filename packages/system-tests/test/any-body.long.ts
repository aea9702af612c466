import { describe, expect, it } from '@jest/globals';
import { COMMAND_NAMES } from '@order-ledger/domain/bodies';
import { recordLongRun } from '@order-ledger/testing/long-run';
import { anyBodyHolds } from './support/any-body-holds.ts';

const SEED = Number(process.env.BODY_SEED ?? 1);
const EACH = Number(process.env.BODY_EACH ?? 20);

describe('any body that the request schemas let in', () => {
  const counts = anyBodyHolds(SEED, EACH, 3_600_000);

  it('is taken for the most part, so that this run says something', () => {
    expect(counts.taken).toBeGreaterThan(COMMAND_NAMES.length * EACH * 0.9);
    recordLongRun('any-body', { seed: SEED, bodies_of_each_command: EACH, ...counts }, 'system-tests');
  });
});
