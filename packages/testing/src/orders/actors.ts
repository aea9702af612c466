import type { Actor, Role } from '@order-ledger/domain/grants';

const service = (role: Role): Actor => ({ id: `process:${role}`, kind: 'service', roles: [role] });
const person = (name: string, role: Role): Actor => ({ id: `sub:${name}`, kind: 'person', roles: [role] });

/** One actor for each role, and a partner. Services have kind service, people kind person. */
export const ACTORS = {
  store: { ...service('store.service'), on_behalf_of: 'customer-17' },
  partner: { id: 'partner:acme', kind: 'partner', roles: [], partner_id: 'acme' },
  crm: service('crm.service'),
  agent: person('anna', 'crm.agent'),
  supervisor: person('sonya', 'crm.supervisor'),
  warehouse: person('walter', 'crm.warehouse'),
  operator: person('oleg', 'mes.operator'),
  packer: person('petra', 'mes.packer'),
  quality: person('quentin', 'mes.quality'),
  lead: person('lena', 'mes.lead'),
  carrier: { ...service('carrier.adapter'), carrier: 'dpd' },
  pricing: service('pricing.worker'),
  manufacturing: service('manufacturing.worker'),
  keeper: service('claim.keeper'),
  manager: service('process.manager'),
  ops: person('otto', 'ops'),
  analyst: person('alla', 'analyst'),
  admin: person('adam', 'admin'),
} as const satisfies Record<string, Actor>;
export type ActorName = keyof typeof ACTORS;
