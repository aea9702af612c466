import type { CommandName } from '@order-ledger/domain/bodies';
import { type Case, caseOf, type Order, type Sending } from '@order-ledger/testing/orders/specification';

/** Collects cases: given an order, when a command is sent so, then this comes of it. */
export const caseList = () => {
  const cases: Case[] = [];
  const check = <Name extends CommandName>(
    order: Order,
    name: Name,
    sending: Sending<Name>,
    expected: string,
    title: string,
  ): void => {
    cases.push(caseOf(`${name} ${title}: ${expected}`, order, name, sending, expected));
  };
  return { cases, check };
};
