import type { Role } from '@order-ledger/domain/grants';

/**
 * Which orders exist for whom, written by hand from the product's description. A role counts only for the kind that may
 * carry it; the carrier's are those of the carrier that its token names.
 */
export const EXPECTED_SIGHT: Readonly<Record<Role, 'all' | "the house's" | "its carrier's">> = {
  'store.service': "the house's",
  'crm.service': 'all',
  'crm.agent': 'all',
  'crm.supervisor': 'all',
  'crm.warehouse': 'all',
  'mes.operator': 'all',
  'mes.packer': 'all',
  'mes.quality': 'all',
  'mes.lead': 'all',
  'carrier.adapter': "its carrier's",
  'pricing.worker': 'all',
  'manufacturing.worker': 'all',
  'claim.keeper': 'all',
  'process.manager': 'all',
  ops: 'all',
  analyst: 'all',
  admin: 'all',
};
