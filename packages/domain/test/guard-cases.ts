import type { Case } from '@order-ledger/testing/orders/specification';
import { ACCOUNT_CASES } from './guard-cases/account.ts';
import { CARRIER_CASES } from './guard-cases/carrier.ts';
import { CLAIM_CASES } from './guard-cases/claim.ts';
import { EXCEPTION_CASES } from './guard-cases/exception.ts';
import { FULFILMENT_CASES } from './guard-cases/fulfilment.ts';
import { PIECES_CASES } from './guard-cases/pieces.ts';
import { PRICE_CASES } from './guard-cases/price.ts';
import { QUOTE_CASES } from './guard-cases/quote.ts';
import { RETURN_CASES } from './guard-cases/return.ts';
import { SPECIFICATION_CASES } from './guard-cases/specification.ts';

/**
 * Each guard from both sides: what it lets through and what it refuses, on every edge that it stands on. The sides that
 * the matrix shows already (the rightful body in the plain order) are not repeated.
 */
export const GUARD_CASES: readonly Case[] = [
  ...ACCOUNT_CASES,
  ...SPECIFICATION_CASES,
  ...PRICE_CASES,
  ...QUOTE_CASES,
  ...CLAIM_CASES,
  ...PIECES_CASES,
  ...FULFILMENT_CASES,
  ...CARRIER_CASES,
  ...RETURN_CASES,
  ...EXCEPTION_CASES,
];
