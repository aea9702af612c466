import type { Body, CommandName } from '@order-ledger/domain/bodies';

/** The commands that the graph grants to the process manager and that some rule of its sends. */
export type SentCommand = Extract<
  CommandName,
  | 'ApproveManufacturing'
  | 'ConfirmShipment'
  | 'DeclineShipment'
  | 'ConfirmDelivery'
  | 'RequestReturn'
  | 'CloseOrder'
  | 'CancelOrder'
>;

export type CommandToSend = { [Name in SentCommand]: { command: Name; body: Body<Name> } }[SentCommand];
