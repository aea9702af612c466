/** What the page's buttons say. */
export const command = {
  SubmitOrder: 'Submit',
  ReviseOrder: 'Change the specification',
  AcceptQuote: 'Accept the price',
  RequestPriceRecalculation: 'Ask for a new price',
  ApproveManufacturing: 'Approve manufacturing',
  ClaimOrder: 'Take the order',
  ReleaseClaim: 'Give the order back',
  ReassignClaim: 'Hand over to somebody else',
  StartManufacturing: 'Start manufacturing',
  FailManufacturing: 'Report a failed attempt',
  CompleteManufacturing: 'Report as made',
  RequireRework: 'Require rework',
  AcceptShortage: 'Accept a shortage',
  StartPackaging: 'Start packing',
  CompletePackaging: 'Report as packed',
  RequestShipment: 'Ask a carrier to come',
  ShipOrder: 'Hand over',
  ConfirmShipment: 'Confirm for the carrier',
  DeclineShipment: 'Decline for the carrier',
  ConfirmDelivery: 'Confirm delivery',
  CloseOrder: 'Close the order',
  RequestReturn: 'Request a return',
  ReceiveReturn: 'Receive the return',
  DeclineReturn: 'Decline the return',
  RecordPayment: 'Record a payment',
  RecordRefund: 'Record a refund',
  ChangeDueDate: 'Change the due date',
  ChangePriority: 'Change the priority',
  AddNote: 'Add a note',
  RecordCorrection: 'Correct an event',
  DeclineCancellation: 'Decline the cancellation',
  RequestCancellation: 'Ask for cancellation',
  ResumeOrder: 'Resume',
  ResolveError: 'Resolve the error',
  HoldOrder: 'Put on hold',
  ReportError: 'Report an error',
  CancelOrder: 'Cancel the order',
  EraseCustomerData: 'Erase the customer’s data',
} as const;

/** What is asked once more before a command that cannot be taken back. */
export const danger = {
  CancelOrder:
    'Cancel order {order}? {made, plural, =0 {Nothing has been made yet.} one {# of {ordered} parts is made.} other {# of {ordered} parts are made.}} A cancelled order stays cancelled.',
  ReportError:
    'Put order {order} into error? Nobody can work on it until somebody in operations or a supervisor has resolved it.',
  EraseCustomerData:
    'Erase the customer’s texts of order {order}? Every note and reason in words of this customer’s orders is destroyed for ever.',
} as const;

/** Groups of the menu. */
export const commandGroup = {
  on: 'Lead it on',
  claim: 'Who works on it',
  money: 'Money',
  terms: 'Terms and notes',
  stop: 'Stop it',
} as const;

/** Why a command is not offered. */
export const whyNot = {
  held: 'the order is on hold: resume it first',
  frozen: 'the order is in error: resolve it first',
  'order-full': 'the order holds as many events as it may',
  'not-claimed': 'take the order first',
  'repack-not-due': 'packed again only after the carrier has declined',
  'returned-before': 'a closed order is returned once',
  role: 'for {roles}',
  'role-nobody': 'not for your roles with this order as it is',
  status: 'when it is: {statuses}',
  'status-more': 'when it is: {statuses}, or {more, plural, one {one status more} other {# statuses more}}',
  payment: 'only after payment: {paid} of {due} paid',
  unsettled: 'only once it is settled: {paid} of {due} paid',
  paid: '{paid} are paid: refund them first',
  claimed: '{operator} has the order',
  'quote-expired': 'the price was valid until {until}: ask for a new one',
  'quote-valid': 'the price is valid until {until}',
} as const;

/** What is wrong with a field. */
export const fault = {
  required: 'This is needed.',
  whole: 'This must be a number.',
  amount: 'This must be an amount, such as {example}.',
  time: 'There is no such time.',
  form: 'Letters, digits and . _ : / # № + - alone, with single blanks inside.',
  least: 'At least {bound, number}.',
  most: 'At most {bound, number}.',
  long: 'At most {bound, number} characters.',
} as const;

export const role = {
  partner: 'the partner',
  'store-service': 'the store',
  'crm-service': 'the CRM',
  'crm-agent': 'CRM agents',
  'crm-supervisor': 'CRM supervisors',
  'crm-warehouse': 'the warehouse',
  'mes-operator': 'operators',
  'mes-packer': 'packers',
  'mes-quality': 'quality',
  'mes-lead': 'leads',
  'carrier-adapter': 'the carrier',
  'pricing-worker': 'the pricing worker',
  'manufacturing-worker': 'the manufacturing worker',
  'claim-keeper': 'the claim keeper',
  'process-manager': 'the process manager',
  ops: 'operations',
  analyst: 'analysts',
  admin: 'administrators',
} as const;

/** Somebody was quicker: the dialog over the board, one order at a time. */
export const conflict = {
  title: '{about} has changed meanwhile',
  says: '“{name}” was not done, because the order is not as you saw it any more. Since then:',
  'all-the-same': '{name} all the same',
  'no-more': 'The order does not take this any more.',
  rest: '{count, plural, one {One more order has changed too: it is asked about next.} other {# more orders have changed too: they are asked about next.}}',
  'leave-all': 'Leave all {count, number} as they are',
} as const;
