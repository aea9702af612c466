import type { Context } from '@order-ledger/domain/command';
import type { Actor, Role } from '@order-ledger/domain/grants';

const service = (role: Role, more: Partial<Actor> = {}): Actor => ({
  id: `seed-${role}`,
  kind: 'service',
  roles: [role],
  ...more,
});
const person = (name: string, role: Role): Actor => ({ id: name, kind: 'person', roles: [role] });

const several = (name: string, role: Role, count: number): [Actor, ...Actor[]] => {
  const [first, ...others] = Array.from({ length: count }, (_, n) => person(`${name}-${n + 1}`, role));
  return [first ?? person(name, role), ...others];
};

export const OPERATORS = several('seed-operator', 'mes.operator', 12);
export const PACKERS = several('seed-packer', 'mes.packer', 4);
export const QUALITY = person('seed-quality', 'mes.quality');
export const AGENTS = several('seed-agent', 'crm.agent', 5);
export const WAREHOUSE = person('seed-warehouse', 'crm.warehouse');
export const OPS = person('seed-ops', 'ops');
export const CRM = service('crm.service');
export const PRICING = service('pricing.worker');
export const PLANNING = service('manufacturing.worker');
export const MANAGER = service('process.manager');

export const CARRIERS = ['dpd', 'cdek'] as const;
export const carrierOf = (carrier: string): Actor => service('carrier.adapter', { id: `seed-${carrier}`, carrier });

/** Partners are known by their ids alone: the tables of command-api say nothing of these. */
export const PARTNERS = ['seed-partner-a', 'seed-partner-b', 'seed-partner-c'] as const;

export const customerOf = (partner: string | null, customer: string): Actor =>
  partner === null
    ? service('store.service', { on_behalf_of: customer })
    : { id: partner, kind: 'partner', roles: [], partner_id: partner };

const DAY_S = 86_400;
export const ACCOUNT: NonNullable<Context['account']> = {
  active: true,
  quota_left: true,
  urgent: true,
  terms: {
    payment: 'PREPAID',
    deposit_percent: 0,
    currency: 'RUB',
    quote_validity_s: 14 * DAY_S,
    return_window_s: 14 * DAY_S,
    warranty_s: 365 * DAY_S,
  },
};
