/** Where a stage's work lies, and what goes on in it. */
export type LaneName = 'store' | 'CRM' | 'MES' | 'carrier';
export const LANES: readonly LaneName[] = ['store', 'CRM', 'MES', 'carrier'];

/** `work`: somebody is at it; `wait`: somebody is waited for; `end`: nothing more is expected. */
export type StageKind = 'work' | 'wait' | 'end';

interface Stage {
  readonly lane: LaneName;
  readonly kind: StageKind;
}

/**
 * The stages of an order on the lanes. A stage stands with the system that is accountable for it, but for the parcel's
 * way, which the house owns and the carrier walks.
 */
export const STAGES = {
  INITIATED: { lane: 'store', kind: 'wait' },
  FILE_UPLOADED: { lane: 'store', kind: 'wait' },
  SUBMITTED: { lane: 'store', kind: 'wait' },
  PRICE_CALCULATION_STARTED: { lane: 'MES', kind: 'work' },
  PRICE_CALCULATED: { lane: 'MES', kind: 'wait' },
  REJECTED: { lane: 'MES', kind: 'end' },
  WAITING_PAYMENT: { lane: 'CRM', kind: 'wait' },
  MANUFACTURING_APPROVED: { lane: 'CRM', kind: 'wait' },
  MANUFACTURING_STARTED: { lane: 'MES', kind: 'work' },
  MANUFACTURING_FAILED: { lane: 'MES', kind: 'wait' },
  REWORK_REQUIRED: { lane: 'MES', kind: 'wait' },
  MANUFACTURING_COMPLETED: { lane: 'MES', kind: 'wait' },
  PACKAGING_STARTED: { lane: 'MES', kind: 'work' },
  PACKAGING_COMPLETED: { lane: 'MES', kind: 'wait' },
  WAITING_SHIPMENT_CONFIRMATION: { lane: 'carrier', kind: 'wait' },
  SHIPPED: { lane: 'carrier', kind: 'work' },
  DELIVERED: { lane: 'CRM', kind: 'wait' },
  CLOSED: { lane: 'CRM', kind: 'end' },
  CANCELLED: { lane: 'CRM', kind: 'end' },
  RETURN_REQUESTED: { lane: 'CRM', kind: 'wait' },
  RETURNED: { lane: 'CRM', kind: 'wait' },
} as const satisfies Readonly<Record<string, Stage>>;

export type StageName = keyof typeof STAGES;
export const isStage = (status: string): status is StageName => Object.hasOwn(STAGES, status);

/** The lane of who did something; a partner orders as the store does. */
export const laneOf = (system: string): LaneName =>
  system === 'CRM' || system === 'MES' || system === 'carrier' ? system : 'store';
