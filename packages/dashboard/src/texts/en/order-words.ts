export const status = {
  INITIATED: 'Draft',
  FILE_UPLOADED: 'Model attached',
  SUBMITTED: 'Waiting for a price',
  PRICE_CALCULATION_STARTED: 'Calculating a price',
  PRICE_CALCULATED: 'Price offered',
  REJECTED: 'Rejected',
  WAITING_PAYMENT: 'Waiting for payment',
  MANUFACTURING_APPROVED: 'Ready to make',
  MANUFACTURING_STARTED: 'Manufacturing',
  MANUFACTURING_FAILED: 'Manufacturing failed',
  REWORK_REQUIRED: 'Rework required',
  MANUFACTURING_COMPLETED: 'Made',
  PACKAGING_STARTED: 'Packing',
  PACKAGING_COMPLETED: 'Packed',
  WAITING_SHIPMENT_CONFIRMATION: 'Waiting for the carrier',
  SHIPPED: 'Shipped',
  DELIVERED: 'Delivered',
  CLOSED: 'Closed',
  CANCELLED: 'Cancelled',
  RETURN_REQUESTED: 'Return requested',
  RETURNED: 'Returned',
  ON_HOLD: 'On hold',
  ERROR: 'Error',
} as const;

export const priority = {
  LOW: 'Low',
  NORMAL: 'Normal',
  HIGH: 'High',
  URGENT: 'Urgent',
} as const;

/** Systems that are accountable for a status. */
export const owner = { store: 'Store', CRM: 'CRM', MES: 'MES', carrier: 'Carrier', partner: 'Partner' } as const;
