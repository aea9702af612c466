import { STATUSES } from '@order-ledger/domain/status';
import { z } from 'zod';

// What answers of every kind are made of.

export const time = z.string().describe('RFC 3339, UTC');
export const status = z.enum(STATUSES);
export const owner = z.enum(['store', 'CRM', 'MES']);
export const ms = z.number().describe('milliseconds');
export const money = z.strictObject({ amount: z.int().describe('minor units'), currency: z.string() });
export const text = z.string().nullable();

export const asOf = {
  as_of: time.optional(),
  as_of_settled: z.boolean().optional().describe('false: events recorded by then may still come in'),
};

export const names = (table: object): [string, ...string[]] => Object.keys(table) as [string, ...string[]];
