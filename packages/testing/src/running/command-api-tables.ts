import { migrateSchema } from '@order-ledger/command-api/schema';
import { keepingLog } from '../lines.ts';
import type { Filled } from '../services/database.ts';

export const commandApiTables: Filled = {
  name: 'command_api',
  fill: (connectionString) => migrateSchema({ connectionString, log: keepingLog().log }),
};
