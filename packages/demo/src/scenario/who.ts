/**
 * The parts that the demonstration plays, each with the role of its token. `customer` is the store for an order of the
 * house and the partner's own key for a partner's order; `holder` is whoever holds the order's claim. Tokens of the
 * last two exist for tests and operators: they speak for processes of the system.
 */
export const PARTS = {
  customer: null,
  holder: null,
  agent: 'crm.agent',
  supervisor: 'crm.supervisor',
  warehouse: 'crm.warehouse',
  crm: 'crm.service',
  operator: 'mes.operator',
  rival: 'mes.operator',
  packer: 'mes.packer',
  quality: 'mes.quality',
  lead: 'mes.lead',
  carrier: 'carrier.adapter',
  ops: 'ops',
  admin: 'admin',
  pricing: 'pricing.worker',
  keeper: 'claim.keeper',
} as const;
export type Who = keyof typeof PARTS;

/** Whose orders: the house's own customers (through the store), or one of the partners that npm start seeds. */
export const ACCOUNTS = {
  house: null,
  prepaid: 'partner-prepaid',
  invoice: 'partner-invoice',
  deposit: 'partner-deposit',
  'short-quotes': 'partner-short-quotes',
} as const;
export type Account = keyof typeof ACCOUNTS;
