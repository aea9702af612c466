import type { Body, CommandName } from '@order-ledger/domain/bodies';
import { type Asked, askedNow } from '@order-ledger/domain/command';
import { whyNot } from '@order-ledger/domain/decide';
import type { Actor } from '@order-ledger/domain/grants';
import type { Refusal } from '@order-ledger/domain/refusal';
import type { OrderState } from '@order-ledger/domain/state';

export const PROCESS_MANAGER: Actor = { id: 'process-manager', kind: 'service', roles: ['process.manager'] };

/** The commands that the graph grants to the process manager and that some rule of its sends. */
type SentCommand = Extract<
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

/** Why the ledger would not take the command from us now; null: it would. */
export const whyNotSend = (state: OrderState, { command, body }: CommandToSend, now: string): Refusal | null =>
  whyNot(state, askedNow(command, PROCESS_MANAGER, body, now) as Asked);
