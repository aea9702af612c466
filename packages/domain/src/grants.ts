import type { Owner, System } from './status.ts';

/** What a role speaks for, and whether only a service may carry it (a person with such a role is not admitted). */
export const ROLES = {
  'store.service': { system: 'store', serviceOnly: true },
  'crm.service': { system: 'CRM', serviceOnly: true },
  'crm.agent': { system: 'CRM', serviceOnly: false },
  'crm.supervisor': { system: 'CRM', serviceOnly: false },
  'crm.warehouse': { system: 'CRM', serviceOnly: false },
  'mes.operator': { system: 'MES', serviceOnly: false },
  'mes.packer': { system: 'MES', serviceOnly: false },
  'mes.quality': { system: 'MES', serviceOnly: false },
  'mes.lead': { system: 'MES', serviceOnly: false },
  'carrier.adapter': { system: 'carrier', serviceOnly: true },
  'pricing.worker': { system: 'MES', serviceOnly: true },
  'manufacturing.worker': { system: 'MES', serviceOnly: true },
  'claim.keeper': { system: 'MES', serviceOnly: true },
  'process.manager': { system: 'CRM', serviceOnly: true },
  ops: { system: 'CRM', serviceOnly: false },
  analyst: { system: 'CRM', serviceOnly: false },
  admin: { system: 'CRM', serviceOnly: false },
} as const satisfies Record<string, { system: System; serviceOnly: boolean }>;
export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as Role[];
export const isRole = (name: string): name is Role => Object.hasOwn(ROLES, name);

export const ACTOR_KINDS = ['service', 'person', 'partner'] as const;

/**
 * Who sends a command. `carrier` is the carrier that a carrier's token names; it decides what the caller can see and
 * is not part of the record.
 */
export interface Actor {
  id: string;
  kind: (typeof ACTOR_KINDS)[number];
  roles: readonly Role[];
  partner_id?: string;
  on_behalf_of?: string;
  carrier?: string;
}

/** A partner acts by its key, not by a role. */
export type Grantee = Role | 'partner';

export const systemOf = (grantee: Grantee): System => (grantee === 'partner' ? 'partner' : ROLES[grantee].system);

/** True when the actor carries this grant: the role itself, and for service roles the kind `service` too. */
export const carries = (actor: Actor, grantee: Grantee): boolean => {
  if (grantee === 'partner') return actor.kind === 'partner';
  if (actor.kind === 'partner' || !actor.roles.includes(grantee)) return false;
  return !ROLES[grantee].serviceOnly || actor.kind === 'service';
};

/** The roles of a status's owner: who may change due date and priority and add notes there. */
export const OWNER_ROLES: Readonly<Record<Owner, readonly Grantee[]>> = {
  store: ['store.service', 'partner'],
  CRM: ['crm.service', 'crm.agent', 'crm.supervisor', 'crm.warehouse'],
  MES: ['mes.operator', 'mes.packer', 'mes.quality', 'mes.lead'],
};

/** A service or lead of the system that owns a status: who may report that it failed there (ops may everywhere). */
export const ERROR_REPORTERS: Readonly<Record<Owner, readonly Grantee[]>> = {
  store: ['store.service'],
  CRM: ['crm.service', 'process.manager', 'crm.supervisor'],
  MES: ['pricing.worker', 'manufacturing.worker', 'claim.keeper', 'mes.lead'],
};

/** Who may set and release holds on each side. */
export const HOLD_SIDES: Readonly<Record<'CRM' | 'MES', readonly Role[]>> = {
  CRM: ['crm.agent'],
  MES: ['mes.lead', 'mes.operator'],
};
