/** The systems that are accountable for a status. */
export const SYSTEMS = ['store', 'CRM', 'MES', 'carrier', 'partner'] as const;
export type System = (typeof SYSTEMS)[number];

export const STATUSES = [
  'INITIATED',
  'FILE_UPLOADED',
  'SUBMITTED',
  'PRICE_CALCULATION_STARTED',
  'PRICE_CALCULATED',
  'REJECTED',
  'WAITING_PAYMENT',
  'MANUFACTURING_APPROVED',
  'MANUFACTURING_STARTED',
  'MANUFACTURING_FAILED',
  'REWORK_REQUIRED',
  'MANUFACTURING_COMPLETED',
  'PACKAGING_STARTED',
  'PACKAGING_COMPLETED',
  'WAITING_SHIPMENT_CONFIRMATION',
  'SHIPPED',
  'DELIVERED',
  'CLOSED',
  'CANCELLED',
  'RETURN_REQUESTED',
  'RETURNED',
  'ON_HOLD',
  'ERROR',
] as const;
export type Status = (typeof STATUSES)[number];

/** CLOSED is final although a return may reopen it once: nothing is expected to happen there any more. */
export const FINAL_STATUSES = ['CLOSED', 'CANCELLED', 'REJECTED'] as const satisfies readonly Status[];
export type FinalStatus = (typeof FINAL_STATUSES)[number];

export const isFinal = (status: Status): status is FinalStatus =>
  (FINAL_STATUSES as readonly Status[]).includes(status);

/** Work that can be frozen: a hold strikes these and goes back to exactly the one it struck. */
export const HOLDABLE_STATUSES = [
  'SUBMITTED',
  'PRICE_CALCULATION_STARTED',
  'PRICE_CALCULATED',
  'WAITING_PAYMENT',
  'MANUFACTURING_APPROVED',
  'MANUFACTURING_STARTED',
  'MANUFACTURING_FAILED',
  'REWORK_REQUIRED',
  'MANUFACTURING_COMPLETED',
  'PACKAGING_STARTED',
  'PACKAGING_COMPLETED',
  'WAITING_SHIPMENT_CONFIRMATION',
] as const satisfies readonly Status[];

/** Where a system failure can strike: everywhere but in final statuses and in ERROR itself. */
export const STRIKABLE_STATUSES: readonly Status[] = STATUSES.filter(
  (status) => !isFinal(status) && status !== 'ERROR',
);

/**
 * The system accountable for each status. ON_HOLD belongs to the side that set the hold and ERROR to the owner of the
 * status it struck, so these two have no owner of their own: {@link ownerOf} in lifecycle.ts looks it up in the order.
 */
export const STATUS_OWNER: Readonly<Record<Exclude<Status, 'ON_HOLD' | 'ERROR'>, 'store' | 'CRM' | 'MES'>> = {
  INITIATED: 'store',
  FILE_UPLOADED: 'store',
  SUBMITTED: 'store',
  PRICE_CALCULATION_STARTED: 'MES',
  PRICE_CALCULATED: 'MES',
  REJECTED: 'MES',
  WAITING_PAYMENT: 'CRM',
  MANUFACTURING_APPROVED: 'CRM',
  MANUFACTURING_STARTED: 'MES',
  MANUFACTURING_FAILED: 'MES',
  REWORK_REQUIRED: 'MES',
  MANUFACTURING_COMPLETED: 'MES',
  PACKAGING_STARTED: 'MES',
  PACKAGING_COMPLETED: 'MES',
  WAITING_SHIPMENT_CONFIRMATION: 'MES',
  SHIPPED: 'MES',
  DELIVERED: 'CRM',
  CLOSED: 'CRM',
  CANCELLED: 'CRM',
  RETURN_REQUESTED: 'CRM',
  RETURNED: 'CRM',
};
export type OwnedStatus = keyof typeof STATUS_OWNER;
export type Owner = (typeof STATUS_OWNER)[OwnedStatus];
