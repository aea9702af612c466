import type { CommandName } from '@order-ledger/domain/bodies';
import type { Status } from '@order-ledger/domain/status';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { createOrders } from '@order-ledger/testing/orders/in-ledger';

/** A command to an order as its rightful caller would send it in the order's present state. */
export const act = async (
  ledger: Ledger,
  orderId: string,
  name: CommandName,
  over: Record<string, unknown> = {},
  occurred_at?: string,
): Promise<void> => void (await createOrders(ledger).act(orderId, name, over, occurred_at));

/** An order in this status, brought there by real commands. */
export const bring = (ledger: Ledger, status: Status): Promise<string> => createOrders(ledger).bring(status);
