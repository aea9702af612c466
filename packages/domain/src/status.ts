import { CALCULATING, STATUS, type StatusRecord } from './status-table.ts';

/** The systems that are accountable for a status. */
export const SYSTEMS = ['store', 'CRM', 'MES', 'carrier', 'partner'] as const;
export type System = (typeof SYSTEMS)[number];

type Records = typeof STATUS;
export type Status = keyof Records;
export type Owner = NonNullable<StatusRecord['owner']>;

/** The statuses whose record holds one of these values in this field. */
type With<Field extends keyof StatusRecord, Value extends StatusRecord[Field]> = {
  [Each in Status]: Records[Each][Field] extends Value ? Each : never;
}[Status];

/** In the order of the table, which is that of an order's life. */
export const STATUSES = Object.keys(STATUS) as readonly Status[];

export const recordOf = (status: Status): StatusRecord => STATUS[status];

const having = <Field extends keyof StatusRecord, Value extends StatusRecord[Field]>(
  field: Field,
  ...values: readonly Value[]
): readonly With<Field, Value>[] =>
  STATUSES.filter((status): status is With<Field, Value> =>
    (values as readonly StatusRecord[Field][]).includes(recordOf(status)[field]),
  );

export const FINAL_STATUSES = having('final', true);
type FinalStatus = (typeof FINAL_STATUSES)[number];
export const isFinal = (status: Status): status is FinalStatus => recordOf(status).final;

export const FROZEN_STATUSES = [...having('frozen', 'hold'), ...having('frozen', 'error')];
export type FrozenStatus = (typeof FROZEN_STATUSES)[number];
export const isFrozen = (status: Status): status is FrozenStatus => recordOf(status).frozen !== null;

export const HOLDABLE_STATUSES = having('holdable', true);
export const FAILABLE_STATUSES = having('failable', true);
export const RETURNABLE_STATUSES = having('returnable', true);
export const CLAIMABLE_STATUSES = having('claimable', true);
/** Its pieces are planned for or being made. */
export const PLANNABLE_STATUSES = having('making', 'ahead', 'begun');
export const MAKING_STATUSES = having('making', 'begun');
/** In the shop floor's queue while nobody holds the claim: somebody is to make its pieces. */
export const QUEUED_STATUSES: readonly Status[] = PLANNABLE_STATUSES.filter((status) => recordOf(status).claimable);
/** Whoever is shown it waits for a price. */
export const AWAITING_PRICE = having('display', CALCULATING);
/** A cancellation costs nobody anything yet: by the customer himself, or by the CRM's agents too. */
export const CANCELLED_BY_CUSTOMER = having('cancel', 'customer');
/** Nobody has submitted it yet: there is no work that could be held. */
export const DRAFT_STATUSES: readonly Status[] = CANCELLED_BY_CUSTOMER.filter((status) => !recordOf(status).holdable);
export const CANCELLED_BY_AGENT = having('cancel', 'customer', 'agent');
export const CANCELLED_BY_SUPERVISOR = having('cancel', 'supervisor');
export const LEFT_THE_HOUSE = having('left', true);
/** Of these the customer keeps no goods: what he paid is to be given back but for a charge. */
export const WITHOUT_GOODS = having('owed', 'charge', 'nothing');
