import { describe } from '@jest/globals';
import { anyBodyHolds } from './support/any-body-holds.ts';

describe('any body that the request schemas let in', () => {
  anyBodyHolds(1, 4, 600_000);
});
