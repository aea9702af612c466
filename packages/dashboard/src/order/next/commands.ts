/** Where a command stands in the menu: it leads the order on, is about its claim, its money, its terms, or it stops it. */
export const GROUPS = ['on', 'claim', 'money', 'terms', 'stop'] as const;
export type Group = (typeof GROUPS)[number];

interface CommandEntry {
  readonly group: Group;
  /** It cannot be taken back: asked once more, in words. */
  readonly danger?: true;
}

/** Commands that a person sends from the order's page; those of processes, carriers and the model's upload are not here. */
// biome-ignore format: one command a line reads as the table that it is
export const COMMANDS = {
  SubmitOrder:               { group: 'on' },
  ReviseOrder:               { group: 'terms' },
  AcceptQuote:               { group: 'on' },
  RequestPriceRecalculation: { group: 'money' },
  ApproveManufacturing:      { group: 'on' },
  ClaimOrder:                { group: 'claim' },
  ReleaseClaim:              { group: 'claim' },
  ReassignClaim:             { group: 'claim' },
  StartManufacturing:        { group: 'on' },
  FailManufacturing:         { group: 'on' },
  CompleteManufacturing:     { group: 'on' },
  RequireRework:             { group: 'on' },
  AcceptShortage:            { group: 'money' },
  StartPackaging:            { group: 'on' },
  CompletePackaging:         { group: 'on' },
  RequestShipment:           { group: 'on' },
  ShipOrder:                 { group: 'on' },
  ConfirmShipment:           { group: 'on' },
  DeclineShipment:           { group: 'on' },
  ConfirmDelivery:           { group: 'on' },
  CloseOrder:                { group: 'on' },
  RequestReturn:             { group: 'on' },
  ReceiveReturn:             { group: 'on' },
  DeclineReturn:             { group: 'on' },
  RecordPayment:             { group: 'money' },
  RecordRefund:              { group: 'money' },
  ChangeDueDate:             { group: 'terms' },
  ChangePriority:            { group: 'terms' },
  AddNote:                   { group: 'terms' },
  RecordCorrection:          { group: 'terms' },
  DeclineCancellation:       { group: 'stop' },
  RequestCancellation:       { group: 'stop' },
  ResumeOrder:               { group: 'on' },
  ResolveError:              { group: 'on' },
  HoldOrder:                 { group: 'stop' },
  ReportError:               { group: 'stop', danger: true },
  CancelOrder:               { group: 'stop', danger: true },
  EraseCustomerData:         { group: 'stop', danger: true },
} as const satisfies Readonly<Record<string, CommandEntry>>;

export type PageCommand = keyof typeof COMMANDS;
export const PAGE_COMMANDS = Object.keys(COMMANDS) as readonly PageCommand[];
export const isPageCommand = (name: string): name is PageCommand => Object.hasOwn(COMMANDS, name);
export const isDanger = (name: PageCommand): boolean => (COMMANDS[name] as CommandEntry).danger === true;

/** The last part of a command's address: `SubmitOrder` → `submit-order`. */
export const segmentOf = (command: PageCommand): string => command.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();

/**
 * What leads on from each status, the likeliest first; the first that may be sent is the page's large button. What sends
 * an order back, or stops it, is never large: it stands in the menu.
 */
// biome-ignore format: one status a line reads as the table that it is
export const NEXT_IN: Readonly<Record<string, readonly PageCommand[]>> = {
  INITIATED:                     [],
  FILE_UPLOADED:                 ['SubmitOrder'],
  SUBMITTED:                     [],
  PRICE_CALCULATION_STARTED:     [],
  PRICE_CALCULATED:              ['ApproveManufacturing', 'AcceptQuote', 'RequestPriceRecalculation'],
  REJECTED:                      ['RecordRefund'],
  WAITING_PAYMENT:               ['ApproveManufacturing', 'RecordPayment', 'RequestPriceRecalculation'],
  MANUFACTURING_APPROVED:        ['StartManufacturing', 'ClaimOrder'],
  MANUFACTURING_STARTED:         ['CompleteManufacturing', 'ClaimOrder'],
  MANUFACTURING_FAILED:          ['StartManufacturing', 'ClaimOrder', 'RequireRework'],
  REWORK_REQUIRED:               ['StartManufacturing', 'ClaimOrder'],
  MANUFACTURING_COMPLETED:       ['StartPackaging'],
  PACKAGING_STARTED:             ['CompletePackaging'],
  PACKAGING_COMPLETED:           ['RequestShipment', 'ShipOrder', 'StartPackaging'],
  WAITING_SHIPMENT_CONFIRMATION: ['ConfirmShipment', 'ConfirmDelivery'],
  SHIPPED:                       ['ConfirmDelivery'],
  DELIVERED:                     ['CloseOrder', 'RecordPayment'],
  CLOSED:                        [],
  CANCELLED:                     ['RecordRefund'],
  RETURN_REQUESTED:              ['ReceiveReturn'],
  RETURNED:                      ['CloseOrder', 'RecordRefund'],
  ON_HOLD:                       ['ResumeOrder'],
  ERROR:                         ['ResolveError'],
};
