/** Codes that an order's events may carry. A list never loses a code: events that hold it stay for ever. */
export const CHANNELS = ['ONLINE_STORE', 'CRM', 'API'] as const;
export const PRIORITIES = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;
export const PAYMENT_TERMS = ['PREPAID', 'DEPOSIT', 'INVOICE', 'NO_CHARGE'] as const;
export const PAYMENT_METHODS = ['CARD', 'BANK', 'CASH', 'INVOICE'] as const;
export const UNITS = ['MM', 'CM', 'INCH', 'M'] as const;
export const ORIENTATIONS = ['AS_IS', 'BEST'] as const;
export const DELIVERY_METHODS = ['CARRIER', 'OWN_COURIER', 'PICKUP'] as const;
export const LANES = ['SHORT', 'MEDIUM', 'LONG'] as const;
export const RESTART_REASONS = ['LEASE_LOST', 'WORKER_CRASHED', 'RESUMED', 'RESOLVED'] as const;
export const RECALCULATION_REASONS = ['EXPIRED', 'CUSTOMER_ASKED'] as const;
export const REJECTION_REASONS = [
  'NOT_WATERTIGHT',
  'TOO_LARGE',
  'WALL_TOO_THIN',
  'UNSUPPORTED_FORMAT',
  'MATERIAL_UNAVAILABLE',
] as const;
/** Of these, what the customer may take on himself: the part is made, and may be spoilt. */
export const RISKS = ['WALL_TOO_THIN'] as const satisfies readonly (typeof REJECTION_REASONS)[number][];
export const DEFECTS = ['WARPING', 'LAYER_SHIFT', 'DIMENSION', 'SURFACE', 'MATERIAL', 'MACHINE', 'OTHER'] as const;
export const CANCEL_REASONS = [
  'CUSTOMER_ASKED',
  'DUPLICATE',
  'EXPIRED',
  'NO_PAYMENT',
  'FRAUD',
  'CANNOT_PRODUCE',
  'AFTER_ERROR',
  'OTHER',
] as const;
export const COST_DECISIONS = ['CUSTOMER', 'COMPANY', 'SPLIT'] as const;
export const CANCELLATION_REQUEST_REASONS = [
  'CHANGED_MIND',
  'DUPLICATE',
  'TOO_SLOW',
  'TOO_EXPENSIVE',
  'OTHER',
] as const;
export const CANCELLATION_DECLINE_REASONS = ['ALREADY_MADE', 'CUSTOMER_WITHDREW', 'OTHER'] as const;
export const RETURN_REASONS = [
  'REFUSED_AT_DOOR',
  'RETURN_TO_SENDER',
  'LOST_IN_TRANSIT',
  'NOT_AS_ORDERED',
  'DAMAGED',
  'CHANGED_MIND',
  'WARRANTY',
] as const;
export const RETURN_DECLINE_REASONS = ['CUSTOMER_WITHDREW', 'WINDOW_PASSED', 'NOT_OURS', 'NO_DEFECT'] as const;
export const RETURN_CONDITIONS = ['AS_NEW', 'USED', 'DAMAGED', 'LOST'] as const;
export const NO_REFUND_REASONS = ['NOTHING_PAID', 'CONDITION'] as const;
export const SHIPMENT_DECLINE_REASONS = [
  'WEIGHT',
  'SIZE',
  'ADDRESS',
  'FORBIDDEN_GOODS',
  'PACKAGING',
  'CAPACITY',
] as const;
export const REFUND_REASONS = ['CANCELLED', 'RETURNED', 'REJECTED', 'OVERPAID', 'GOODWILL'] as const;
export const CLAIM_CHANGE_REASONS = ['SHIFT_END', 'MACHINE_DOWN', 'WRONG_SKILL', 'HELD_TOO_LONG', 'OTHER'] as const;
export const HOLD_REASONS = [
  'CUSTOMER_ASKED',
  'PAYMENT_RISK',
  'MATERIAL_SHORTAGE',
  'MACHINE_DOWN',
  'QUALITY',
  'OTHER',
] as const;
export const ERROR_CODES = [
  'PRICING_DEAD',
  'MODEL_UNREADABLE',
  'INTEGRATION_FAILED',
  'DATA_INCONSISTENT',
  'UNKNOWN',
] as const;
export const SCHEDULE_CHANGE_REASONS = [
  'CUSTOMER_ASKED',
  'CAPACITY',
  'REWORK',
  'DELAY',
  'CORRECTION',
  'OTHER',
] as const;
export const CORRECTION_REASONS = ['WRONG_ORDER', 'WRONG_VALUE', 'WRONG_TIME', 'WRONG_ACTOR', 'OTHER'] as const;
export const GOODS_LOCATIONS = ['SHOP_FLOOR', 'WAREHOUSE', 'CARRIER', 'CUSTOMER', 'SCRAPPED', 'NONE'] as const;
export const CARRIER_EVENT_KINDS = [
  'ACCEPTED',
  'DECLINED',
  'IN_TRANSIT',
  'DELAYED',
  'DELIVERED',
  'REFUSED',
  'RETURN_TO_SENDER',
  'LOST',
] as const;
export type CarrierEventKind = (typeof CARRIER_EVENT_KINDS)[number];
export const MODEL_FORMATS = ['STL_BINARY', 'STL_ASCII', 'OBJ', '3MF'] as const;
