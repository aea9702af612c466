import { SERVERS } from '@order-ledger/local/named-servers';
import type { ServiceName } from '@order-ledger/local/services';
import { faultOf } from '@order-ledger/platform/address-watch';
import { endpointsOf, kindOf } from '@order-ledger/platform/addresses';
import { type Answer, LIMIT_MS, within } from '@order-ledger/platform/within';

export interface ServiceStatus {
  readonly name: ServiceName;
  readonly who: string;
  /** Without the account in it. */
  readonly at: string;
  /** Null: it answers as such a server does. */
  readonly fault: string | null;
}

/** Whether such a server is reached at its address, without an account. */
export const lookAtService = async (name: ServiceName, address: string): Promise<ServiceStatus> => {
  const { kind } = SERVERS[name];
  const at = endpointsOf(kind, address)
    .map(({ host, port }) => `${host}:${port}`)
    .join(', ');
  const answer: Answer<string | null> = await within(faultOf(kind, address, LIMIT_MS), LIMIT_MS + 500);
  return { name, who: kindOf(kind).who, at, fault: 'is' in answer ? answer.is : answer.unknown };
};
