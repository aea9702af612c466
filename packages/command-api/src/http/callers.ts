import { granteesOf } from '@order-ledger/domain/admission';
import type { CommandName } from '@order-ledger/domain/bodies';
import { edgesFor, edgesOf, GRAPH } from '@order-ledger/domain/edges';
import type { Grantee } from '@order-ledger/domain/grants';
import { type CallerGroup, tagsOf } from '@order-ledger/platform/http/callers';

/** Under which heading of the reference a role finds what it may send. */
const GROUP: Readonly<Record<Grantee, CallerGroup>> = {
  'store.service': 'store',
  partner: 'partner',
  'crm.service': 'CRM',
  'crm.agent': 'CRM',
  'crm.supervisor': 'CRM',
  'crm.warehouse': 'CRM',
  'mes.operator': 'operator',
  'mes.packer': 'operator',
  'mes.quality': 'operator',
  'mes.lead': 'operator',
  'carrier.adapter': 'carrier',
  analyst: 'analyst',
  ops: 'administrator',
  admin: 'administrator',
  'pricing.worker': 'worker',
  'manufacturing.worker': 'worker',
  'claim.keeper': 'worker',
  'process.manager': 'worker',
};

export const groupsOf = (grantees: readonly Grantee[]): CallerGroup[] => tagsOf(grantees.map((one) => GROUP[one]));

/** Who may send a command in some status, by the graph. */
export const granteesOfCommand = (command: CommandName): Grantee[] => granteesOf(edgesFor(edgesOf(GRAPH), command));
