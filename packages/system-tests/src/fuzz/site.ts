import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { createLog } from '@order-ledger/platform/log';
import { type PrivateSystem, startPrivateSystem } from '../private-system.ts';
import { type Caller, callersOf } from './callers.ts';
import { type Documents, readDocuments } from './documents.ts';
import type { Api } from './message.ts';

/** Everything that requests are made with and sent to. */
export interface Site {
  system: PrivateSystem;
  ledger: Ledger;
  documents: Documents;
  callers: readonly Caller[];
  caller(name: string): Caller;
  portOf(api: Api): number;
  close(keepLogs: boolean): Promise<void>;
}

/** What callers are kept from by their number is not what is looked for here. */
const NO_LIMIT = '100000000';
const LIMITS = {
  ADDRESS_LIMIT_PER_SECOND: NO_LIMIT,
  TOKEN_LIMIT_PER_SECOND: NO_LIMIT,
  CALLER_LIMIT_PER_SECOND: NO_LIMIT,
  // The last answer of an upload waits so long for the verdict.
  QUICK_ANSWER_MS: '200',
  MIN_VERSION_WAIT_MS: '50',
};

const liftPartnersLimits = async ({ database }: PrivateSystem): Promise<void> => {
  await database.query('update command_api.plan set burst_per_second = 1000000, sustained_per_minute = 60000000');
};

export const openSite = async (): Promise<Site> => {
  const system = await startPrivateSystem(() => LIMITS);
  await liftPartnersLimits(system);
  const ledger = openLedger({
    connectionString: system.credentials.addresses.event_store,
    log: createLog({ service: 'fuzz', level: 'error', destination: process.stderr }),
  });
  const callers = await callersOf(system);
  const byName = new Map(callers.map((caller) => [caller.name, caller]));
  return {
    system,
    ledger,
    documents: await readDocuments((api) => system.url(api)),
    callers,
    caller: (name) => {
      const found = byName.get(name);
      if (found === undefined) throw new Error(`nobody is called ${name}`);
      return found;
    },
    portOf: (api) => Number(new URL(system.url(api)).port),
    close: async (keepLogs) => {
      await ledger.close();
      await system.stop(keepLogs);
    },
  };
};
